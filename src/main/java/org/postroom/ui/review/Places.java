package org.postroom.ui.review;

import java.util.ArrayList;
import java.util.List;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Place;
import org.postroom.ui.common.Texts;

/// Where findings stand, in words: the part, the row, whom it is about, and how many more there
/// are.
final class Places {
  private static final int MOST = 3;

  private final Texts texts;
  private final FindingTexts sentences;

  Places(Texts texts, FindingTexts sentences) {
    this.texts = texts;
    this.sentences = sentences;
  }

  /// The first places; empty where the finding's own sentences say all there is to say.
  String of(Finding finding) {
    List<String> places =
        finding.examples().stream()
            .limit(MOST)
            .map(this::of)
            .filter(place -> !place.isEmpty())
            .distinct()
            .toList();
    if (places.isEmpty()) {
      return "";
    }
    List<String> all = new ArrayList<>(places);
    int more = finding.count() - Math.min(MOST, finding.examples().size());
    if (more > 0) {
      all.add(texts.get("review.place.more", more));
    }
    return String.join("; ", all);
  }

  private String of(Place place) {
    Integer row = place.row();
    if (row == null) {
      return "";
    }
    String part = place.part();
    String address = place.address();
    String who =
        address == null
            ? texts.get("review.place.row", row)
            : texts.get("review.place.person", row, address);
    return part == null || part.equals("list")
        ? who
        : texts.get("review.place.letter", sentences.place(part), who);
  }
}
