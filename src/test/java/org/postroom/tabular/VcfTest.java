package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

class VcfTest {
  private static TabularReading read(String text) {
    return Tabular.read(
        text.getBytes(UTF_8), "book.vcf", TabularOptions.NONE, TabularProgress.NONE);
  }

  private static SourceTable table(String text) {
    return ((TabularReading.Read) read(text)).table();
  }

  private static String card(String version, String... lines) {
    return "BEGIN:VCARD\r\nVERSION:"
        + version
        + "\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VCARD\r\n";
  }

  @Test
  void eachVersionGivesTheSameColumns() {
    String text =
        card("2.1", "N:Lee;Ann", "FN:Ann Lee", "EMAIL;INTERNET:ann@x.example", "TEL;CELL:01 23")
            + card("3.0", "N:Roe;Bob;;;", "FN:Bob Roe", "EMAIL:bob@x.example", "ORG:Choir;Bass")
            + card("4.0", "FN:Cy", "EMAIL:cy@x.example", "TEL;VALUE=uri:tel:+44-1-23");
    SourceTable table = table(text);
    assertThat(table.origin().format()).isEqualTo("vcf");
    assertThat(table.header().cells())
        .containsExactly("Name", "First name", "Last name", "Email", "Organisation", "Phone");
    assertThat(table.rows())
        .containsExactly(
            new SourceRow(1, List.of("Ann Lee", "Ann", "Lee", "ann@x.example", "", "01 23")),
            new SourceRow(8, List.of("Bob Roe", "Bob", "Roe", "bob@x.example", "Choir, Bass", "")),
            new SourceRow(15, List.of("Cy", "", "", "cy@x.example", "", "+44-1-23")));
    assertThat(table.remarks()).isEmpty();
  }

  @Test
  void thePreferredAddressIsUsedAndTheOthersAreTold() {
    String text =
        card(
                "3.0",
                "FN:A",
                "EMAIL:a1@x.example",
                "EMAIL;TYPE=PREF:a2@x.example",
                "EMAIL:A2@x.example")
            + card("4.0", "FN:B", "EMAIL;PREF=2:b1@x.example", "EMAIL;PREF=1:b2@x.example")
            + card("2.1", "N:C", "EMAIL;PREF:c1@x.example", "EMAIL:c2@x.example")
            + card("3.0", "FN:D", "EMAIL:d1@x.example", "EMAIL:d2@x.example")
            + card("4.0", "FN:E", "EMAIL;PREF=x:e1@x.example", "EMAIL;PREF=9:e2@x.example");
    SourceTable table = table(text);
    assertThat(table.rows())
        .extracting(row -> row.cells().get(3))
        .containsExactly(
            "a2@x.example", "b2@x.example", "c1@x.example", "d1@x.example", "e2@x.example");
    assertThat(table.remarks())
        .containsExactly(
            new SourceRemark.OtherAddresses(1, "a2@x.example", List.of("a1@x.example")),
            new SourceRemark.OtherAddresses(2, "b2@x.example", List.of("b1@x.example")),
            new SourceRemark.OtherAddresses(3, "c1@x.example", List.of("c2@x.example")),
            new SourceRemark.OtherAddresses(4, "d1@x.example", List.of("d2@x.example")),
            new SourceRemark.OtherAddresses(5, "e2@x.example", List.of("e1@x.example")));
  }

  @Test
  void quotedPrintableFoldsAndCharsetsAreUndone() {
    String text =
        card(
            "2.1",
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=BDi=C5=BEek;J=C3=B6r=\r\ng",
            "EMAIL:j@x.exa\r\n mple");
    assertThat(table(text).rows().getFirst().cells())
        .startsWith("Jörg Žižek", "Jörg", "Žižek", "j@x.example");
    byte[] windows = card("3.0", "FN:J\u00F6rg", "EMAIL:j@x.example").getBytes(ISO_8859_1);
    TabularReading reading =
        Tabular.read(windows, "b.vcf", TabularOptions.NONE, TabularProgress.NONE);
    SourceTable table = ((TabularReading.Read) reading).table();
    assertThat(table.origin().charset()).isEqualTo("windows-1252");
    assertThat(table.rows().getFirst().cells().getFirst()).isEqualTo("Jörg");
  }

  @Test
  void aCardThatIsCutIsTooNarrowAndToldWithItsLine() {
    SourceTable table =
        table(card("3.0", "FN:A", "EMAIL:a@x.example") + "BEGIN:VCARD\r\nEMAIL:b@x.exa");
    assertThat(table.endsInRow()).isTrue();
    assertThat(table.rows().getLast()).isEqualTo(new SourceRow(6, List.of("BEGIN:VCARD")));
  }

  @Test
  void wordsBetweenCardsAndBottomlessNestingAreRefused() {
    TabularReading.Refused words =
        (TabularReading.Refused) read(card("3.0", "FN:A") + "bob@x.example\r\n");
    assertThat(words.fault()).isEqualTo(TabularReading.Fault.DAMAGED);
    assertThat(words.line()).isEqualTo(5);
    assertThat(words.happened()).contains("line 5");
    assertThat(read("BEGIN:VCARD\r\n".repeat(100_000))).isInstanceOf(TabularReading.Refused.class);
    assertThat(((TabularReading.Refused) read(" \r\n")).fault())
        .isEqualTo(TabularReading.Fault.EMPTY);
  }

  @Test
  void agentsBelongToTheOuterCard() {
    String inner = card("2.1", "N:Roe;Bob", "EMAIL:bob@x.example").strip();
    String text = card("2.1", "N:Lee;Ann", "AGENT:", inner, "EMAIL:ann@x.example");
    assertThat(table(text).rows()).hasSize(1);
    assertThat(table(text).rows().getFirst().cells()).contains("ann@x.example");
  }
}
