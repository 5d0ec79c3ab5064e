package org.postroom.composition;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import org.postroom.message.Envelope;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;

/// The finished bytes of one letter (RFC 5322, CRLF line ends), before dot-stuffing. Only the value
/// of `Date:` is still open. Attachments are shared with every other letter, not copied.
public interface ComposedLetter {
  LetterId id();

  Envelope envelope();

  LetterDigest digest();

  /// With its angle brackets.
  String messageId();

  /// Digest of what the reader gets, headers apart and white space folded, merged for this person:
  /// the identity of "the same content".
  String contentDigest();

  /// Number of bytes, the Date line included.
  long size();

  /// The letter as it leaves at `date`, nothing copied. The same bytes for the same date.
  WireBytes wire(OffsetDateTime date);

  /// Writes the same.
  default void writeTo(OutputStream out, OffsetDateTime date) throws IOException {
    wire(date).writeTo(out);
  }

  /// The same in an array of its own.
  default byte[] bytes(OffsetDateTime date) {
    return wire(date).joined();
  }
}
