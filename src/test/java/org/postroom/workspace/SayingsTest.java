package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.message.MailshotId;
import org.postroom.safety.Memory;
import org.postroom.safety.Said;

/// What the workspace keeps of what its mailshots said, and what it answers.
class SayingsTest {
  private static final String SONGS = "ef01".repeat(16);

  @TempDir Path folder;

  private static Said said(String... sentences) {
    return new Said(List.of(sentences), Map.of(SONGS, "songs.pdf"));
  }

  private static void send(Workspace workspace, int mailshot, boolean arrives, Said said)
      throws Exception {
    MailshotId id = new MailshotId(new UUID(7, mailshot));
    try (MailshotLock lock = workspace.lock(id).orElseThrow()) {
      Records records = workspace.records(false);
      records.sayings().keep(lock, 1, said);
      Fixture.plan(records, lock, 1, 1);
      if (arrives) {
        SqliteLedger ledger = records.ledger(lock, 1, "", Fixture.AT);
        ledger.claim(Fixture.id(id, 1, 0), Fixture.digest(0), Fixture.AT);
        ledger.committing(Fixture.id(id, 1, 0), "<a@club.example>", "cd".repeat(32), Fixture.AT);
      }
    }
  }

  private static List<Memory.Repeated> repeated(Workspace workspace, Said said) throws Exception {
    return workspace.memory(false, Fixture.SHOT, "none").repeated(said);
  }

  @Test
  void whatIsSaidAgainIsToldInTheOrderOfTheFirstLetter() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      send(workspace, 1, true, said("it begins at seven", "bring a cup", "come all"));
      assertThat(repeated(workspace, new Said(List.of("come all", "it begins at seven"), Map.of())))
          .containsExactly(
              new Memory.Repeated(
                  "Spring",
                  Set.of("it begins at seven", "come all"),
                  List.of(true, false, true),
                  List.of()));
      assertThat(repeated(workspace, new Said(List.of(), Map.of(SONGS, "renamed.pdf"))))
          .containsExactly(
              new Memory.Repeated(
                  "Spring", Set.of(), List.of(false, false, false), List.of("renamed.pdf")));
      assertThat(repeated(workspace, new Said(List.of("other words"), Map.of()))).isEmpty();
      assertThat(repeated(workspace, new Said(List.of(), Map.of()))).isEmpty();
    }
  }

  @Test
  void whatThreeMailshotsSayIsUsualAndWhatNeverLeftIsNothing() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      send(workspace, 1, false, said("it begins at seven"));
      assertThat(repeated(workspace, said("it begins at seven"))).isEmpty();
      send(workspace, 2, true, said("we meet on thursdays", "may"));
      send(workspace, 3, true, said("we meet on thursdays", "june"));
      assertThat(repeated(workspace, said("we meet on thursdays")))
          .extracting(Memory.Repeated::inOrder)
          .containsOnly(List.of(true, false));
      send(workspace, 4, true, said("we meet on thursdays", "july"));
      assertThat(repeated(workspace, said("we meet on thursdays")))
          .hasSize(3)
          .allMatch(one -> one.inOrder().equals(List.of(false)))
          .allMatch(one -> one.again().equals(Set.of("we meet on thursdays")))
          .allMatch(one -> one.files().isEmpty());
    }
  }

  @Test
  void neitherWordsNorFilesCanBeReadFromTheRecord() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      send(workspace, 1, true, said("it begins at seven"));
      workspace.records(false).headHash();
    }
    String kept = Files.readString(folder.resolve("postroom.db"), StandardCharsets.ISO_8859_1);
    assertThat(kept.contains("plan_said")).isTrue();
    assertThat(kept.contains("begins at seven")).isFalse();
    assertThat(kept.contains(SONGS)).isFalse();
  }

  @Test
  void onlyWhoHoldsTheMailshotKeepsWhatItSays() throws Exception {
    try (Workspace workspace = Fixture.open(folder)) {
      MailshotLock lock = Fixture.lock(workspace);
      lock.close();
      assertThatThrownBy(() -> workspace.records(false).sayings().keep(lock, 1, said("a")))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
