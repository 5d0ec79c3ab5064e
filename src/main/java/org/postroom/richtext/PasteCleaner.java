package org.postroom.richtext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Makes a text of what a word processor, a mail program or a web page puts on the clipboard.
/// Nothing that its writer did not see on the screen comes along, nothing is fetched, and what was
/// left out is counted.
public final class PasteCleaner {
  private static final Pattern LEVEL = Pattern.compile("mso-list:[^;]*\\blevel([1-9])");
  private static final Pattern NUMBERED =
      Pattern.compile("^\\(?[\\p{Alnum}]{1,5}[.)].*", Pattern.DOTALL);

  /// Remarks of word processors, and the marks in the text that lead to them.
  private static final String REMARKS =
      "[style~=(?i)mso-element:\\s*comment], .MsoCommentReference, .MsoCommentText,"
          + " a.msocomanchor, a.msocomoff, .msocomtxt, .msocomhide,"
          + " [style~=(?i)mso-special-character:\\s*comment], a[href^=#cmnt], .comment-marker";

  /// What word processors keep of deleted words.
  private static final String DELETED = ".msoDel, [style~=(?i)mso-style-name:\\s*deleted]";

  private PasteCleaner() {}

  /// Without its pictures. Never throws, whatever the HTML.
  public static Reading clean(String html) {
    return clean(html, PictureTaking.NONE);
  }

  /// Never throws, whatever the HTML.
  ///
  /// @param pictures asked for each that is not on the web, in order
  public static Reading clean(String html, PictureTaking pictures) {
    // Some platforms hand over the clipboard's own heading as well.
    int start = html.startsWith("Version:") ? Math.max(0, html.indexOf('<')) : 0;
    Document page = Jsoup.parse(Tokens.clean(html.substring(start)));
    page.outputSettings().prettyPrint(false);
    DomReader reader = new DomReader(pictures);
    for (Element remark : page.select(REMARKS)) {
      if (remark.ownerDocument() == null) {
        continue; // It lay in one that is gone.
      }
      Element footnote = remark.attr("href").startsWith("#cmnt_ref") ? remark.closest("div") : null;
      (footnote == null ? remark : footnote).remove();
      reader.lost(Loss.REMARK);
    }
    for (Element deleted : page.select(DELETED)) {
      deleted.remove();
      reader.lost(Loss.TRACKED_CHANGE);
    }
    page.select("p, div, h1, h2, h3, h4, h5, h6").forEach(PasteCleaner::wordItem);
    page.select("p.MsoTitle").forEach(title -> title.tagName("h1"));
    page.select("p.MsoHeading1, p.MsoSubtitle").forEach(title -> title.tagName("h2"));
    page.select("p.MsoQuote, p.MsoIntenseQuote").forEach(quote -> quote.tagName("blockquote"));
    return reader.read(page.body());
  }

  /// Word has no lists on the clipboard, but paragraphs with a mark that says what it draws.
  private static void wordItem(Element paragraph) {
    Matcher level = LEVEL.matcher(paragraph.attr("style"));
    if (!level.find()) {
      return;
    }
    String mark = "";
    for (Element span : paragraph.select("span[style~=(?i)mso-list:\\s*Ignore]")) {
      mark = mark.isEmpty() ? span.text().replace('\u00A0', ' ').strip() : mark;
      span.remove();
    }
    if (mark.isEmpty()) {
      return;
    }
    // A bare "o" is the bullet of the second level in the symbol font.
    boolean numbered = NUMBERED.matcher(mark).matches();
    paragraph.attr(DomReader.ITEM, numbered ? "number" : "bullet");
    paragraph.attr(DomReader.DEPTH, Integer.toString(Integer.parseInt(level.group(1)) - 1));
    if (!paragraph.normalName().equals("p")) {
      paragraph.tagName("p");
    }
  }
}
