package org.postroom.ui.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Reply;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.message.MailshotId;
import org.postroom.ui.send.DomainTally.Row;
import org.postroom.ui.send.SendTally.State;

class DomainTallyTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Reply REPLY = Reply.local("as it is");
  private static final List<DeliveryOutcome> OUTCOMES =
      List.of(
          new DeliveryOutcome.Accepted(REPLY),
          new DeliveryOutcome.Deferred(REPLY),
          new DeliveryOutcome.Refused(REPLY),
          new DeliveryOutcome.InDoubt("no answer"));

  @Test
  void theLargestComesFirstAndTheRestTogether() {
    SendTally tally = tally("a.example", "b.example", "b.example", "c.example", "d.example");
    assertThat(tally.domains(3))
        .containsExactly(
            new Row("b.example", 1, 0, 0, 0, 0, 2),
            new Row("a.example", 1, 0, 0, 0, 0, 1),
            new Row("", 2, 0, 0, 0, 0, 2));
  }

  @Test
  void thereIsNoRestOfOneDomain() {
    assertThat(tally("a.example", "b.example", "c.example").domains(3))
        .extracting(Row::domain)
        .containsExactly("a.example", "b.example", "c.example");
  }

  @Test
  void everyOutcomeIsSeenAtItsDomain() {
    SendTally tally = tally("a.example", "a.example", "a.example", "a.example", "b.example");
    for (int i = 0; i < 4; i++) {
      tally.settled(i, OUTCOMES.get(i), NOON);
    }
    assertThat(tally.domains(9))
        .containsExactly(
            new Row("a.example", 1, 1, 1, 1, 1, 0), new Row("b.example", 1, 0, 0, 0, 0, 1));
  }

  /// Whatever happens in whatever order, and however few rows there is room for.
  @Property
  void theRowsAddUpToTheCounts(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 6) Integer> domains,
      @ForAll List<@IntRange(max = 119) Integer> events,
      @ForAll @IntRange(min = 2, max = 8) int most) {
    SendTally tally =
        tally(domains.stream().map(each -> "d" + each + ".example").toArray(String[]::new));
    List<String> before = tally.domains(most).stream().map(Row::domain).toList();
    for (int event : events) {
      tally.settled(event / 4 % domains.size(), OUTCOMES.get(event % 4), NOON);
    }
    List<Row> rows = tally.domains(most);
    assertThat(rows).hasSizeLessThanOrEqualTo(most);
    assertThat(rows).extracting(Row::domain).isEqualTo(before);
    assertThat(rows.stream().mapToInt(Row::people).sum()).isEqualTo(domains.size());
    assertThat(rows.stream().mapToInt(Row::domains).sum())
        .isEqualTo((int) domains.stream().distinct().count());
    assertThat(rows.stream().mapToInt(Row::accepted).sum()).isEqualTo(tally.count(State.ACCEPTED));
    assertThat(rows.stream().mapToInt(Row::waiting).sum()).isEqualTo(tally.count(State.WAITING));
    assertThat(rows.stream().mapToInt(Row::refused).sum()).isEqualTo(tally.count(State.REFUSED));
    assertThat(rows.stream().mapToInt(Row::inDoubt).sum()).isEqualTo(tally.count(State.IN_DOUBT));
    assertThat(rows.stream().mapToInt(Row::notYet).sum()).isEqualTo(tally.count(State.NOT_YET));
  }

  /// The tally took each person of a blind copy for a letter of its own: its counts and names were
  /// those of others once it went on.
  @Test
  void anEnvelopeOfTheReportIsOneLetterAndSoManyPeople() {
    Addressed addressed =
        Addressed.of(
            report(
                person(1, "Ann", "ann@a.example", LetterState.ACCEPTED, 1),
                person(2, "Ben", "ben@b.example", LetterState.ACCEPTED, 1),
                person(3, "Cid", "cid@a.example", LetterState.PLANNED, 2)));
    SendTally tally = new SendTally(addressed, 0);
    assertThat(tally.letters()).isEqualTo(2);
    assertThat(tally.count(State.ACCEPTED)).isEqualTo(1);
    assertThat(tally.name(1)).isEqualTo("Cid");
    assertThat(tally.domains(5))
        .containsExactly(
            new Row("a.example", 1, 1, 0, 0, 0, 1), new Row("b.example", 1, 1, 0, 0, 0, 0));
  }

  @Test
  void lettersOfOneAreOneEach() {
    Addressed addressed =
        Addressed.of(
            report(
                person(1, "", "ann@a.example", LetterState.DEFERRED, null),
                person(2, "Ben", "ben@a.example", LetterState.COMMITTING, null)));
    SendTally tally = new SendTally(addressed, 0);
    assertThat(tally.letters()).isEqualTo(2);
    assertThat(tally.name(0)).isEqualTo("ann@a.example");
    assertThat(tally.domains(5)).containsExactly(new Row("a.example", 1, 0, 1, 0, 1, 0));
  }

  private static SendTally tally(String... domains) {
    List<Addressed.Whom> letters = new ArrayList<>();
    for (String domain : domains) {
      letters.add(new Addressed.Whom("somebody", List.of(domain), State.NOT_YET));
    }
    return new SendTally(new Addressed(letters), 0);
  }

  private static Report.PersonOutcome person(
      int row, String name, String address, LetterState state, @Nullable Integer envelope) {
    return new Report.PersonOutcome(
        row, address, name, state, null, null, null, null, null, envelope);
  }

  private static Report report(Report.PersonOutcome... people) {
    return new Report(
        MailshotId.of("0d3c0000-0000-4000-8000-000000000001"),
        "A letter",
        1,
        false,
        Counts.NONE,
        0,
        List.of(people),
        List.of(),
        "");
  }
}
