package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.Checks;
import org.postroom.safety.Kit;
import org.postroom.safety.ReviewProgress;

/// However several other people's addresses are dressed up and wherever they are put, the review
/// blocks. The checks stand alone here: no type, no composer, no guard helps them.
class PlantedLeakTest {
  enum Guise {
    PLAIN,
    UPPER,
    ENTITY,
    ALL_ENTITIES,
    PERCENT,
    ZERO_WIDTH,
    FULL_WIDTH,
    AT_IN_WORDS,
    JSON,
    PUNYCODE,
    UNICODE_DOMAIN
  }

  enum Place {
    TEXT,
    SUBJECT,
    HTML,
    HTML_COMMENT,
    HTML_ALT,
    HTML_SPLIT_BY_TAGS,
    CSV,
    ZIP,
    ZIP_IN_ZIP,
    GZIP,
    DOCX,
    XLSX,
    ODS,
    PDF,
    EML,
    UTF16
  }

  @Property(tries = 400)
  void severalPeopleAreFoundInEveryGuiseAndPlace(
      @ForAll Guise guise,
      @ForAll Place place,
      @ForAll @IntRange(min = 3, max = 60) int size,
      @ForAll @IntRange(min = 3, max = 5) int planted,
      @ForAll @IntRange(min = 0, max = 1000) int seed) {
    Kit kit = Kit.list("Name", "Email").extractor(new FileText());
    List<String> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String domain = i % 3 == 0 ? "xn--mller-kva.example" : "choir.example";
      String address = "p" + (seed * 7 + i) + ".x@" + domain;
      kit.row("Person " + i, address);
      people.add(address);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(planted, size); i++) {
      boolean pdf = place == Place.PDF;
      lines.add("Person;" + dress(people.get((seed + i) % size), guise, pdf) + ";x");
    }
    put(kit, place, lines);
    List<Finding> findings = kit.review(Checks.all(), ReviewProgress.NONE).review().findings();
    assertThat(findings)
        .anyMatch(
            finding ->
                finding.severity() == Severity.BLOCK
                    && (finding.id().startsWith("list.is-")
                        || finding.id().equals("content.lists-people")));
  }

  private static String dress(String address, Guise guise, boolean latinOnly) {
    return switch (guise) {
      case PLAIN, PUNYCODE -> address;
      case UPPER -> address.toUpperCase(Locale.ROOT);
      case ENTITY -> address.replace("@", "&#64;");
      case ALL_ENTITIES ->
          address
              .chars()
              .mapToObj(c -> "&#x" + Integer.toHexString(c) + ";")
              .reduce("", String::concat);
      case PERCENT -> address.replace("@", "%40").replace(".", "%2E");
      case ZERO_WIDTH -> latinOnly ? address : address.replace("@", "\u200b@\u2060");
      case FULL_WIDTH ->
          latinOnly ? address : address.replace("@", "\uff20").replace(".x", ".\uff58");
      case AT_IN_WORDS -> address.replace("@", " (at) ");
      case JSON -> address.replace("@", "\\u0040");
      case UNICODE_DOMAIN -> latinOnly ? address : address.replace("xn--mller-kva", "Müller");
    };
  }

  private static void put(Kit kit, Place place, List<String> lines) {
    String all = String.join("\n", lines);
    byte[] csv = Files.utf8("Kind;Email;Note\n" + all);
    String[] array = lines.toArray(String[]::new);
    switch (place) {
      case TEXT -> kit.text("Dear all\n" + all);
      case SUBJECT -> kit.subject("News " + String.join(" ", lines));
      case HTML -> kit.html("<p>Dear all</p><p>" + all + "</p>");
      case HTML_COMMENT -> kit.html("<p>Dear all</p><!-- " + all + " -->");
      case HTML_ALT ->
          kit.html("<p>Dear all</p><img src='https://x.example/a.png' alt='" + all + "'>");
      case HTML_SPLIT_BY_TAGS ->
          kit.html(
              "<p>" + all.replace("x@", "x<b></b>@").replace("example", "exam<i>ple</i>") + "</p>");
      case CSV -> kit.attach("notes.csv", csv);
      case ZIP -> kit.attach("notes.zip", Files.zip("notes.csv", csv));
      case ZIP_IN_ZIP -> kit.attach("notes.zip", Files.zip("a.zip", Files.zip("notes.csv", csv)));
      case GZIP -> kit.attach("notes.csv.gz", Files.gzip(csv));
      case DOCX -> kit.attach("notes.docx", Files.docx(array));
      case XLSX -> kit.attach("notes.xlsx", Files.xlsx(array));
      case ODS -> kit.attach("notes.ods", Files.ods(array));
      case PDF -> kit.attach("notes.pdf", Files.pdf(array));
      case EML -> kit.attach("notes.eml", Files.eml(all));
      case UTF16 ->
          kit.attach("notes.txt", ("Kind;Email;Note\n" + all).getBytes(StandardCharsets.UTF_16));
    }
  }
}
