package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Severity;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

class AttachmentReadingTest {
  @Test
  void aFileIsReadBeforeItIsAttached() {
    assertThat(look(9, "Programme: Elgar, Fauré")).isEqualTo(new AttachmentReading.Nothing());
    assertThat(look(9, Kit.CHOIR)).isEqualTo(new AttachmentReading.Nothing());
    assertNames(
        look(4, "m1@choir.example m2@choir.example"), "list.is-attachment", Severity.BLOCK, 2);
    assertNames(
        look(9, "m1@choir.example m2@choir.example m3@choir.example"),
        "content.lists-people",
        Severity.BLOCK,
        3);
    assertNames(look(9, "ask m1@choir.example"), "content.lists-people", Severity.CONFIRM, 1);
    assertNames(
        look(9, "jo.a@x.example jo.b@x.example jo.c@x.example"),
        "content.lists-people",
        Severity.CONFIRM,
        3);
    assertThat(look(9, "jo.a@x.example jo.b@x.example")).isEqualTo(new AttachmentReading.Nothing());
  }

  @Test
  void whatCouldNotBeReadIsSaid() {
    assertThat(look(9, new Extraction.Unreadable("encrypted")))
        .isEqualTo(new AttachmentReading.NotRead("encrypted"));
    assertThat(look(9, new Extraction.Picture())).isEqualTo(new AttachmentReading.Nothing());
  }

  private static void assertNames(
      AttachmentReading reading, String id, Severity severity, int people) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            AttachmentReading.NamesPeople.class,
            names -> {
              assertThat(names.finding().id()).isEqualTo(id);
              assertThat(names.finding().severity()).isEqualTo(severity);
              assertThat(names.people()).isEqualTo(people);
            });
  }

  private static AttachmentReading look(int members, String words) {
    return look(members, new Extraction.Text(List.of(new Piece("", words))));
  }

  private static AttachmentReading look(int members, Extraction extraction) {
    ReviewSubject subject = Kit.choir(members).reviewSubject();
    FileCandidate file =
        new FileCandidate(
            "a.bin",
            "application/octet-stream",
            Blob.of("abc".getBytes(StandardCharsets.UTF_8)),
            "a");
    return AttachmentReading.look(
        file,
        subject.list(),
        Set.of(subject.mailshot().from().mailbox().key()),
        Memory.NOTHING,
        (_, _, _) -> extraction);
  }
}
