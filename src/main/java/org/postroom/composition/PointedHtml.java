package org.postroom.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.postroom.template.Piece;

/// Points the HTML of many letters at the images that travel with them. A stretch of the template
/// is walked through once; only a tag that holds a value is walked through in each letter.
final class PointedHtml {
  private static final int MOST_KEPT = 1_000;

  private final Map<String, String> contentIds;
  private final ConcurrentMap<Key, Split> splits = new ConcurrentHashMap<>();

  /// @param text a stretch of the template
  /// @param from where in it no tag is open
  private record Key(String text, int from) {}

  /// @param pointed what stands up to the last place where no tag is open
  /// @param open what comes behind, not pointed
  private record Split(Piece pointed, String open) {}

  /// @param contentIds from the source, as it stands in the HTML, to the Content-ID
  PointedHtml(Map<String, String> contentIds) {
    this.contentIds = contentIds;
  }

  List<Piece> of(List<Piece> html) {
    if (contentIds.isEmpty()) {
      return html;
    }
    List<Piece> pointed = new ArrayList<>(html.size() * 2);
    String open = "";
    for (Piece piece : html) {
      String text = piece.text();
      int from = 0;
      if (!open.isEmpty() || !piece.fixed()) {
        // Up to where the tag ends that the stretches before have begun.
        String both = open + text;
        HtmlImages.Part part =
            HtmlImages.upTo(both, contentIds, piece.fixed() ? open.length() : both.length());
        if (part.end() < open.length() || !piece.fixed()) {
          own(part.pointed(), pointed);
          open = both.substring(part.end());
          continue;
        }
        own(part.pointed(), pointed);
        from = part.end() - open.length();
      }
      Split split = split(text, from);
      if (!split.pointed.text().isEmpty()) {
        pointed.add(split.pointed);
      }
      open = split.open;
    }
    own(HtmlImages.point(open, contentIds), pointed);
    return pointed;
  }

  private static void own(String text, List<Piece> pointed) {
    if (!text.isEmpty()) {
      pointed.add(new Piece(text, false));
    }
  }

  private Split split(String text, int from) {
    Key key = new Key(text, from);
    Split known = splits.get(key);
    if (known == null) {
      String rest = text.substring(from);
      HtmlImages.Part part = HtmlImages.upTo(rest, contentIds, rest.length());
      known = new Split(new Piece(part.pointed(), true), rest.substring(part.end()));
      if (splits.size() >= MOST_KEPT) {
        splits.clear();
      }
      splits.put(key, known);
    }
    return known;
  }
}
