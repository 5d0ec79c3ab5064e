package org.postroom.ui.preview;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.LetterView;
import org.postroom.message.Letter;
import org.postroom.template.MergedText;
import org.postroom.ui.preview.PreviewModel.View;

/// The page of a letter in one view. It is made beside the window, together with the letter.
///
/// @param marked whether what comes from the list is marked
/// @param page empty where the letter has no HTML, or the view shows none
record ShownPage(LetterView letter, View view, boolean marked, Optional<SafePage> page) {
  static ShownPage of(LetterView letter, View view, boolean marked) {
    return new ShownPage(letter, view, marked, page(letter, view, marked));
  }

  /// Whether it is still what is to be shown.
  boolean is(View now, boolean markedNow) {
    return view == now && marked == markedNow;
  }

  private static Optional<SafePage> page(LetterView letter, View view, boolean marked) {
    String html = letter.message().html();
    boolean pictured =
        switch (view) {
          case DESKTOP, PHONE, IMAGES_OFF, DARK -> true;
          case PLAIN_TEXT, SOURCE -> false;
        };
    if (html == null || !pictured || letter.problem().isPresent()) {
      return Optional.empty();
    }
    MergedText merged = merged(letter.letter());
    String shown = marked && merged != null ? Marks.mark(html, merged) : html;
    SafeHtml.Look look = new SafeHtml.Look(view != View.IMAGES_OFF, view == View.DARK);
    return Optional.of(SafeHtml.page(shown, letter.message().inline(), look));
  }

  private static @Nullable MergedText merged(Letter letter) {
    return letter instanceof Letter.Personal personal ? personal.body().html() : null;
  }
}
