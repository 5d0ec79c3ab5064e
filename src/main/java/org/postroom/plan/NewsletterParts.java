package org.postroom.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.Body;
import org.postroom.message.HeaderField;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.template.MergeTemplate;

/// What a newsletter carries beside its words (rule M6): List-Id (RFC 2919), List-Unsubscribe (RFC
/// 2369), and at its end a visible way out and the sender's postal address, each unless the words
/// hold it already. A personal mailshot carries none of it.
final class NewsletterParts {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.postroom.plan.newsletter", Locale.ROOT);

  private NewsletterParts() {}

  static List<HeaderField> headersOf(Mailshot mailshot) {
    Mailshot.Newsletter newsletter = newsletter(mailshot);
    if (newsletter == null) {
      return List.of();
    }
    List<HeaderField> headers = new ArrayList<>();
    headers.add(
        new HeaderField("List-Id", "<" + listId(mailshot.from().mailbox().address()) + ">"));
    Mailbox wayOut = newsletter.unsubscribe();
    if (wayOut != null) {
      headers.add(new HeaderField("List-Unsubscribe", "<" + mailto(wayOut.address()) + ">"));
    }
    return headers;
  }

  static Body<MergeTemplate> bodyOf(Mailshot mailshot) {
    Body<MergeTemplate> body = mailshot.body();
    Mailshot.Newsletter newsletter = newsletter(mailshot);
    if (newsletter == null) {
      return body;
    }
    MergeTemplate html = body.html();
    return new Body<>(
        body.subject(),
        textEnding(body.text(), newsletter),
        html == null ? null : htmlEnding(html, newsletter));
  }

  private static Mailshot.@Nullable Newsletter newsletter(Mailshot mailshot) {
    return mailshot.kind() == Kind.NEWSLETTER ? mailshot.newsletter() : null;
  }

  private static MergeTemplate textEnding(MergeTemplate text, Mailshot.Newsletter newsletter) {
    StringBuilder ending = new StringBuilder();
    Mailbox wayOut = newsletter.unsubscribe();
    if (wayOut != null && !holds(text, wayOut.address().wire())) {
      ending.append(sentence("unsubscribe.text", wayOut.address().wire())).append('\n');
    }
    if (!newsletter.postalAddress().isBlank() && !holds(text, newsletter.postalAddress())) {
      ending.append(newsletter.postalAddress().strip()).append('\n');
    }
    return ending.isEmpty() ? text : text.withEnding("\n-- \n" + ending);
  }

  private static MergeTemplate htmlEnding(MergeTemplate html, Mailshot.Newsletter newsletter) {
    StringBuilder ending = new StringBuilder();
    Mailbox wayOut = newsletter.unsubscribe();
    if (wayOut != null && !holds(html, wayOut.address().wire())) {
      String link = "<a href=\"" + escaped(mailto(wayOut.address())) + "\">";
      ending.append("<p>").append(sentence("unsubscribe.html", link, "</a>")).append("</p>\n");
    }
    String postal = newsletter.postalAddress();
    if (!postal.isBlank() && !holds(html, postal) && !holds(html, escaped(postal))) {
      ending
          .append("<p>")
          .append(escaped(postal.strip()).replaceAll("\\R", "<br>"))
          .append("</p>\n");
    }
    return ending.isEmpty() ? html : html.withEnding("<hr>\n" + ending);
  }

  private static boolean holds(MergeTemplate template, String words) {
    return folded(template.source()).contains(folded(words));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return Entities.escape(text);
  }

  /// RFC 6068, with a subject that says what is wanted.
  private static String mailto(AddrSpec address) {
    String local = encoded(address.localPart());
    return "mailto:"
        + local
        + "@"
        + address.domain()
        + "?subject="
        + encoded(sentence("unsubscribe.subject"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The same for every newsletter of a sender: `news@riverside.example` is the list
  /// `news.riverside.example`.
  private static String listId(AddrSpec from) {
    String label = from.localPart().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = label.replaceAll("^-|-$", "");
    return (trimmed.isEmpty() ? "list" : trimmed) + "." + from.domain();
  }

  private static String sentence(String key, Object... args) {
    return new MessageFormat(TEXTS.getString(key), Locale.ROOT).format(args);
  }
}
