package org.postroom.composition;

import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.postroom.message.Attachment;

/// The headers of files' parts, each written once. Files of one person's own pass through.
final class FileHeads {
  private static final int MOST_KEPT = 256;

  private final ConcurrentMap<Key, byte[]> made = new ConcurrentHashMap<>();

  private record Key(String fileName, String contentType, String disposition) {}

  /// Nobody writes to it.
  byte[] of(Attachment file, String disposition) {
    Key key = new Key(file.fileName(), file.contentType(), disposition);
    byte[] known = made.get(key);
    if (known != null) {
      return known;
    }
    byte[] head = written(key);
    if (made.size() >= MOST_KEPT) {
      made.clear();
    }
    made.put(key, head);
    return head;
  }

  private static byte[] written(Key file) {
    Octets out = new Octets();
    String type = safeType(file.contentType());
    out.ascii("Content-Type:");
    if ("Content-Type: ".length() + type.length() + 1 > HeaderWriter.COLUMNS) {
      out.fold();
    } else {
      out.octet(' ');
    }
    FileNames.name(out.ascii(type), file.fileName());
    out.ascii("Content-Transfer-Encoding: base64").line();
    FileNames.filename(
        out.ascii("Content-Disposition: ").ascii(file.disposition()), file.fileName());
    return out.line().toArray();
  }

  /// Messages and multiparts may not be in base64 (RFC 2046 sections 5.1 and 5.2.1); as files they
  /// are.
  private static String safeType(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("message/") || type.startsWith("multipart/")
        ? "application/octet-stream"
        : contentType;
  }
}
