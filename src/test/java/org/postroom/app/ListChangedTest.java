package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /// The digest of a list that this workspace has seen.
  private static String saved(Office office, String csv) {
    office.write("members.csv", csv);
    office.run("check", office.mailshot(), "--json").exits(0);
    return office.run("list", office.file("members.csv"), "--json").json().get("sha256").asString();
  }

  private static List<String> changed(Office office, String then, String csv) {
    office.write("members.csv", csv);
    String mailshot = office.mailshot();
    office.write(
        "spring.mailshot",
        Office.read(Path.of(mailshot))
            .replace("\"basis\"", "\"sha256\": \"" + then + "\", \"basis\""));
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
