package org.postroom.ui.common;

import java.util.List;

/// What the strip says: who gets it, how many messages each, who sees whom, and the way out.
///
/// @param segments left to right
/// @param way the right end
/// @param alarm true where one segment says that something is shown to the wrong people
public record StripState(List<Segment> segments, Segment way, boolean alarm) {
  public StripState {
    segments = List.copyOf(segments);
  }

  /// One part of the sentence.
  ///
  /// @param about what it is about
  /// @param icon the icon's name
  /// @param text the words
  /// @param tone how it is coloured
  public record Segment(About about, String icon, String text, Tone tone) {}

  /// What a segment is about, and what a click on it opens.
  public enum About {
    PEOPLE,
    MESSAGES,
    SIGHT,
    WAY
  }

  /// How a segment is coloured; its icon and words say the same.
  public enum Tone {
    NORMAL,
    WARNING,
    DANGER
  }

  /// The whole sentence, for assistive technology.
  public String sentence() {
    return String.join(", ", segments.stream().map(Segment::text).toList()) + ". " + way.text();
  }
}
