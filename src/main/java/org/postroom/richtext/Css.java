package org.postroom.richtext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The declarations of a `style` attribute, in lower case.
final class Css {
  private static final Pattern ZERO = Pattern.compile("0*\\.?0+\\s*(?:px|pt|em|rem|%|in|cm)?");

  private final Map<String, String> declared = new HashMap<>();

  private Css(String style) {
    for (String declaration : style.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        declared.put(
            declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            declaration
                .substring(colon + 1)
                .replace("!important", "")
                .strip()
                .toLowerCase(Locale.ROOT));
      }
    }
  }

  static Css of(Element element) {
    return new Css(element.attr("style"));
  }

  /// The value, or an empty text where nothing was declared.
  String get(String property) {
    return declared.getOrDefault(property, "");
  }

  /// True for what no reader shows.
  boolean hides() {
    return get("display").equals("none")
        || get("visibility").equals("hidden")
        || get("mso-hide").equals("all")
        || isZero("opacity")
        || (isZero("max-height") && !get("overflow").isEmpty());
  }

  boolean isZero(String property) {
    return ZERO.matcher(get(property)).matches();
  }

  TextStyle on(TextStyle style) {
    TextStyle now = style;
    String weight = get("font-weight");
    if (!weight.isEmpty()) {
      boolean heavy = weight.matches("bold|bolder|[6-9]00");
      now = heavy || weight.matches("normal|lighter|[1-5]00") ? now.withBold(heavy) : now;
    }
    String slant = get("font-style");
    if (!slant.isEmpty()) {
      now = now.withItalic(slant.matches("italic|oblique.*"));
    }
    String lines = get("text-decoration") + " " + get("text-decoration-line");
    if (lines.contains("underline") && now.link() == null) {
      now = now.withUnderline(true);
    }
    Hue hue = Hue.of(get("color")).orElse(null);
    return hue == null ? now : now.withHue(hue);
  }

  boolean strikesOut() {
    return (get("text-decoration") + " " + get("text-decoration-line")).contains("line-through");
  }
}
