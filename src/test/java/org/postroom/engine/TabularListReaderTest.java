package org.postroom.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.address.MailboxKey;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.Recipient;

class TabularListReaderTest {
  private static final String LIST =
      "Email;Name;Part\na@x.example;Ann;Alto\nb@x.example;Bob;Bass\n";

  private static Recipients choices(
      @Nullable String addressColumn, @Nullable String charset, MailshotDocument.LeaveOut... out) {
    return new Recipients(
        "list.csv",
        addressColumn,
        null,
        null,
        charset,
        null,
        null,
        null,
        null,
        List.of(out),
        List.of(new MailshotDocument.Correction(1, "Name", "Ann", "Anne")),
        List.of(new MailshotDocument.Duplicate("a@x.example", 1)),
        Map.of("Part", List.of("Alto", "Bass")));
  }

  private static ListReading read(String text, Recipients choices) throws ProblemException {
    FileCandidate file =
        new FileCandidate("list.csv", "text/csv", Blob.of(text.getBytes(UTF_8)), "key");
    return new TabularListReader()
        .read(file, choices, ListMemory.NONE, Set.of(FieldName.of("Name")), WorkProgress.NONE);
  }

  @Test
  void everythingThatTheDocumentSaysReachesTheImport() throws ProblemException {
    ListReading reading =
        read(
            LIST, choices("Email", "utf8", new MailshotDocument.LeaveOut(2, "b@x.example", "ill")));
    assertThat(reading.list().people())
        .extracting(Recipient::mailbox)
        .extracting(mailbox -> mailbox.shown())
        .containsExactly("Anne <a@x.example>");
    assertThat(reading.list().leftOut())
        .extracting(LeftOut::reason)
        .containsExactly(LeftOutReason.BY_HAND);
    assertThat(reading.findings()).isEmpty();
  }

  @Test
  void aListIsJudgedOnceAsLongAsTheSameIsAsked() throws ProblemException {
    TabularListReader reader = new TabularListReader();
    FileCandidate file =
        new FileCandidate("list.csv", "text/csv", Blob.of(LIST.getBytes(UTF_8)), "key");
    Recipients choices = choices("Email", null);
    Recipients told =
        new RecipientsEdit(choices).sha256("ab").expected(3).basis("members").recipients();
    Set<FieldName> fields = Set.of(FieldName.of("Name"));
    ListReading first = reader.read(file, choices, ListMemory.NONE, fields, WorkProgress.NONE);
    ListReading second = reader.read(file, told, ListMemory.NONE, fields, WorkProgress.NONE);
    assertThat(second).isSameAs(first);
    Recipients other = choices("Email", null, new MailshotDocument.LeaveOut(2, null, "ill"));
    assertThat(reader.read(file, other, ListMemory.NONE, fields, WorkProgress.NONE).list().people())
        .hasSize(1);
    ListMemory known =
        new ListMemory(Map.of(new MailboxKey("b@x.example"), "x"), Map.of(), Set.of());
    assertThat(reader.read(file, choices, known, fields, WorkProgress.NONE).list().people())
        .hasSize(1);
    ListReading plain = reader.read(file, choices, ListMemory.NONE, Set.of(), WorkProgress.NONE);
    assertThat(plain.list().people()).hasSize(2);
    assertThat(reader.read(file, choices, ListMemory.NONE, fields, WorkProgress.NONE))
        .isNotSameAs(plain);
  }

  @Test
  void brokenFileIsAProblemWithItsLine() {
    String broken = LIST + "c@x.example;\"Cy;Alto\n";
    Problem problem = problem(broken, choices("Email", null));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.FILE);
    assertThat(problem.happened()).contains("list.csv", "line 4", "c@x.example");
    assertThat(problem.next()).isEqualTo("Correct that line in the file.");
  }

  @Test
  void rowThatNoLongerHoldsWhatItHeldIsAProblemThatShowsBoth() {
    Problem problem =
        problem(LIST, choices("Email", null, new MailshotDocument.LeaveOut(2, "z@x.example", "")));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.DOCUMENT);
    assertThat(problem.happened()).contains("z@x.example", "b@x.example");
  }

  @Test
  void readingStopsWhenTold() {
    FileCandidate file =
        new FileCandidate("list.csv", "text/csv", Blob.of(LIST.getBytes(UTF_8)), "key");
    assertThat(
            catchThrowableOfType(
                CancellationException.class,
                () ->
                    new TabularListReader()
                        .read(file, choices("Email", null), ListMemory.NONE, (_, _) -> false)))
        .isNotNull();
  }

  private static Problem problem(String text, Recipients choices) {
    return catchThrowableOfType(ProblemException.class, () -> read(text, choices)).problem();
  }
}
