package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.Checks;
import org.postroom.safety.Kit;
import org.postroom.safety.RememberedLists;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;

/// What choirs, clubs, parishes, schools, practices and allotment societies send in ten languages:
/// letters with fields, newsletters, minutes, prices, timetables, programmes, dates, events,
/// invoices and certificates for each person. Composer and guard are as they are. No block, no
/// confirmation.
class HarmlessMailshotsTest {
  private static final List<String> FILES =
      List.of("minutes", "prices", "timetable", "programme", "dates");
  private static final Map<String, List<Formats>> AS = new LinkedHashMap<>();

  static {
    AS.put("minutes", List.of(Formats.DOCX, Formats.ODT, Formats.PDF, Formats.RTF, Formats.TXT));
    AS.put("prices", List.of(Formats.XLSX, Formats.ODS, Formats.HTML_TABLE, Formats.CSV));
    AS.put("timetable", List.of(Formats.XLSX_INLINE, Formats.ODS, Formats.PDF, Formats.DOCX_TABLE));
    AS.put("programme", List.of(Formats.PDF, Formats.PPTX, Formats.DOCX, Formats.HTML));
    AS.put("dates", List.of(Formats.CSV, Formats.ICS, Formats.UTF16, Formats.JSON));
  }

  @TestFactory
  Stream<DynamicTest> nothingOfThemIsHeldUp() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Organisation who : Organisation.all()) {
      String letter = who.text("letter");
      tests.add(test(who, "letter", who.list().text(letter)));
      tests.add(test(who, "letter and HTML", who.list().text(letter).html(page(letter))));
      tests.add(test(who, "letter with footer", withFooter(who, letter)));
      tests.add(test(who, "newsletter", newsletter(who)));
      for (String file : FILES) {
        List<String> lines = who.text(file).lines().toList();
        for (Formats format : AS.getOrDefault(file, List.of())) {
          if (format != Formats.PDF || isLatin(lines)) {
            Kit kit = who.list().text(letter);
            kit.attach(file + format.ending(), format.file(lines));
            tests.add(test(who, file + " " + format, kit));
          }
        }
      }
      for (Formats format : List.of(Formats.TXT, Formats.DOCX, Formats.XLSX, Formats.HTML)) {
        tests.add(test(who, "invoices " + format, ownFiles(who, "invoice", format)));
      }
      tests.add(test(who, "names on certificates", certificates(who)));
      tests.add(test(who, "all in an archive", archive(who)));
    }
    assertThat(tests).hasSizeGreaterThan(300);
    return tests.stream();
  }

  private static DynamicTest test(Organisation who, String what, Kit kit) {
    return DynamicTest.dynamicTest(
        who.id() + " " + what,
        () -> {
          assertThat(findings(kit)).as(what).isEmpty();
          // The list was imported before, and so was last year's: nothing of it holds anything up.
          assertThat(findings(kit.memory(RememberedLists.of(who.list(), who.list()))))
              .as(what + ", with earlier lists")
              .isEmpty();
        });
  }

  private static List<String> findings(Kit kit) {
    return new SafetyReview(Checks.all())
            .review(
                kit.extractor(new FileText()).reviewSubject(),
                new MimeComposer(new MessageIdKey(new byte[32])),
                ReviewProgress.NONE)
            .review()
            .findings()
            .stream()
            .filter(finding -> finding.severity() != Severity.NOTE) // holds nothing up
            .map(HarmlessMailshotsTest::shown)
            .toList();
  }

  private static String shown(Finding finding) {
    return finding.id() + " " + finding.where().part() + " " + finding.quote();
  }

  private static String page(String letter) {
    return "<!DOCTYPE html><html><body>" + Formats.page(letter.lines().toList()) + "</body></html>";
  }

  private static Kit withFooter(Organisation who, String letter) {
    String all = letter + "\n\n--\n" + who.text("footer") + "\n";
    return who.list().text(all).html(page(all));
  }

  private static Kit newsletter(Organisation who) {
    String all =
        String.join(
            "\n\n",
            who.text("programme"),
            who.text("dates"),
            who.text("prices"),
            who.text("footer"));
    return who.list()
        .newsletter("leave@riverside.example", "1 Mill Lane")
        .text(all)
        .html(page(all).replace(";", "&nbsp; "));
  }

  private static Kit ownFiles(Organisation who, String key, Formats format) {
    Kit kit = who.list().text(who.text("letter"));
    for (int row = 1; row <= who.people().size(); row++) {
      String name = String.format(Locale.ROOT, "%s-%03d%s", key, row, format.ending());
      kit.own(row, name, format.file(who.own(key, row)));
    }
    return kit;
  }

  private static Kit certificates(Organisation who) {
    Kit kit = who.list().text(who.text("letter"));
    for (int row = 1; row <= who.people().size(); row++) {
      String name = who.people().get(row - 1);
      kit.own(row, "certificate.docx", Formats.DOCX.file(List.of("2026", name, "5 x 10 = 50")));
    }
    return kit;
  }

  private static Kit archive(Organisation who) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach(file -> files.put(file + ".txt", Files.utf8(who.text(file))));
    return who.list()
        .text(who.text("letter"))
        .attach("all.zip", Files.zip(files))
        .attach("prices.7z", Files.sevenZip("prices.csv", Files.utf8(who.text("prices"))));
  }

  private static boolean isLatin(List<String> lines) {
    return java.nio.charset.StandardCharsets.ISO_8859_1
        .newEncoder()
        .canEncode(String.join("", lines));
  }
}
