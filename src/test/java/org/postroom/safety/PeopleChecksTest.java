package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Acknowledgement;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;

/// Whose data stands in what is sent: the checks alone, with types and guard out of the way.
class PeopleChecksTest {
  private static final String THREE =
      "Ann m1@choir.example\nBen m2@choir.example\nCem m3@choir.example\n";

  @Test
  void theListItselfIsRefusedAsAttachmentAndStaysRefused() {
    FileCandidate list = new FileCandidate("members.csv", "text/csv", Blob.of(new byte[] {1}), "k");
    var refused =
        (Attachment.Admission.Refused) Attachment.admit(list, _ -> Optional.of("members.csv"));
    assertThat(all(Kit.choir(9).slot(new AttachmentSlot.Refused("members.csv", refused.finding()))))
        .containsExactly("list.is-attachment BLOCK attachment:members.csv 1");
  }

  @Test
  void theSameBytesAreTheListWhateverTheirName() {
    String sha = Blob.of("abc".getBytes(java.nio.charset.StandardCharsets.UTF_8)).sha256();
    assertThat(all(Kit.choir(9).listSha(sha).attach("programme.pdf", "abc")))
        .containsExactly("list.is-attachment BLOCK attachment:programme.pdf 1");
    assertThat(
            all(
                Kit.choir(9)
                    .listSha(sha)
                    .image("logo.png", "abc".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .containsExactly("list.is-body BLOCK inline:logo.png 1");
    assertThat(all(Kit.choir(9).listSha(sha).bodyFile("text", "abc", null)))
        .containsExactly("list.is-body BLOCK text 1");
    assertThat(all(Kit.choir(9).bodyFile("markdown", "other", "old-members.csv")))
        .containsExactly("list.is-body BLOCK text 1");
  }

  @Test
  void halfTheListInAFileIsTheListAndLessIsSeveralPeople() {
    assertThat(all(Kit.choir(6).attach("a.txt", THREE)))
        .containsExactly("list.is-attachment BLOCK attachment:a.txt 1");
    assertThat(all(Kit.choir(7).attach("a.txt", THREE)))
        .containsExactly("content.lists-people BLOCK attachment:a.txt 3");
    assertThat(all(Kit.choir(400).attach("a.txt", THREE)))
        .containsExactly("content.lists-people BLOCK attachment:a.txt 3");
  }

  @Test
  void theListAsTextIsTheList() {
    assertThat(all(Kit.choir(5).text("Name,Email\n" + THREE)))
        .containsExactly("list.is-body BLOCK text 1");
    assertThat(all(Kit.choir(5).html("<p>Hello</p><!-- " + THREE + " -->")))
        .containsExactly("list.is-body BLOCK html 1");
  }

  @Test
  void oneOrTwoContactsAreConfirmedEachByAddress() {
    Kit kit = Kit.choir(40).text("Questions? Ask m3@choir.example or m7@choir.example.");
    assertThat(all(kit))
        .containsExactly(
            "content.lists-people CONFIRM text 1", "content.lists-people CONFIRM text 1");
    var reviewed = kit.review(Checks.all(), ReviewProgress.NONE);
    assertThat(reviewed.review().findings())
        .extracting(finding -> finding.where().address())
        .containsExactly("m3@choir.example", "m7@choir.example");
    assertThat(reviewed.clear(List.of(by("m3@choir.example")))).isInstanceOf(Clearing.Open.class);
    assertThat(reviewed.clear(List.of(by("m3@choir.example"), by("m7@choir.example"))))
        .isInstanceOf(Clearing.Cleared.class);
  }

  @Test
  void aContactOfTheTemplateMayStandInSomebodysFileToo() {
    Kit kit = Kit.choir(40).text("Questions? Ask m3@choir.example.");
    assertThat(all(kit.own(5, "a.txt", "Questions? m3@choir.example")))
        .containsExactly("content.lists-people CONFIRM text 1");
    assertThat(all(kit.own(6, "b.txt", "Questions? m4@choir.example")))
        .containsExactly(
            "content.other-persons-data BLOCK attachment:b.txt 1",
            "content.lists-people CONFIRM text 1");
  }

  @Test
  void inASmallListTwoAreEnough() {
    assertThat(all(Kit.choir(5).text("m1@choir.example")))
        .containsExactly("content.lists-people CONFIRM text 1");
    assertThat(all(Kit.choir(5).text("m1@choir.example m2@choir.example")))
        .containsExactly("content.lists-people BLOCK text 2");
    assertThat(all(Kit.choir(6).text("m1@choir.example m2@choir.example"))).hasSize(2);
    assertThat(all(Kit.choir(2).text("m1@choir.example")))
        .as("half the list")
        .containsExactly("content.lists-people BLOCK text 1");
    assertThat(all(Kit.choir(1).text("m1@choir.example"))).as("nobody else gets it").isEmpty();
  }

  @Test
  void peopleAreCountedOverAllParts() {
    assertThat(
            all(
                Kit.choir(40)
                    .subject("For m1@choir.example")
                    .text("m2@choir.example")
                    .attach("a.txt", "m3@choir.example")))
        .containsExactly("content.lists-people BLOCK subject 3");
    assertThat(all(Kit.choir(40).text("m1@choir.example").html("<p>m1@choir.example</p>")))
        .as("the same person in text and HTML is one")
        .containsExactly("content.lists-people CONFIRM text 1");
  }

  @Test
  void theSendersOwnAddressesAreNeverAFinding() {
    assertThat(
            all(
                Kit.choir(1)
                    .row("The choir", Kit.CHOIR)
                    .row("Helen", "helen@riverside.example")
                    .replyTo("helen@riverside.example")
                    .newsletter("leave@riverside.example", "1 Mill Lane")
                    .text(Kit.CHOIR + " helen@riverside.example leave@riverside.example")
                    .attach("a.txt", Kit.CHOIR + " HELEN@Riverside.example")))
        .isEmpty();
  }

  @Test
  void theSendersOwnDetailsAreNoOtherPersons() {
    Kit kit = Kit.list("Name", "Email", "Phone");
    for (int i = 1; i <= 9; i++) {
      kit.row("Helen Price" + (char) ('a' + i), "p" + i + "@x.example", "01234 56700" + i);
    }
    kit.attach("a.txt", "Questions? Ring Helen Pricec on 01234 567002.");
    assertThat(all(kit)).containsExactly("content.person-details NOTE attachment:a.txt 1");
    assertThat(all(kit.from("p2@x.example"))).isEmpty();
  }

  @Test
  void unknownPeopleAreConfirmedFromThreeAndBlockFromTwentyFive() {
    assertThat(all(Kit.choir(9).attach("a.csv", strangers(2)))).isEmpty();
    assertThat(all(Kit.choir(9).attach("a.csv", strangers(3))))
        .containsExactly("content.lists-people CONFIRM attachment:a.csv 3");
    assertThat(all(Kit.choir(9).attach("a.csv", strangers(24))))
        .containsExactly("content.lists-people CONFIRM attachment:a.csv 24");
    assertThat(all(Kit.choir(9).attach("a.csv", strangers(25))))
        .containsExactly("content.lists-people BLOCK attachment:a.csv 25");
  }

  @Test
  void officesAndMachinesAreNotPeople() {
    assertThat(
            all(
                Kit.choir(9)
                    .text(
                        "info@hall.example tickets@hall.example press@town.example"
                            + " secretary@riverside.example chair@riverside.example"
                            + " logo@2x.png banner@3x.webp team@hall.example")
                    .attach(
                        "tour.ics",
                        """
                        UID:tour-1@calendar.example
                        UID:tour-2@calendar.example
                        UID:tour-3@calendar.example
                        """)))
        .isEmpty();
  }

  @Test
  void peopleOfEarlierListsCountAsKnown() {
    Memory memory =
        new NoMemory() {
          @Override
          public boolean onAnEarlierList(MailboxKey address) {
            return address.value().endsWith("@old.example");
          }
        };
    assertThat(all(Kit.choir(9).memory(memory).text("a@old.example")))
        .containsExactly("content.lists-people CONFIRM text 1");
    assertThat(all(Kit.choir(9).memory(memory).text("a@old.example B@old.example c@old.example")))
        .containsExactly("content.lists-people BLOCK text 3");
  }

  @Test
  void anotherPersonsAddressInMyFinishedLetterBlocks() {
    List<Finding> findings =
        Kit.choir(40)
            .say("m5@choir.example", text -> text + "\nm6@choir.example")
            .review(Checks.all(), ReviewProgress.NONE)
            .review()
            .findings();
    assertThat(findings).hasSize(1);
    Finding leak = findings.getFirst();
    assertThat(leak.id()).isEqualTo("content.other-persons-data");
    assertThat(leak.severity()).isEqualTo(Severity.BLOCK);
    assertThat(leak.where().row()).isEqualTo(5);
    assertThat(leak.where().address()).isEqualTo("m5@choir.example");
    assertThat(leak.args()).containsExactly("m6@choir.example", 6);
  }

  @Test
  void everyLetterThatCarriesSomebodyElseIsCounted() {
    assertThat(
            all(
                Kit.choir(40)
                    .tamper(
                        message ->
                            Kit.withText(
                                message,
                                message.to().contains("m1@")
                                    ? "m2@choir.example"
                                    : "m1@choir.example"))))
        .containsExactly("content.other-persons-data BLOCK text 40");
  }

  @Test
  void myOwnAddressInMyLetterIsMine() {
    assertThat(
            all(
                Kit.choir(40)
                    .tamper(
                        message ->
                            Kit.withText(message, "You are " + message.to() + ", we think."))))
        .isEmpty();
  }

  @Test
  void aLeaderWhomManyRowsNameIsConfirmedOnceNotBlocked() {
    Kit kit = Kit.list("Name", "Email", "Leader");
    for (int i = 1; i <= 9; i++) {
      kit.row("Member " + i, "m" + i + "@choir.example", "m1@choir.example");
    }
    kit.tamper(message -> Kit.withText(message, "Your leader is m1@choir.example."));
    assertThat(all(kit)).containsExactly("content.lists-people CONFIRM text 1");
  }

  @Test
  void theLeaderOfOthersIsAnotherPerson() {
    Kit kit = Kit.list("Name", "Email", "Leader");
    for (int i = 1; i <= 9; i++) {
      kit.row("Member " + i, "m" + i + "@choir.example", i > 6 ? "" : "m1@choir.example");
    }
    kit.say("m8@choir.example", text -> text + "Your leader is m1@choir.example.");
    assertThat(all(kit)).containsExactly("content.other-persons-data BLOCK text 1");
  }

  @Test
  void somebodyElsesFileBlocks() {
    Kit kit = Kit.list("Name", "Email", "Invoice number");
    for (int i = 1; i <= 9; i++) {
      kit.row("Person Number" + i, "p" + i + "@x.example", "INV-2026-00" + i);
    }
    kit.own(3, "invoice.txt", "Invoice\nPerson Number4\nINV-2026-004\n£20");
    kit.own(5, "invoice.txt", "Invoice\nPerson Number5\nINV-2026-005\n£20");
    kit.own(6, "invoice.txt", "Invoice for p7@x.example");
    kit.own(7, "invoice.txt", "Invoice\nsomebody\n£20");
    assertThat(all(kit))
        .containsExactly("content.other-persons-data BLOCK attachment:invoice.txt 2");
  }

  @Test
  void householdsAndNamesakesAreNotAlarms() {
    Kit kit = Kit.list("Name", "Email", "Street", "Phone");
    kit.row("Ann Miller", "ann@x.example", "1 Mill Lane", "01234 567890");
    kit.row("Ben Miller", "ben@x.example", "1 Mill Lane", "01234 567890");
    kit.row("Ann Miller", "ann2@x.example", "7 High Street", "01234 111111");
    kit.row("Cem Okafor", "cem@x.example", "9 High Street", "01234 222222");
    kit.own(1, "card.txt", "Ann Miller, 1 Mill Lane, 01234 567890");
    kit.own(2, "card.txt", "Ben Miller, 1 Mill Lane, 01234 567890");
    kit.own(3, "card.txt", "Ann Miller, 7 High Street, 01234 111111");
    assertThat(all(kit)).isEmpty();
  }

  private static List<String> all(Kit kit) {
    return kit.review(Checks.all(), ReviewProgress.NONE).review().findings().stream()
        .map(
            finding ->
                finding.id()
                    + " "
                    + finding.severity()
                    + " "
                    + finding.where().part()
                    + " "
                    + finding.count())
        .toList();
  }

  private static Acknowledgement by(String address) {
    return new Acknowledgement("content.lists-people", address, null, null, null, "board member");
  }

  private static String strangers(int count) {
    StringBuilder csv = new StringBuilder("Name,Email\n");
    for (int i = 0; i < count; i++) {
      csv.append("Stranger,jo.smith").append((char) ('a' + i)).append("@elsewhere.example\n");
    }
    return csv.toString();
  }
}
