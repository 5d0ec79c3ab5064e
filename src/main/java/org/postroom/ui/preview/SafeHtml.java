package org.postroom.ui.preview;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.postroom.composition.ReceivedMessage.Part;

/// Makes a message's HTML fit to be looked at: it looks the same, and can reach nothing.
///
/// What stays: text, tables, inline styles and the letter's own images (as `data:`). What goes:
/// scripts, frames, forms, objects, remote images and styles, refreshes, links' targets (they are
/// shown as a tooltip). A content security policy stands in the page as a second layer; the third
/// is [NetworkBlock].
public final class SafeHtml {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
          + " base-uri 'none'";

  /// CSS that can fetch, or that hides what it does behind escapes or comments.
  private static final Pattern FETCHING_CSS =
      Pattern.compile("url|src\\(|image|@import|@font|@namespace|expression|\\\\|/\\*|<|behavior");

  private static final Pattern FOR_DARK = scheme("dark");
  private static final Pattern FOR_LIGHT = scheme("light");
  private static final String ALWAYS = "(min-width:0)";
  private static final String NEVER = "(max-width:0)";

  private static final String LIGHT_PAGE = "body{color:#1f2328;background:#ffffff}";
  private static final String DARK_PAGE = "body{color:#e6edf3;background:#0f141a}";

  /// What many programs do with a page that brings no dark colours: all of it is turned round, and
  /// the pictures back again.
  private static final String TURNED_DARK =
      LIGHT_PAGE
          + "html{background:#ffffff;filter:invert(1) hue-rotate(180deg)}"
          + "img{filter:invert(1) hue-rotate(180deg)}";

  private static final Cleaner CLEANER = new Cleaner(allowed());

  private SafeHtml() {}

  /// The program that a page is looked at in.
  ///
  /// @param images false where it loads no images
  /// @param dark true where it is set to dark: the page's own dark colours where it brings some
  ///   (`prefers-color-scheme`), turned dark otherwise
  public record Look(boolean images, boolean dark) {
    /// With images, on white.
    public static final Look PLAIN = new Look(true, false);
  }

  private static Pattern scheme(String colours) {
    return Pattern.compile(
        "\\(\\s*prefers-color-scheme\\s*:\\s*" + colours + "\\s*\\)", Pattern.CASE_INSENSITIVE);
  }

  /// @param html the letter's HTML part
  /// @param inline the letter's images by Content-ID
  public static SafePage page(String html, Map<String, Part> inline, Look look) {
    Document source = Jsoup.parse(html);
    String styles = ownStyles(source);
    source.select("img").forEach(image -> embed(image, inline, look.images()));
    source.select("a[href]").forEach(link -> link.attr("title", link.attr("href")));
    source.select("[style]").forEach(SafeHtml::keepHarmlessStyle);
    Document clean = CLEANER.clean(source);
    clean.outputSettings().charset("US-ASCII").prettyPrint(false);
    return new SafePage(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\""
            + POLICY
            + "\"><style>body{margin:0;font-family:sans-serif;font-size:15px;line-height:1.45}"
            + colours(styles, look)
            + "img{max-width:100%;height:auto}"
            + "a{color:#1a5fb4;text-decoration:underline}"
            + inScheme(styles, look)
            + "</style></head><body>"
            + clean.body().html()
            + "</body></html>");
  }

  private static String colours(String styles, Look look) {
    if (!look.dark()) {
      return LIGHT_PAGE;
    }
    return FOR_DARK.matcher(styles).find() ? DARK_PAGE : TURNED_DARK;
  }

  /// The colours for a program that is set so, whatever this computer is set to.
  private static String inScheme(String styles, Look look) {
    String dark = FOR_DARK.matcher(styles).replaceAll(look.dark() ? ALWAYS : NEVER);
    return FOR_LIGHT.matcher(dark).replaceAll(look.dark() ? NEVER : ALWAYS);
  }

  private static Safelist allowed() {
    return Safelist.relaxed()
        .removeTags("a")
        .addTags("a", "hr", "center", "font", "s", "del", "ins", "mark", "address")
        .addAttributes(":all", "style", "class", "align", "valign", "bgcolor", "dir", "lang")
        .addAttributes("a", "title")
        .addAttributes("font", "color", "size", "face")
        .addAttributes("table", "border", "cellpadding", "cellspacing", "role")
        .removeProtocols("img", "src", "http", "https")
        .addProtocols("img", "src", "data");
  }

  private static void embed(Element image, Map<String, Part> inline, boolean images) {
    String src = image.attr("src");
    image.removeAttr("srcset");
    Part part = src.regionMatches(true, 0, "cid:", 0, 4) ? inline.get(src.substring(4)) : null;
    if (images && part != null && part.contentType().startsWith("image/")) {
      String base64 = Base64.getEncoder().encodeToString(part.content().bytes());
      image.attr("src", "data:" + part.contentType() + ";base64," + base64);
    } else {
      image.removeAttr("src");
    }
  }

  private static void keepHarmlessStyle(Element element) {
    if (fetches(element.attr("style"))) {
      element.removeAttr("style");
    }
  }

  private static String ownStyles(Document source) {
    StringBuilder kept = new StringBuilder();
    for (Element style : source.select("style")) {
      String css = style.data();
      if (!fetches(css)) {
        kept.append(css).append('\n');
      }
      style.remove();
    }
    return ascii(kept);
  }

  private static boolean fetches(String css) {
    return FETCHING_CSS.matcher(css.toLowerCase(Locale.ROOT)).find();
  }

  /// Style sheets know no entities: what is not ASCII is dropped, it can only be in a font's name
  /// or in generated content.
  private static String ascii(CharSequence css) {
    StringBuilder out = new StringBuilder(css.length());
    css.chars().filter(c -> c < 127).forEach(c -> out.append((char) c));
    return out.toString();
  }
}
