package org.postroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
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

/// Whoever reads what the preview offers has seen the odd letter.
class LookAlikesTest {
  private static final int PEOPLE = 3_500;
  private static final Columns COLUMNS =
      Columns.of("E-mail", "First name", "Surname", "Member no", "Owes", "Tour");
  private static final int FIRST = 1;
  private static final int MEMBER = 3;
  private static final int OWES = 4;
  private static final int TOUR = 5;

  /// What can be wrong with one row of a list.
  enum Oddity {
    NO_FIRST_NAME(FIRST, ""),
    NAME_IN_CAPITALS(FIRST, "MARGARET"),
    NAME_IN_SMALL_LETTERS(FIRST, "margaret"),
    NAME_WITH_A_NUMBER(FIRST, "Ann2"),
    ADDRESS_AS_NAME(FIRST, "ann@x.example"),
    UNKNOWN_NAME(FIRST, "???"),
    NAME_IN_OTHER_LETTERS(FIRST, "Ольга"),
    A_NAME_LIKE_NO_OTHER_IN_LENGTH(FIRST, "Anna-Maria-Magdalena-Theresia"),
    AN_INITIAL(FIRST, "A"),
    MARKUP(FIRST, "<Ann>"),
    TWO_NAMES(FIRST, "Ann Marie"),
    NO_NUMBER(MEMBER, "none"),
    FORMULA(OWES, "#REF!"),
    NOTHING_OWED(OWES, ""),
    ON_TOUR(TOUR, "yes");

    private final int column;
    private final String value;

    Oddity(int column, String value) {
      this.column = column;
      this.value = value;
    }
  }

  @Property(tries = 40)
  void aPlantedOddLetterIsAlwaysAmongThoseShown(
      @ForAll Oddity oddity, @ForAll @IntRange(max = PEOPLE - 1) int at) {
    assertThat(shown(plan(PEOPLE, at, oddity))).contains(at);
  }

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void eachOddityIsFoundAndHardlyAnythingElse(Oddity oddity) {
    Set<Integer> shown = shown(plan(PEOPLE, 1_234, oddity));
    assertThat(shown).contains(1_234).hasSizeLessThan(20);
  }

  @Test
  void anotherAlphabetIsAKindOfItsOwn() {
    LookAlikes found = LookAlikes.of(plan(50, 7, Oddity.NAME_IN_OTHER_LETTERS), (_, _) -> true);
    assertThat(found.kinds()).hasSize(2);
    assertThat(found.kinds().getLast().example()).isEqualTo(7);
    assertThat(found.kinds().getLast().differences())
        .contains(new LookAlikes.Difference.Alphabet());
  }

  @Test
  void whereAllAreAlikeNoneIsOdd() {
    LookAlikes found = LookAlikes.of(plan(1, 0, Oddity.TWO_NAMES), (_, _) -> true);
    assertThat(found.odd()).isEmpty();
    assertThat(found.kinds()).hasSize(1);
  }

  private static Set<Integer> shown(DispatchPlan plan) {
    LookAlikes found = LookAlikes.of(plan, (_, _) -> true);
    Set<Integer> shown = new TreeSet<>();
    found.kinds().forEach(kind -> shown.add(kind.example()));
    found.odd().forEach(odd -> shown.add(odd.at()));
    assertThat(found.odd()).extracting(OddLetter::at).doesNotHaveDuplicates();
    return shown;
  }

  private static DispatchPlan plan(int size, int oddAt, Oddity oddity) {
    String[] firsts = {"Margaret", "Tom", "Bea", "Emil", "Jürgen", "Zoë", "Cem"};
    String[] lasts = {"Okafor", "Ashworth", "Lindqvist", "Marsh", "Petersen"};
    List<Recipient> people = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String address = "person" + i + "@people.example";
      String[] cells = {
        address,
        firsts[i % firsts.length],
        lasts[i % lasts.length],
        String.format(Locale.ROOT, "RC-%05d", i),
        String.format(Locale.ROOT, "£%d.50", 10 + i % 90),
        ""
      };
      if (i == oddAt) {
        cells[oddity.column] = oddity.value;
      }
      people.add(
          new Recipient(
              new RowRef(i + 1, i + 2L), Mailbox.of(AddrSpec.of(address)), COLUMNS, cells));
    }
    RecipientList list =
        new RecipientList(
            new ListOrigin("members.csv", "0".repeat(64), "csv", "UTF-8", ",", null),
            COLUMNS,
            FieldName.of("E-mail"),
            null,
            people,
            List.of());
    if (Planner.plan(mailshot(), list, 1, 100)
        instanceof Planning.Planned(DispatchPlan plan, var _)) {
      return plan;
    }
    throw new AssertionError("no plan");
  }

  private static Mailshot mailshot() {
    return new Mailshot(
        MailshotId.of("6f2b7c1e-0d3a-4b58-9c66-2f8b8f0a1d11"),
        "Concert",
        Kind.PERSONAL,
        Delivery.INDIVIDUAL,
        new From(new Mailbox("Choir", AddrSpec.of("choir@riverside.example"))),
        null,
        new Body<>(
            template("Concert"),
            template(
                "Dear {{First name|friend}} {{Surname}},\n\n{{#Tour}}See you on tour.\n{{/Tour}}"
                    + "your card is {{Member no}}, you owe {{Owes|nothing}}.\n"),
            null),
        List.of(),
        List.of(),
        null);
  }

  private static MergeTemplate template(String source) {
    return switch (MergeTemplate.parse(source, Markup.PLAIN)) {
      case TemplateReading.Read(MergeTemplate read) -> read;
      case TemplateReading.Broken(String what, int _, var _) -> throw new AssertionError(what);
    };
  }
}
