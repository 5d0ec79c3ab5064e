package org.postroom.composition;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.SharedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Blob;

/// A part's content, decoded when somebody asks for it: most letters' files are those of all
/// letters.
final class PartBlob implements Blob {
  private final InputStream raw;
  private final @Nullable String encoding;
  private @Nullable Blob decoded;

  PartBlob(InputStream raw, @Nullable String encoding) {
    this.raw = raw;
    this.encoding = encoding;
  }

  @Override
  public long size() {
    return decoded().size();
  }

  @Override
  public String sha256() {
    return decoded().sha256();
  }

  @Override
  public byte[] bytes() {
    return decoded().bytes();
  }

  private synchronized Blob decoded() {
    Blob known = decoded;
    if (known == null) {
      known = Blob.of(octets(raw, encoding));
      decoded = known;
    }
    return known;
  }

  /// The decoded octets of a part.
  ///
  /// @throws IllegalArgumentException where they cannot be decoded
  static byte[] octets(InputStream raw, @Nullable String encoding) {
    try {
      InputStream stream = raw instanceof SharedInputStream shared ? shared.newStream(0, -1) : raw;
      if (encoding == null || encoding.equalsIgnoreCase("7bit")) {
        return stream.readAllBytes();
      }
      if (encoding.equalsIgnoreCase("quoted-printable")) {
        byte[] encoded = stream.readAllBytes();
        byte[] octets = QuotedPrintable.decode(encoded);
        return octets != null
            ? octets
            : MimeUtility.decode(new ByteArrayInputStream(encoded), encoding).readAllBytes();
      }
      return MimeUtility.decode(stream, encoding).readAllBytes();
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("a part that cannot be decoded", e);
    }
  }
}
