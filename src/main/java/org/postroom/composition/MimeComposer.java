package org.postroom.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;
import org.postroom.message.HeaderField;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
import org.postroom.plan.LetterId;

/// Postroom's own writer of messages (RFC 5322, RFC 2045 to 2047, RFC 2231). Headers have one fixed
/// order; To comes from [Letter#visibleTo()] and from nowhere else.
public final class MimeComposer implements Composer {
  private final LetterKey key;
  private final EncodedFiles files = new EncodedFiles(EncodedFiles.MOST_KEPT);

  public MimeComposer(MessageIdKey key) {
    this.key = new LetterKey(key);
  }

  @Override
  public ComposedLetter compose(LetterId id, Letter letter) {
    Words words = Words.of(letter);
    List<Segment> top = top(letter, words.subject());
    List<Segment> rest = rest(id, letter, words);
    String known =
        new Sha256().envelope(letter.envelope()).filesByDigest(top).filesByDigest(rest).hex();
    String domain = letter.from().mailbox().address().domain();
    String messageId = "<" + key.messageId(id, known) + "@" + domain + ">";
    Octets line = new Octets();
    new HeaderWriter(line).structured("Message-ID", messageId);
    List<Segment> all = new ArrayList<>(top);
    all.add(Segment.own(line.toArray()));
    all.addAll(rest);
    String content = words.digest(letter.images(), letter.attachments());
    return new RopeLetter(id, letter.envelope(), messageId, content, all);
  }

  /// The headers above the Message-ID. The Date line stands before them.
  private static List<Segment> top(Letter letter, String subject) {
    Rope rope = new Rope();
    HeaderWriter headers = new HeaderWriter(rope.own());
    headers.mailbox("From", letter.from().mailbox());
    headers.mailbox("To", letter.visibleTo().mailbox());
    var replyTo = letter.replyTo();
    if (replyTo != null) {
      headers.mailbox("Reply-To", replyTo);
    }
    headers.text("Subject", subject);
    return rope.segments();
  }

  private List<Segment> rest(LetterId id, Letter letter, Words words) {
    Rope rope = new Rope();
    HeaderWriter headers = new HeaderWriter(rope.own());
    headers.structured("MIME-Version", "1.0");
    for (HeaderField field : letter.extraHeaders()) {
      headers.structured(field.name(), field.value());
    }
    BodyWriter body = new BodyWriter(rope, files);
    Map<String, String> contentIds = contentIds(letter.images());
    TextBody text = TextBody.of(words.text());
    TextBody html = html(words.html(), contentIds);
    String boundary = boundary(id, text, html);
    body.write(text, html, images(letter.images(), contentIds), letter.attachments(), boundary);
    return rope.segments();
  }

  private static @Nullable TextBody html(@Nullable String html, Map<String, String> contentIds) {
    return html == null ? null : TextBody.of(HtmlImages.point(html, contentIds));
  }

  /// A boundary that stands in neither text.
  private String boundary(LetterId id, TextBody text, @Nullable TextBody html) {
    for (int attempt = 0; ; attempt++) {
      String boundary = key.boundary(id, attempt);
      if (!text.contains(boundary) && (html == null || !html.contains(boundary))) {
        return boundary;
      }
    }
  }

  /// Ids without an `@`, as large mailers write them: nobody can take one for an address.
  private static Map<String, String> contentIds(List<InlineImage> images) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (InlineImage image : images) {
      String digest = image.image().content().sha256().substring(0, 12);
      ids.putIfAbsent(
          image.source(), String.format(Locale.ROOT, "image%d.%s", ids.size() + 1, digest));
    }
    return ids;
  }

  private static Map<String, Attachment> images(
      List<InlineImage> images, Map<String, String> contentIds) {
    Map<String, Attachment> byId = new LinkedHashMap<>();
    for (InlineImage image : images) {
      String id = contentIds.get(image.source());
      if (id != null) {
        byId.putIfAbsent(id, image.image());
      }
    }
    return byId;
  }
}
