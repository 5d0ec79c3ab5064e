package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The practice server has a bad day when it is asked to, and Postroom tells what a real server
/// would have made it tell.
class MischiefTest {
  @TempDir Path folder;
  private Office office;
  private String mailshot;

  @BeforeEach
  void forty() throws Exception {
    office = new Office(folder);
    office.list(40);
    mailshot = office.mailshot();
  }

  @Test
  void refusalsOfOneInSevenPauseTheSendAtTheThird() throws Exception {
    JsonNode report = practise("refuse", 6);
    assertThat(report.get("refused").asInt()).isEqualTo(3);
    assertThat(report.get("accepted").asInt()).isEqualTo(18);
    assertThat(report.get("notYetSent").asInt()).isEqualTo(19);
    assertThat(replies(report, "refused")).hasSize(3).allMatch(it -> it.startsWith("550 5.1.1 "));
  }

  @Test
  void aFullMailboxIsPutOffAndNobodyElseWaits() throws Exception {
    JsonNode report = practise("full", 1);
    assertThat(report.get("deferred").asInt()).isEqualTo(5);
    assertThat(report.get("accepted").asInt()).isEqualTo(35);
    assertThat(replies(report, "deferred")).hasSize(5).allMatch(it -> it.startsWith("452 4.2.2 "));
  }

  @Test
  void aLineThatIsCutAfterTheFinalDotLeavesOneInDoubtWhichTheServerHas() throws Exception {
    JsonNode report = practise("hang-up", 5);
    assertThat(report.get("inDoubt").asInt()).isEqualTo(1);
    assertThat(report.get("accepted").asInt()).isEqualTo(39);
    assertThat(office.files(folder.resolve("mail"), ".eml")).hasSize(40);
  }

  @Test
  void onlyThePracticeServerCanBeToldToMisbehave() throws Exception {
    Office.Outcome real =
        office
            .run(
                "send",
                mailshot,
                "--confirm",
                "40",
                "--smtp",
                "smtp://localhost:2525?tls=none",
                "--misbehave",
                "full")
            .exits(2);
    assertThat(real.err()).contains("--practice");
    Office.Outcome unknown =
        office
            .run("send", mailshot, "--confirm", "40", "--practice", "--misbehave", "rudely")
            .exits(2);
    assertThat(unknown.err()).contains("rudely").contains("hang-up");
  }

  private JsonNode practise(String how, int exit) throws Exception {
    office
        .run(
            "send",
            mailshot,
            "--confirm",
            "40",
            "--practice",
            "--dir",
            office.file("mail"),
            "--misbehave",
            how)
        .exits(exit);
    return office.run("report", mailshot, "--practice", "--json").json();
  }

  private static List<String> replies(JsonNode report, String state) {
    return report
        .get("letters")
        .valueStream()
        .filter(letter -> letter.get("state").asString().equals(state))
        .map(letter -> letter.get("reply").asString())
        .toList();
  }
}
