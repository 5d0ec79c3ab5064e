package org.postroom.ui.review;

import java.util.List;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.review.ReviewModel.Confirmed;
import org.postroom.ui.review.ReviewModel.State;

/// A review as a page of HTML that any browser shows and prints: what a committee wants to see
/// before it agrees. It fetches nothing and runs nothing.
final class ReviewPage {
  private final Texts texts;
  private final Times times;
  private final FindingTexts sentences;
  private final Places places;
  private final StringBuilder html = new StringBuilder();

  ReviewPage(Texts texts, Times times, FindingTexts sentences) {
    this.texts = texts;
    this.times = times;
    this.sentences = sentences;
    this.places = new Places(texts, sentences);
  }

  /// @param name of the mailshot
  /// @param practice whether it goes to practice
  String of(String name, boolean practice, State.Done done) {
    String title = texts.get("review.page.title", name);
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(texts.locale().toLanguageTag())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(
            """
            body { font: 11pt/1.45 sans-serif; margin: 2em auto; max-width: 46em; color: #000; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
            li { margin-bottom: .7em; break-inside: avoid; } q { font-style: italic; }
            .where, .why { display: block; } .where { color: #444; font-size: .9em; }
            """)
        .append("</style>\n</head>\n<body>\n");
    element("h1", title);
    element(
        "p",
        texts.get(
            practice ? "review.page.practice" : "review.page.read",
            done.letters(),
            times.when(done.at())));
    findings("review.must-fix", done.groups().mustFix());
    findings("review.please-confirm", done.groups().toConfirm());
    confirmed(done.groups().confirmed());
    findings("review.good-to-know", done.groups().goodToKnow());
    List<String> checked = done.groups().checked();
    if (!checked.isEmpty()) {
      element("h2", texts.get("review.checked", checked.size()));
      html.append("<ul>\n");
      checked.forEach(id -> element("li", sentences.checked(id)));
      html.append("</ul>\n");
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private void findings(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    element("h2", texts.get(heading) + " (" + findings.size() + ")");
    html.append("<ul>\n");
    findings.forEach(finding -> item(finding, ""));
    html.append("</ul>\n");
  }

  private void confirmed(List<Confirmed> confirmed) {
    if (confirmed.isEmpty()) {
      return;
    }
    element("h2", texts.get("review.confirmed") + " (" + confirmed.size() + ")");
    html.append("<ul>\n");
    confirmed.forEach(
        each -> item(each.finding(), texts.get("review.because", each.acknowledgement().reason())));
    html.append("</ul>\n");
  }

  private void item(Finding finding, String because) {
    html.append("<li><strong>").append(escaped(sentences.title(finding))).append("</strong>");
    part("why", sentences.why(finding));
    if (!finding.quote().isBlank()) {
      html.append("<q>").append(escaped(finding.quote())).append("</q>");
    }
    part("where", places.of(finding));
    part("why", because);
    html.append("</li>\n");
  }

  private void part(String style, String text) {
    if (!text.isEmpty()) {
      html.append("<span class=\"").append(style).append("\">").append(escaped(text));
      html.append("</span>");
    }
  }

  private void element(String tag, String text) {
    html.append('<').append(tag).append('>').append(escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
