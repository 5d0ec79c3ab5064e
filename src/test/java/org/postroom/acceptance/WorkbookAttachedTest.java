package org.postroom.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.Waiting;
import org.postroom.engine.Draft;
import org.postroom.engine.Parts;
import org.postroom.engine.Passwords;
import org.postroom.engine.PostroomEngine;
import org.postroom.engine.TabularListReader;
import org.postroom.engine.Through;
import org.postroom.engine.WorkProgress;
import org.postroom.extract.FileText;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.ReviewProgress;
import org.postroom.tabular.Books;
import org.postroom.workspace.Workspace;

/// A workbook that is the list is attached: the same file, the same bytes by another name, and the
/// same people saved once more.
class WorkbookAttachedTest {
  private static final List<String> PEOPLE =
      List.of("Ann Alder", "Bob Birch", "Cyd Cedar", "Dan Dogwood", "Eve Elder", "Fay Fir");

  @TempDir Path folder;
  private Workspace workspace;
  private PostroomEngine engine;

  @BeforeEach
  void write() throws Exception {
    workspace = Workspace.open(folder.resolve("workspace"));
    engine =
        new PostroomEngine(
            new Parts(
                workspace,
                InstantSource.system(),
                ZoneOffset.UTC,
                Waiting.REAL,
                new TabularListReader(),
                new FileText(),
                Passwords.NONE,
                "helen"));
    Files.write(folder.resolve("members.xlsx"), members(""));
    Files.copy(folder.resolve("members.xlsx"), folder.resolve("programme.xlsx"));
    Files.write(folder.resolve("saved-again.xlsx"), members("spans=\"1:2\""));
    Files.writeString(folder.resolve("letter.txt"), "Dear {{Name}},\n\nplease see the file.\n");
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    workspace.close();
  }

  private static byte[] members(String attributes) {
    StringBuilder rows = new StringBuilder(Books.row(1, attributes, "Email", "Name"));
    for (int i = 0; i < PEOPLE.size(); i++) {
      String name = PEOPLE.get(i);
      String address = name.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "@people.example";
      rows.append(Books.row(i + 2, attributes, address, name));
    }
    return Books.xlsx(rows.toString());
  }

  private List<String> blocks(String attached) throws Exception {
    Path document = folder.resolve("spring.mailshot");
    Files.writeString(
        document,
        """
        {
          "postroom": 1,
          "name": "Spring",
          "from": "Riverside Choir <news@riverside.example>",
          "recipients": { "file": "members.xlsx", "basis": "members of the choir" },
          "subject": "Our programme, {{Name}}",
          "text": "letter.txt",
          "attachments": [ { "file": "%s" } ]
        }
        """
            .formatted(attached));
    Draft draft =
        engine.draft(
            engine.open(document), engine.way(new Through.Practice(null)), WorkProgress.NONE);
    assertThat(draft.people()).isEqualTo(PEOPLE.size());
    return engine.review(draft, ReviewProgress.NONE).review().findings().stream()
        .filter(finding -> finding.severity() == Severity.BLOCK)
        .map(Finding::id)
        .toList();
  }

  @Test
  void theListItselfIsNeverSent() throws Exception {
    assertThat(blocks("members.xlsx")).contains("list.is-attachment");
  }

  @Test
  void norIsItsCopyByAnotherName() throws Exception {
    assertThat(blocks("programme.xlsx")).contains("list.is-attachment");
  }

  @Test
  void norAreTheSamePeopleSavedOnceMore() throws Exception {
    assertThat(Files.readAllBytes(folder.resolve("saved-again.xlsx")))
        .isNotEqualTo(Files.readAllBytes(folder.resolve("members.xlsx")));
    assertThat(blocks("saved-again.xlsx")).isNotEmpty();
  }
}
