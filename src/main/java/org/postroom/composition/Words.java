package org.postroom.composition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;
import org.postroom.message.Body;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
import org.postroom.template.FixedText;
import org.postroom.template.MergedText;

/// What a letter says, merged or fixed.
record Words(String subject, String text, @Nullable String html) {
  static Words of(Letter letter) {
    return switch (letter) {
      case Letter.Personal personal -> {
        Body<MergedText> body = personal.body();
        MergedText html = body.html();
        yield new Words(
            body.subject().value(), body.text().value(), html == null ? null : html.value());
      }
      case Letter.BlindCopy blind -> {
        Body<FixedText> body = blind.body();
        FixedText html = body.html();
        yield new Words(
            body.subject().value(), body.text().value(), html == null ? null : html.value());
      }
    };
  }

  /// The identity of "the same content": what the reader gets, white space folded.
  String digest(List<InlineImage> images, List<Attachment> attachments) {
    Sha256 digest = new Sha256().field(folded(subject)).field(folded(text));
    digest.field(html == null ? "" : folded(html));
    images.forEach(image -> digest.field(image.image().content().sha256()));
    digest.field("");
    attachments.forEach(file -> digest.field(file.content().sha256()));
    return digest.hex();
  }

  private static String folded(String text) {
    char[] folded = new char[text.length()];
    int length = 0;
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        blank = length > 0;
      } else {
        if (blank) {
          folded[length++] = ' ';
          blank = false;
        }
        folded[length++] = c;
      }
    }
    return new String(folded, 0, length);
  }

  private static boolean isBlank(char c) {
    return (c < '!' || c > '~') && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
