package org.postroom.composition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.Mailbox;
import org.postroom.message.From;
import org.postroom.message.HeaderField;
import org.postroom.message.Letter;

/// The header lines that all letters of a mailshot have, written once. Nobody writes to the arrays.
final class Letterhead {
  private final From from;
  private final @Nullable Mailbox replyTo;
  private final List<HeaderField> extra;
  private final byte[] fromLine;
  private final byte[] replyToLine;
  private final byte[] idLine;
  private final byte[] rest;
  private final String idEnd;
  private final int afterId;

  private Letterhead(
      From from,
      @Nullable Mailbox replyTo,
      List<HeaderField> extra,
      byte[] fromLine,
      byte[] replyToLine,
      byte[] idLine,
      byte[] rest) {
    this.from = from;
    this.replyTo = replyTo;
    this.extra = extra;
    this.fromLine = fromLine;
    this.replyToLine = replyToLine;
    this.idLine = idLine;
    this.rest = rest;
    this.idEnd = "@" + from.mailbox().address().domain() + ">";
    this.afterId = idEnd.length() + "\r\n".length();
  }

  byte[] fromLine() {
    return fromLine;
  }

  /// Nothing where answers go to the sender.
  byte[] replyToLine() {
    return replyToLine;
  }

  /// Message-ID with room for a letter's own.
  byte[] idLine() {
    return idLine;
  }

  /// How many octets of [#idLine()] come after that.
  int afterId() {
    return afterId;
  }

  /// The Message-ID that begins like this, as it stands between angle brackets.
  String messageId(String local) {
    return "<" + local + idEnd;
  }

  /// MIME-Version, and the fields that a newsletter has.
  byte[] rest() {
    return rest;
  }

  static Letterhead of(Letter letter) {
    Octets from = new Octets();
    new HeaderWriter(from).mailbox("From", letter.from().mailbox());
    Octets replyTo = new Octets();
    Mailbox answers = letter.replyTo();
    if (answers != null) {
      new HeaderWriter(replyTo).mailbox("Reply-To", answers);
    }
    Octets id = new Octets();
    String domain = letter.from().mailbox().address().domain();
    new HeaderWriter(id).structured("Message-ID", "<" + LetterKey.ANY_ID + "@" + domain + ">");
    Octets rest = new Octets();
    HeaderWriter headers = new HeaderWriter(rest);
    headers.structured("MIME-Version", "1.0");
    for (HeaderField field : letter.extraHeaders()) {
      headers.structured(field.name(), field.value());
    }
    return new Letterhead(
        letter.from(),
        answers,
        letter.extraHeaders(),
        from.toArray(),
        replyTo.toArray(),
        id.toArray(),
        rest.toArray());
  }

  /// True where they are this letter's, too.
  boolean fits(Letter letter) {
    Mailbox answers = letter.replyTo();
    return from.equals(letter.from())
        && (replyTo == null ? answers == null : replyTo.equals(answers))
        && extra.equals(letter.extraHeaders());
  }

  /// The subject's line.
  static final class Subject {
    /// Enough for two lines.
    private static final int USUAL = 160;

    private final String words;
    private final byte[] line;

    private Subject(String words, byte[] line) {
      this.words = words;
      this.line = line;
    }

    /// What the line says.
    String words() {
      return words;
    }

    byte[] line() {
      return line;
    }

    static Subject of(String words) {
      Octets line = new Octets(USUAL);
      new HeaderWriter(line).text("Subject", words);
      return new Subject(words, line.toArray());
    }
  }
}
