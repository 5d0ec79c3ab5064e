package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Draft;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.ReviewProgress;
import org.postroom.safety.SafetyReview;
import tools.jackson.databind.JsonNode;

/// A list that is another one than when the mailshot was saved.
class ListChangedTest {
  private static final String HEAD = "Name;Email;Town\r\n";
  private static final String ANN = "Ann;ann@choir.example;York\r\n";
  private static final String BEN = "Ben;ben@choir.example;Hull\r\n";
  private static final String CY = "Cy;cy@choir.example;Bath\r\n";

  @TempDir Path folder;

  @Test
  void whoCameWhoWentAndWhoseDataChangedIsSaid() {
    Office office = new Office(folder);
    String then = saved(office, HEAD + ANN + BEN + CY);
    assertThat(changed(office, then, HEAD + ANN + BEN + CY)).isEmpty();
    assertThat(changed(office, then, HEAD + ANN + CY.replace("Bath", "Wells") + row("Dora")))
        .containsExactly(
            "The list has changed since the mailshot was saved. 1 person came"
                + " (dora@choir.example), 1 person went (row 2 of the old list), and the data of 1"
                + " person changed (cy@choir.example). Look at the people again, and confirm that"
                + " the new list is meant.");
    StringBuilder more = new StringBuilder(HEAD + ANN + BEN + CY);
    for (String name : List.of("Dora", "Eva", "Fay", "Gus", "Hal", "Ian")) {
      more.append(row(name));
    }
    assertThat(changed(office, then, more.toString()).getFirst())
        .contains(
            "6 people came (dora@choir.example, eva@choir.example, fay@choir.example,"
                + " gus@choir.example, hal@choir.example, …), nobody went, and nobody’s data"
                + " changed.");
    assertThat(changed(office, then, "Town;Email;Name\r\n;ann@choir.example;\r\n").getFirst())
        .contains("Nobody came, 2 people went (rows 2, 3 of the old list), and the data of 1");
  }

  @Test
  void aListThatWasNeverSeenHereCannotBeCompared() {
    Office office = new Office(folder);
    assertThat(changed(office, "ab".repeat(32), HEAD + ANN).getFirst())
        .contains("how it was then is not known here");
  }

  @Test
  void whatTheMailshotAndTheWorkspaceMakeOfTheListIsNoChangeOfIt() {
    Office office = new Office(folder);
    String then = saved(office, HEAD + ANN + BEN + CY + "Dan;dan@choir.example;York\r\n");
    office.run("suppress", "add", "dan@choir.example", "--reason", "asked").exits(0);
    String edited = HEAD + ANN + BEN + CY + "Dan;dan@choir.example;York\r\n" + row("Eva");
    String only = "\"where\": {\"Town\": [\"York\", \"Leeds\"]}, ";
    String out =
        "\"leaveOut\": [{\"row\": 1, \"address\": \"ann@choir.example\", \"reason\": \"moved\"}], ";
    String correct =
        "\"corrections\": [{\"row\": 1, \"column\": \"Town\", \"was\": \"York\", \"value\": \"Selby\"},"
            + " {\"row\": 2, \"column\": \"Email\", \"was\": \"ben@choir.example\","
            + " \"value\": \"ben2@choir.example\"}], ";
    for (String choice : List.of("", only, out, correct)) {
      assertThat(changed(office, then, edited, choice).getFirst())
          .as(choice)
          .contains("1 person came (eva@choir.example), nobody went, and nobody’s data changed");
    }
  }

  @Test
  void whoGetsLettersOnlyNowHasComeAndWhoseRowsDifferHasChanged() {
    Office office = new Office(folder);
    String then =
        saved(
            office,
            HEAD + ANN + "Ben;ben@@choir.example;Hull\r\n" + CY + CY.replace("Bath", "Wells"));
    assertThat(changed(office, then, HEAD + ANN + BEN + CY).getFirst())
        .contains("1 person came (ben@choir.example), nobody went")
        .contains("the data of 1 person changed (cy@choir.example)");
  }

  @Test
  void aListThatChangesBetweenCheckAndSendIsNoticedBeforeAnythingLeaves() throws Exception {
    Office office = new Office(folder);
    String then = saved(office, HEAD + ANN + BEN + CY);
    assertThat(changed(office, then, HEAD + ANN + BEN + CY)).isEmpty();
    String mailshot = office.file("spring.mailshot");
    office.run("check", mailshot).exits(0);
    // As many people as before, so that the count alone tells nothing.
    office.write("members.csv", HEAD + ANN + BEN.replace("Hull", "Ripon") + CY);
    try (Sink sink = Sink.start(folder.resolve("sink"))) {
      Office.Outcome stopped =
          office.run("send", mailshot, "--confirm", "3", "--smtp", sink.url()).exits(4);
      assertThat(stopped.err()).contains("the data of 1 person changed (ben@choir.example)");
      assertThat(sink.envelopes()).isEmpty();
    }
  }

  @Test
  void aListThatChangesBetweenReviewAndSendInOneSessionIsNoticedToo() throws Exception {
    Office office = new Office(folder);
    office.write("members.csv", HEAD + ANN + BEN + CY);
    Path mailshot = Path.of(office.mailshot());
    try (Postroom engine = RealEngine.open(office.workspace())) {
      Through through = new Through.Practice(null);
      Draft draft = engine.draft(engine.open(mailshot), engine.way(through), WorkProgress.NONE);
      SafetyReview.Reviewed reviewed = engine.review(draft, ReviewProgress.NONE);
      office.write("members.csv", HEAD + ANN + BEN.replace("Hull", "Ripon") + CY);
      assertThatThrownBy(
              () ->
                  engine.send(
                      draft,
                      reviewed,
                      3,
                      List.of(),
                      through,
                      new DispatchOptions(
                          engine.pace(through), Duration.ZERO, Duration.ZERO, false),
                      new StopSignal(),
                      DispatchListener.NONE))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().message()).contains("members.csv", "changed"));
      assertThat(engine.report(engine.open(mailshot), true)).isEmpty();
    }
  }

  /// The digest of a list that this workspace has seen.
  private static String saved(Office office, String csv) {
    office.write("members.csv", csv);
    office.run("check", office.mailshot(), "--json");
    return office.run("list", office.file("members.csv"), "--json").json().get("sha256").asString();
  }

  private static List<String> changed(Office office, String then, String csv) {
    return changed(office, then, csv, "");
  }

  /// @param choices further members of `recipients`
  private static List<String> changed(Office office, String then, String csv, String choices) {
    office.write("members.csv", csv);
    String mailshot = office.mailshot();
    office.write(
        "spring.mailshot",
        Office.read(Path.of(mailshot))
            .replace("\"basis\"", choices + "\"sha256\": \"" + then + "\", \"basis\""));
    List<String> messages = new ArrayList<>();
    for (JsonNode finding : office.run("check", mailshot, "--json").json().get("findings")) {
      if (finding.get("id").asString().equals("list.changed")) {
        assertThat(finding.get("count").asInt()).isEqualTo(1);
        messages.add(finding.get("message").asString());
      }
    }
    return messages;
  }

  private static String row(String name) {
    return name + ";" + name.toLowerCase(java.util.Locale.ROOT) + "@choir.example;Leeds\r\n";
  }
}
