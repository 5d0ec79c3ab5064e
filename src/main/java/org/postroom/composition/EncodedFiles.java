package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.message.Blob;

/// Files in base64 (RFC 2045 section 6.8), each encoded once however many letters carry it. What
/// was not used for longest goes when there is too much: files of one person's own pass through,
/// those for everyone stay.
final class EncodedFiles {
  /// More than any provider takes in one message.
  static final long MOST_KEPT = 64L << 20;

  private static final Base64.Encoder MIME =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  private final Map<String, byte[]> bySha256 = new LinkedHashMap<>(16, 0.75f, true);
  private final long mostKept;
  private long kept;

  EncodedFiles(long mostKept) {
    this.mostKept = mostKept;
  }

  /// Lines of 76 columns, the last one ended, too. The array is shared: nobody writes to it.
  ///
  /// @throws org.postroom.message.BlobChangedException where the file is no longer what it was
  synchronized byte[] base64(Blob file) {
    byte[] known = bySha256.get(file.sha256());
    if (known != null) {
      return known;
    }
    Octets out = new Octets();
    out.octets(MIME.encode(file.bytes())).line();
    byte[] encoded = out.toArray();
    bySha256.put(file.sha256(), encoded);
    kept += encoded.length;
    Iterator<byte[]> oldest = bySha256.values().iterator();
    while (kept > mostKept && bySha256.size() > 1) {
      kept -= oldest.next().length;
      oldest.remove();
    }
    return encoded;
  }
}
