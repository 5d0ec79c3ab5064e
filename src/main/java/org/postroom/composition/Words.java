package org.postroom.composition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;
import org.postroom.message.Body;
import org.postroom.message.InlineImage;
import org.postroom.message.Letter;
import org.postroom.template.FixedText;
import org.postroom.template.MergedText;
import org.postroom.template.Piece;

/// What a letter says, merged or fixed.
record Words(String subject, List<Piece> text, @Nullable List<Piece> html) {
  static Words of(Letter letter) {
    return switch (letter) {
      case Letter.Personal personal -> {
        Body<MergedText> body = personal.body();
        MergedText html = body.html();
        yield new Words(
            body.subject().value(), body.text().pieces(), html == null ? null : html.pieces());
      }
      case Letter.ToMyself(Letter letterOf, String mark) -> {
        Words own = of(letterOf);
        yield new Words(mark + " " + own.subject(), own.text(), own.html());
      }
      case Letter.BlindCopy blind -> {
        Body<FixedText> body = blind.body();
        FixedText html = body.html();
        yield new Words(
            body.subject().value(), body.text().pieces(), html == null ? null : html.pieces());
      }
    };
  }

  /// The identity of "the same content": what the reader gets, white space folded. In how many
  /// stretches it stands makes no difference.
  String digest(List<InlineImage> images, List<Attachment> attachments, FixedRuns runs) {
    Sha256 digest = new Sha256();
    Folded.Joining joining = new Folded.Joining(digest);
    joining.add(Folded.of(subject));
    joining.end();
    folded(text, digest, runs);
    folded(html == null ? List.of() : html, digest, runs);
    images.forEach(image -> digest.field(image.image().content().sha256()));
    digest.field("");
    attachments.forEach(file -> digest.field(file.content().sha256()));
    return digest.hex();
  }

  private static void folded(List<Piece> pieces, Sha256 digest, FixedRuns runs) {
    Folded.Joining joining = new Folded.Joining(digest);
    for (Piece piece : pieces) {
      joining.add(piece.fixed() ? runs.of(piece.text()).folded() : Folded.of(piece.text()));
    }
    joining.end();
  }
}
