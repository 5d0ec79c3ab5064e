package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Envelope;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
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
  private volatile LetterKey.@Nullable Plan lastPlan;
  private volatile Pictures lastPictures = Pictures.NONE;

  public MimeComposer(MessageIdKey key) {
    this.key = new LetterKey(key);
  }

  @Override
  public ComposedLetter compose(LetterId id, Letter letter) {
    Words words = Words.of(letter);
    LetterKey.Plan plan = plan(id);
    Letterhead head = head(letter);
    Rope rope = new Rope();
    Octets out = rope.own();
    out.octets(head.fromLine());
    new HeaderWriter(out).mailbox("To", letter.visibleTo().mailbox());
    out.octets(head.replyToLine()).octets(subject(words.subject()).line());
    out.octets(head.idLine());
    int idAt = out.length() - head.afterId() - LetterKey.ANY_ID.length();
    out.octets(head.rest());
    body(plan, letter, words, rope);
    Envelope envelope = letter.envelope();
    // Of a letter without its Message-ID, and that is put where its place was kept.
    byte[] digest = new Sha256().envelope(envelope).inBrief(rope).hexOctets();
    byte[] messageId = plan.messageId(id, digest);
    out.over(idAt, messageId);
    return new RopeLetter(
        id,
        envelope,
        head.messageId(new String(messageId, StandardCharsets.US_ASCII)),
        () -> words.digest(letter.images(), letter.attachments(), runs),
        rope);
  }

  private void body(LetterKey.Plan plan, Letter letter, Words words, Rope rope) {
    Pictures pictures = pictures(letter.images());
    TextBody text = TextBody.of(words.text(), runs);
    List<Piece> shown = words.html();
    TextBody html = shown == null ? null : TextBody.of(pictures.html().of(shown), runs);
    new BodyWriter(rope, files, fileHeads)
        .write(text, html, pictures.byId(), letter.attachments(), boundary(plan, text, html));
  }

  private LetterKey.Plan plan(LetterId id) {
    LetterKey.Plan plan = lastPlan;
    if (plan == null || !plan.has(id)) {
      plan = key.of(id);
      lastPlan = plan;
    }
    return plan;
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
  private static String boundary(LetterKey.Plan plan, TextBody text, @Nullable TextBody html) {
    int attempt = 0;
    String boundary = plan.boundary(attempt);
    while (text.contains(boundary) || (html != null && html.contains(boundary))) {
      boundary = plan.boundary(++attempt);
    }
    return boundary;
  }
}
