package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.recipients.Columns;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RowRef;

class OwnRowTest {
  private static final OwnRow ANN =
      row(
          "ann@x.example",
          new OwnRow.Cell("ann", CellKind.NAME),
          new OwnRow.Cell("okafor", CellKind.NAME),
          new OwnRow.Cell("+44 1632 960123", CellKind.STRONG),
          new OwnRow.Cell("12 mill lane", CellKind.STRONG),
          new OwnRow.Cell("riverside", CellKind.ORDINARY));

  @Test
  void whatStandsInARowIsItsOwn() {
    assertThat(ANN.covers("okafor")).isTrue();
    assertThat(ANN.covers("mill lane")).isTrue();
    assertThat(ANN.covers("12 mill lane")).isTrue();
    assertThat(ANN.covers("13 mill lane")).isFalse();
    assertThat(ANN.covers("ann@x.example")).isTrue();
    assertThat(ANN.covers("#632960123")).isTrue();
    assertThat(ANN.covers("#632960124")).isFalse();
    assertThat(ANN.covers("bea")).isFalse();
    assertThat(ANN.covers("lane 12 mill")).as("digits are not put together").isFalse();
  }

  @Test
  void wordsOfTheRowMayBePutTogetherWithThoseThatStandBetween() {
    assertThat(ANN.covers("okafor, ann")).isTrue();
    assertThat(ANN.covers("dear ann")).isFalse();
    assertThat(ANN.covers("dear ann", Set.of("dear"))).isTrue();
    assertThat(ANN.covers("ann of riverside")).isFalse();
  }

  @Test
  void aPersonIsNamedByNameNumberOrAddress() {
    assertThat(named("Dear Ann, hello")).isTrue();
    assertThat(named("hello ann")).isTrue();
    assertThat(named("ann")).isTrue();
    assertThat(named("Dear Annabel and Joann")).isFalse();
    assertThat(named("Annabel, and Ann")).isTrue();
    assertThat(named("ring 01632/960-123")).isTrue();
    assertThat(named("ring 01632/960-124")).isFalse();
    assertThat(named("to ann@x.example")).isTrue();
    assertThat(named("we meet in Riverside")).as("where many live").isFalse();
    assertThat(ANN.isNamedIn(List.of("nothing", "Okafor"), List.of())).isTrue();
  }

  @Test
  void aPartOfSomebodyElsesNameIsNotTheirs() {
    assertThat(ANN.isNamedIn(List.of("Dear Ann Smith"), List.of("ann smith"))).isFalse();
    assertThat(ANN.isNamedIn(List.of("Dear Ann Smith and Ann"), List.of("ann smith"))).isTrue();
  }

  @Test
  void shortNamesNameNobody() {
    OwnRow o = row("o@x.example", new OwnRow.Cell("o", CellKind.NAME));
    assertThat(o.isNamedIn(List.of("o say can you see"), List.of())).isFalse();
    OwnRow li = row("l@x.example", new OwnRow.Cell("li", CellKind.NAME));
    assertThat(li.isNamedIn(List.of("Dear Li"), List.of())).isTrue();
  }

  @Test
  void whoSharesWhatSinglesOutLivesTogether() {
    OwnRow bea = row("bea@x.example", new OwnRow.Cell("12 mill lane", CellKind.STRONG));
    OwnRow cem = row("cem@x.example", new OwnRow.Cell("riverside", CellKind.ORDINARY));
    assertThat(ANN.livesWith(bea)).isTrue();
    assertThat(bea.livesWith(ANN)).isTrue();
    assertThat(ANN.livesWith(cem)).isFalse();
    assertThat(cem.livesWith(ANN)).isFalse();
    assertThat(bea.livesWith(cem)).isFalse();
  }

  @Test
  void theWordsOfAValue() {
    assertThat(OwnRow.words("12, mill-lane")).containsExactlyInAnyOrder("12", "mill", "lane");
    assertThat(OwnRow.words("")).isEmpty();
    assertThat(OwnRow.words("-")).isEmpty();
    assertThat(OwnRow.digitsOf("+44 (0) 9")).isEqualTo("4409");
  }

  private static boolean named(String text) {
    return ANN.isNamedIn(List.of(text), List.of());
  }

  private static OwnRow row(String address, OwnRow.Cell... cells) {
    Recipient person =
        new Recipient(
            new RowRef(1, 2),
            Mailbox.of(AddrSpec.of(address)),
            Columns.of("Email"),
            new String[] {address});
    return new OwnRow(person, List.of(cells));
  }
}
