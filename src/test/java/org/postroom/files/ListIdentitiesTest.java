package org.postroom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.address.AddrSpec;
import org.postroom.message.Attachment;
import org.postroom.message.FileCandidate;
import org.postroom.workspace.ListPerson;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.Workspace;

/// Rule E0: a list is not attached, however it is reached.
class ListIdentitiesTest {
  @TempDir Path folder;
  private Path list;
  private ListIdentities lists;

  @BeforeEach
  void write() throws Exception {
    list = Files.writeString(folder.resolve("members.csv"), "Email\nann@club.example\n");
    lists = new ListIdentities(List.of(DiskFiles.candidate(list)), _ -> Optional.empty());
  }

  private void isTheList(Path file) throws Exception {
    assertThat(lists.sameFile(DiskFiles.candidate(file))).contains("members.csv");
    assertThat(Attachment.admit(DiskFiles.candidate(file), lists))
        .isInstanceOf(Attachment.Admission.Refused.class);
  }

  @Test
  void bySelfLinkHardLinkOtherPathAndCopy() throws Exception {
    isTheList(list);
    isTheList(Files.createSymbolicLink(folder.resolve("link.txt"), list));
    isTheList(Files.createLink(folder.resolve("hard.txt"), list));
    isTheList(folder.resolve("../" + folder.getFileName() + "/members.csv"));
    isTheList(Files.copy(list, folder.resolve("programme.pdf")));
  }

  @Test
  void theSamePathIsTheListEvenAfterItsContentChanged() throws Exception {
    Files.writeString(list, "Email\nbob@club.example\n");
    isTheList(list);
  }

  @Test
  void anotherFileIsAdmitted() throws Exception {
    Path other = Files.writeString(folder.resolve("programme.txt"), "Kyrie, Gloria");
    assertThat(lists.sameFile(DiskFiles.candidate(other))).isEmpty();
  }

  @Test
  void anEmptyFileIsNoList() throws Exception {
    FileCandidate empty = DiskFiles.candidate(Files.createFile(folder.resolve("empty.csv")));
    ListIdentities everything = new ListIdentities(List.of(empty), _ -> Optional.of("some list"));
    assertThat(everything.sameFile(empty)).isEmpty();
  }

  @Test
  void aListImportedEarlierIsKnownByItsContent() throws Exception {
    try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
      FileCandidate read = DiskFiles.candidate(list);
      workspace
          .lists()
          .register(
              new ListsSeen.Seen(
                  read.content().sha256(),
                  read.fileKey(),
                  "members.csv",
                  1,
                  0,
                  "news@club.example",
                  "personal",
                  Instant.EPOCH,
                  ListsSeen.Origin.UNKNOWN),
              List.of(new ListPerson(AddrSpec.of("ann@club.example").key(), 1, "")));
      ListIdentities later = ListIdentities.of(List.of(), workspace.lists());
      Path copy = Files.copy(list, folder.resolve("minutes.txt"));
      assertThat(later.sameFile(DiskFiles.candidate(copy))).contains("members.csv");
      // Inodes are used again: for older lists only the content counts.
      Files.writeString(list, "Kyrie, Gloria");
      assertThat(later.sameFile(DiskFiles.candidate(list))).isEmpty();
    }
  }
}
