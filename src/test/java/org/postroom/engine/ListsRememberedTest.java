package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.recipients.RecipientList;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.Workspace;

/// Registering asks whether to go on wherever it makes fingerprints: who says no learns whether it
/// had anything to do.
class ListsRememberedTest {
  private static final WorkProgress STOP = (_, _) -> false;

  @TempDir Path folder;

  private static ListsSeen.Seen seen(RecipientList list, String kind) {
    return new ListsSeen.Seen(
        list.origin().sha256(),
        "key",
        list.origin().fileName(),
        list.people().size(),
        list.leftOut().size(),
        "a@example.org",
        kind,
        Instant.EPOCH,
        ListsSeen.Origin.UNKNOWN);
  }

  @Test
  void theSameContentIsRegisteredOnce() throws Exception {
    Path csv = Files.writeString(folder.resolve("a.csv"), "Email,Name\nann@x.example,Ann\n");
    ListRequest request = ListRequest.of(csv);
    RecipientList list =
        new TabularListReader()
            .read(
                Importer.candidate(csv),
                ListReader.choices(request),
                ListMemory.NONE,
                WorkProgress.NONE)
            .list();
    Recipients choices = ListReader.choices(request);
    Recipients corrected =
        new RecipientsEdit(choices)
            .corrections(List.of(new Correction(1, "Name", "Ann", "Anna")))
            .recipients();
    String sha256 = list.origin().sha256();
    try (Workspace workspace = Workspace.open(folder.resolve("ws"))) {
      ListsSeen lists = workspace.lists();
      ListsRemembered remembered = new ListsRemembered();
      assertThatThrownBy(
              () -> remembered.register(lists, seen(list, "personal"), list, choices, STOP))
          .isInstanceOf(CancellationException.class);
      assertThat(lists.find(sha256)).isEmpty();

      remembered.register(lists, seen(list, "personal"), list, choices, WorkProgress.NONE);
      remembered.register(lists, seen(list, "newsletter"), list, choices, STOP);
      assertThat(lists.find(sha256).orElseThrow().last().kind()).isEqualTo("newsletter");

      assertThatThrownBy(
              () -> remembered.register(lists, seen(list, "personal"), list, corrected, STOP))
          .isInstanceOf(CancellationException.class);

      assertThat(lists.forget(sha256, "asked for", Instant.EPOCH)).isTrue();
      assertThatThrownBy(
              () -> remembered.register(lists, seen(list, "personal"), list, choices, STOP))
          .isInstanceOf(CancellationException.class);
      remembered.register(lists, seen(list, "personal"), list, choices, WorkProgress.NONE);
      assertThat(lists.find(sha256)).isPresent();
    }
  }
}
