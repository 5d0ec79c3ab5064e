package org.postroom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.engine.WorkProgress;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

class LetterSearchTest {
  private static final Columns COLUMNS = Columns.of("Name", "Email", "Notes");
  private static final String[] NAMES = {
    "Ann Hall", "Zoë Okafor", "Bob Hall", "Cem Öz", "Anna Marsh"
  };

  private final LetterSearch letters = new LetterSearch(plan(Delivery.INDIVIDUAL));

  /// From letter, words, letter found. Rows are 10, 20, 30, 40 and 50.
  @ParameterizedTest
  @CsvSource({
    "0, hall, 2",
    "2, hall, 0",
    "2, HALL ann, 0",
    "0, ' ann hall ', 0",
    "0, ann, 4",
    "4, ann, 0",
    "0, zoe, 1",
    "0, oz, 3",
    "3, p4@, 4",
    "0, 30, 2",
    "2, 30, 2",
    "0, 010, 0",
    "0, x.example, 1"
  })
  void theNextPersonIsFound(int from, String words, int found) {
    assertThat(letters.after(from, words, WorkProgress.NONE)).hasValue(found);
  }

  /// Not in other columns, no row without a letter, and a number may stand in an address.
  @ParameterizedTest
  @CsvSource({"nobody", "alto", "35", "999999999", "9999999999", "' '"})
  void whatNobodyHasIsNotFound(String words) {
    assertThat(letters.after(0, words, WorkProgress.NONE)).isEmpty();
  }

  @Test
  void aNumberThatIsNoRowIsLookedForInNamesAndAddresses() {
    assertThat(letters.after(0, "4", WorkProgress.NONE)).hasValue(4);
  }

  @Test
  void inABlindCopyTheEnvelopeIsFound() {
    LetterSearch envelopes = new LetterSearch(plan(Delivery.BLIND_COPY));
    assertThat(envelopes.plan().size()).isEqualTo(3);
    assertThat(envelopes.after(0, "cem", WorkProgress.NONE)).hasValue(1);
    assertThat(envelopes.after(0, "50", WorkProgress.NONE)).hasValue(2);
    assertThat(envelopes.after(1, "hall", WorkProgress.NONE)).hasValue(0);
  }

  @Test
  void stopsWhereNobodyWaitsAnyMore() {
    WorkProgress stop = (_, _) -> false;
    assertThatThrownBy(() -> letters.after(0, "nobody", stop))
        .isInstanceOf(CancellationException.class);
  }

  /// In a blind copy two people share an envelope.
  private static DispatchPlan plan(Delivery delivery) {
    List<Recipient> people = new ArrayList<>();
    for (int i = 0; i < NAMES.length; i++) {
      AddrSpec address = AddrSpec.of("p" + i + "@x.example");
      String[] cells = {NAMES[i], address.wire(), "alto"};
      people.add(
          new Recipient(
              new RowRef(10 * (i + 1), i + 2L), new Mailbox(NAMES[i], address), COLUMNS, cells));
    }
    RecipientList list =
        new RecipientList(
            new ListOrigin("members.csv", "0".repeat(64), "csv", "UTF-8", ",", null),
            COLUMNS,
            FieldName.of("Email"),
            FieldName.of("Name"),
            people,
            List.of());
    Mailshot mailshot =
        new Mailshot(
            MailshotId.of("6f2b7c1e-0d3a-4b58-9c66-2f8b8f0a1d12"),
            "Concert",
            Kind.PERSONAL,
            delivery,
            new From(new Mailbox("Choir", AddrSpec.of("choir@riverside.example"))),
            null,
            new Body<>(template("Concert"), template("Hello.\n"), null),
            List.of(),
            List.of(),
            null);
    if (Planner.plan(mailshot, list, 1, 2) instanceof Planning.Planned(DispatchPlan plan, var _)) {
      return plan;
    }
    throw new AssertionError("no plan");
  }

  private static MergeTemplate template(String source) {
    return switch (MergeTemplate.parse(source, Markup.PLAIN)) {
      case TemplateReading.Read(MergeTemplate read) -> read;
      case TemplateReading.Broken(String what, int _, var _) -> throw new AssertionError(what);
    };
  }
}
