package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.address.MailboxKey;
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

  @Test
  void rowsWithoutTheirAddressesAreSaidToo() {
    String phones = "Member One 01234 567001\nMember Two 01234 567002\nMember Three 01234 567003";
    assertNames(look(phones(6), phones), "list.is-attachment", Severity.BLOCK, 3);
    assertNames(look(phones(7), phones), "content.lists-people", Severity.BLOCK, 3);
    assertNames(
        look(phones(7), phones + " m7@x.example"), "content.lists-people", Severity.BLOCK, 3);
    assertThat(look(phones(7), "Member One 01234 567001"))
        .isEqualTo(new AttachmentReading.Nothing());
  }

  @Test
  void peopleOfAnEarlierListAreSaidTooWithTheirAddressesOrWithout() {
    String phones = "Member One 01234 567001\nMember Two 01234 567002\nMember Three 01234 567003";
    Memory earlier = RememberedLists.of(phones(7));
    assertNames(
        look(Kit.choir(9).memory(earlier), phones), "content.lists-people", Severity.BLOCK, 3);
    assertNames(
        look(Kit.choir(9).memory(RememberedLists.of(phones(6))), phones),
        "list.is-attachment",
        Severity.BLOCK,
        3);
    assertThat(look(Kit.choir(9).memory(earlier), "Member One 01234 567001"))
        .isEqualTo(new AttachmentReading.Nothing());
    Memory addresses =
        new NoMemory() {
          @Override
          public boolean onAnEarlierList(MailboxKey address) {
            return address.value().endsWith("@old.example");
          }
        };
    assertNames(
        look(Kit.choir(9).memory(addresses), "a@old.example b@old.example"),
        "content.lists-people",
        Severity.CONFIRM,
        2);
    assertNames(
        look(Kit.choir(9).memory(addresses), "a@old.example b@old.example c@old.example"),
        "content.lists-people",
        Severity.BLOCK,
        3);
  }

  @Test
  void manyStrangersBlock() {
    for (int count : new int[] {24, 25}) {
      StringBuilder strangers = new StringBuilder();
      for (int i = 0; i < count; i++) {
        strangers.append("anna.smith").append(i).append("@else.example ");
      }
      assertNames(
          look(9, strangers.toString()),
          "content.lists-people",
          count < 25 ? Severity.CONFIRM : Severity.BLOCK,
          count);
    }
  }

  private static Kit phones(int people) {
    String[] names = {"One", "Two", "Three", "Four", "Five", "Six", "Seven"};
    Kit kit = Kit.list("Name", "Email", "Phone");
    for (int i = 1; i <= people; i++) {
      kit.row("Member " + names[i - 1], "m" + i + "@x.example", "01234 56700" + i);
    }
    return kit;
  }

  private static AttachmentReading look(Kit kit, String words) {
    return look(kit, new Extraction.Text(List.of(new Piece("", words))));
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
    return look(Kit.choir(members), extraction);
  }

  private static AttachmentReading look(Kit kit, Extraction extraction) {
    ReviewSubject subject = kit.reviewSubject();
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
        subject.memory(),
        (_, _, _) -> extraction);
  }
}
