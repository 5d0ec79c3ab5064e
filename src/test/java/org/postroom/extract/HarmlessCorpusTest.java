package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/// The corpus `harmless.cases`: letters and files that are fine, in many languages and formats, to
/// the people of a real-looking choir, with the composer and the guard as they are. Nothing is held
/// up: no block, no confirmation. It grows with every false alarm found.
class HarmlessCorpusTest {
  /// The list was imported before, and so was last year's: nothing of it holds anything up.
  private static final RememberedLists EARLIER = RememberedLists.of(choir(), choir());

  private static final int FORMATS_EACH = 5;

  private record Case(String id, String why, String subject, String words) {
    List<String> lines() {
      return words.lines().toList();
    }

    boolean isLatin() {
      return StandardCharsets.ISO_8859_1.newEncoder().canEncode(words);
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingThatIsFineIsHeldUp() throws IOException {
    List<Case> cases = cases();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      tests.add(test(one, "text", choir().subject(one.subject()).text(one.words())));
      tests.add(
          test(
              one,
              "html",
              choir().subject(one.subject()).text(one.words()).html(Formats.page(one.lines()))));
      Formats[] formats = Formats.values();
      for (int j = 0; j < FORMATS_EACH; j++) {
        Formats format = formats[(i + j * 4) % formats.length];
        if (one.isLatin() || format != Formats.PDF) {
          byte[] file = format.file(one.lines());
          Kit kit = choir().subject(one.subject()).attach(one.id() + format.ending(), file);
          tests.add(test(one, format.ending(), kit));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(400);
    return tests.stream();
  }

  private static DynamicTest test(Case one, String form, Kit kit) {
    return DynamicTest.dynamicTest(
        one.id() + " " + form, () -> assertThat(findings(kit)).as(one.why()).isEmpty());
  }

  private static List<String> findings(Kit kit) {
    return new SafetyReview(Checks.all())
            .review(
                kit.extractor(new FileText()).memory(EARLIER).reviewSubject(),
                new MimeComposer(new MessageIdKey(new byte[32])),
                ReviewProgress.NONE)
            .review()
            .findings()
            .stream()
            .filter(finding -> finding.severity() != Severity.NOTE) // holds nothing up
            .map(HarmlessCorpusTest::shown)
            .toList();
  }

  private static String shown(Finding finding) {
    return finding.id() + " " + finding.where().part() + " " + finding.quote();
  }

  /// With households, namesakes, short names, a leader whom many rows name, and the contacts of the
  /// letters among the members.
  private static Kit choir() {
    Kit kit =
        Kit.list(
            "First name",
            "Surname",
            "Email",
            "Phone",
            "Street",
            "Town",
            "Voice",
            "Role",
            "Member no",
            "Joined",
            "Owes",
            "Notes");
    String[] names = {
      "Ann Miller",
      "Ben Miller",
      "Margaret Okafor",
      "Tom Ashworth",
      "Bea Lindqvist",
      "Emil Sanders",
      "Li Wu",
      "Ho Tan",
      "Zoë Müller",
      "Jürgen Petersen",
      "Mark Hall",
      "Rose May",
      "Will Church",
      "Grace Noten",
      "April Summer",
      "Dora Marsh",
      "Ann Miller",
      "Cem Marsh",
      "Ada King",
      "Eva Bach"
    };
    String[] towns = {"Riverside", "Millbrook", "Easton", "Norwood", "Riverside"};
    String[] voices = {"Soprano", "Alto", "Tenor", "Bass"};
    for (int i = 1; i <= names.length; i++) {
      String[] name = names[i - 1].split(" ", -1);
      int house = i == 2 ? 1 : i;
      kit.row(
          name[0],
          name[1],
          "p" + i + "@" + (i % 3 == 0 ? "home" : "work") + ".example",
          "01234 5670" + String.format(Locale.ROOT, "%02d", house),
          house + " Mill Lane",
          towns[i % towns.length],
          voices[i % voices.length],
          i == 3 ? "Chair" : i == 4 ? "Treasurer" : i == 5 ? "Secretary" : "",
          Integer.toString(1230 + i),
          "14.03.20" + String.format(Locale.ROOT, "%02d", i),
          i % 3 == 0 ? "£" + (i * 3) + ".50" : "",
          i % 4 == 0 ? "sings in the chapel" : i == 7 ? "owes the tea money" : "");
    }
    return kit;
  }

  private static List<Case> cases() throws IOException {
    try (InputStream file = HarmlessCorpusTest.class.getResourceAsStream("harmless.cases")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Case> cases = new ArrayList<>();
      for (String block : all.split("(?m)^== ", -1)) {
        if (!block.startsWith("#")) {
          List<String> lines = block.strip().lines().toList();
          String[] head = lines.getFirst().split(" \\| ", -1);
          cases.add(
              new Case(
                  head[0],
                  head[1],
                  lines.get(1),
                  String.join("\n", lines.subList(2, lines.size())) + "\n"));
        }
      }
      return cases;
    }
  }
}
