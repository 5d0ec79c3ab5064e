package org.postroom.richtext;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What is left out of a page, and how often.
final class Losses {
  private static final Set<String> FORMS =
      Set.of("input", "select", "textarea", "button", "datalist");
  private static final Set<String> EMBEDDED =
      Set.of(
          "iframe",
          "object",
          "embed",
          "applet",
          "video",
          "audio",
          "svg",
          "canvas",
          "math",
          "frame",
          "frameset");

  private final Map<Loss, Integer> counts = new EnumMap<>(Loss.class);

  Map<Loss, Integer> counts() {
    return counts;
  }

  void add(Loss what) {
    counts.merge(what, 1, Integer::sum);
  }

  /// True where an element does not come along, with everything in it.
  boolean takes(Element element, String name) {
    if (name.equals("script")) {
      add(Loss.SCRIPT);
      return true;
    }
    if (FORMS.contains(name)) {
      add(Loss.FORM);
      return true;
    }
    if (EMBEDDED.contains(name)) {
      add(Loss.EMBEDDED);
      return true;
    }
    Css css = Css.of(element);
    if (element.hasAttr("hidden") || css.hides()) {
      if (!element.text().isBlank() || !element.select("img").isEmpty()) {
        add(Loss.HIDDEN);
      }
      return true;
    }
    if (name.equals("del")) {
      add(Loss.TRACKED_CHANGE);
      return true;
    }
    if (name.equals("s") || name.equals("strike") || css.strikesOut()) {
      if (!element.text().isBlank()) {
        add(Loss.STRUCK_OUT);
      }
      return true;
    }
    return false;
  }
}
