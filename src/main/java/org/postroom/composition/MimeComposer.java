package org.postroom.composition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Envelope;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;
import org.postroom.template.Piece;

/// Postroom's own writer of messages (RFC 5322, RFC 2045 to 2047, RFC 2231). Headers have one fixed
/// order; To comes from [Letter#visibleTo()] and from nowhere else.
///
/// What all letters have in common is written once and kept: headers, the template's lines, files.
public final class MimeComposer implements Composer {
  private final LetterKey key;
  private final EncodedFiles files = new EncodedFiles(EncodedFiles.MOST_KEPT);
  private final FileHeads fileHeads = new FileHeads();
  private final FixedRuns runs = new FixedRuns();
  private volatile @Nullable Letterhead lastHead;
  private volatile Letterhead.Subject lastSubject = Letterhead.Subject.of("");
  private volatile @Nullable Boundary lastBoundary;
  private volatile Pictures lastPictures = Pictures.NONE;

  public MimeComposer(MessageIdKey key) {
    this.key = new LetterKey(key);
  }

  @Override
  public ComposedLetter compose(LetterId id, Letter letter) {
    Words words = Words.of(letter);
    Letterhead head = head(letter);
    Rope rope = new Rope();
    Octets out = rope.own();
    out.octets(head.fromLine());
    new HeaderWriter(out).mailbox("To", letter.visibleTo().mailbox());
    out.octets(head.replyToLine()).octets(subject(words.subject()).line());
    out.octets(head.idLine());
    int idAt = out.length() - head.afterId() - LetterKey.ANY_ID.length();
    out.octets(head.rest());
    body(id, letter, words, rope);
    Envelope envelope = letter.envelope();
    // Of a letter without its Message-ID, and that is put where its place was kept.
    String messageId = key.messageId(id, new Sha256().envelope(envelope).inBrief(rope).hex());
    out.over(idAt, messageId);
    return new RopeLetter(
        id,
        envelope,
        "<" + messageId + "@" + letter.from().mailbox().address().domain() + ">",
        () -> words.digest(letter.images(), letter.attachments(), runs),
        rope);
  }

  private void body(LetterId id, Letter letter, Words words, Rope rope) {
    Pictures pictures = pictures(letter.images());
    TextBody text = TextBody.of(words.text(), runs);
    List<Piece> shown = words.html();
    TextBody html = shown == null ? null : TextBody.of(pictures.html().of(shown), runs);
    new BodyWriter(rope, files, fileHeads)
        .write(text, html, pictures.byId(), letter.attachments(), boundary(id, text, html));
  }

  private Letterhead head(Letter letter) {
    Letterhead head = lastHead;
    if (head == null || !head.fits(letter)) {
      head = Letterhead.of(letter);
      lastHead = head;
    }
    return head;
  }

  private Letterhead.Subject subject(String words) {
    Letterhead.Subject subject = lastSubject;
    if (!subject.words().equals(words)) {
      subject = Letterhead.Subject.of(words);
      lastSubject = subject;
    }
    return subject;
  }

  private Pictures pictures(List<InlineImage> images) {
    Pictures pictures = lastPictures;
    if (!pictures.images().equals(images)) {
      pictures = Pictures.of(images);
      lastPictures = pictures;
    }
    return pictures;
  }

  /// A boundary that stands in neither text.
  private String boundary(LetterId id, TextBody text, @Nullable TextBody html) {
    Boundary first = lastBoundary;
    if (first == null || first.revision != id.revision() || !first.of.equals(id.mailshot())) {
      int revision = id.revision();
      first = new Boundary(id.mailshot(), revision, key.boundary(id.mailshot(), revision, 0));
      lastBoundary = first;
    }
    String boundary = first.words;
    for (int attempt = 1;
        text.contains(boundary) || (html != null && html.contains(boundary));
        attempt++) {
      boundary = key.boundary(id.mailshot(), id.revision(), attempt);
    }
    return boundary;
  }

  /// What separates the parts of all letters of a plan, unless one of them holds it.
  private record Boundary(MailshotId of, int revision, String words) {}
}
