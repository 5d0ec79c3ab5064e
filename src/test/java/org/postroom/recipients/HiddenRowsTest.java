package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.recipients.Tables.findings;
import static org.postroom.recipients.Tables.imported;
import static org.postroom.recipients.Tables.shown;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Finding;

class HiddenRowsTest {
  private static final ListOrigin ORIGIN =
      new ListOrigin("m.xlsx", "00", "xlsx", "", "", "Members");

  private static SourceTable table(SourceRemark... remarks) {
    return new SourceTable(
        ORIGIN,
        new SourceRow(1, List.of("Email", "Name")),
        List.of(
            new SourceRow(2, List.of("a@x.example", "Ann")),
            new SourceRow(3, List.of("b@x.example", "Bob"), true),
            new SourceRow(4, List.of("", "Cy"), true),
            new SourceRow(5, List.of("a@x.example", "Ann"), true)),
        false,
        List.of(remarks));
  }

  private static ImportOptions including(ImportOptions.Include... rows) {
    return new ImportOptions(
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Set.of(),
        _ -> false,
        _ -> false,
        List.of(rows),
        List.of());
  }

  @Test
  void hiddenRowsAreLeftOutAndAskedAbout() {
    ImportReading.Imported imported = imported(ImportOptions.NONE, table());
    assertThat(shown(imported)).isEqualTo("1 2:hidden-row 3:hidden-row 4:hidden-row");
    assertThat(findings(imported)).isEqualTo("list.hidden-rows");
    assertThat(imported.findings().getFirst().count()).isEqualTo(3);
    assertThat(imported.list().leftOut().getFirst().value()).isEqualTo("b@x.example");
  }

  @Test
  void aHiddenRowThatSomebodyIncludedIsJudgedAsAnyOther() {
    ImportOptions options =
        including(
            new ImportOptions.Include(2, "B@x.example"),
            new ImportOptions.Include(3, ""),
            new ImportOptions.Include(4, null));
    ImportReading.Imported imported = imported(options, table());
    assertThat(shown(imported)).isEqualTo("1 2 3:blank-address 4:duplicate");
    assertThat(findings(imported)).isEqualTo("list.left-out");
  }

  @Test
  void anIncludedRowThatHoldsSomebodyElseByNowIsAMistake() {
    ImportReading reading =
        ListImport.read(
            table(), including(new ImportOptions.Include(2, "z@x.example")), () -> false);
    assertThat(reading)
        .isEqualTo(
            new ImportReading.Mistaken(
                List.of(
                    new ImportMistake.RowChanged(
                        "include[0]", 2, "Email", "z@x.example", "b@x.example"))));
  }

  @Test
  void whatTheReadersRemarkedIsAFinding() {
    ImportReading.Imported imported =
        imported(
            ImportOptions.NONE,
            table(
                new SourceRemark.SeveralSheets("Members", List.of("Old", "New")),
                new SourceRemark.HiddenSheets(List.of("A", "B")),
                new SourceRemark.MergedRows(2, 7),
                new SourceRemark.TitleLines(List.of("Choir")),
                new SourceRemark.OtherAddresses(1, "a@x.example", List.of("c@x.example")),
                new SourceRemark.OtherAddresses(2, "b@x.example", List.of("d@x.example")),
                new SourceRemark.WrongCharset("windows-1252", "UTF-8", "JosÃ©", "José")));
    assertThat(findings(imported))
        .isEqualTo(
            "list.several-sheets list.hidden-sheets list.merged-cells list.title-lines"
                + " list.wrong-charset list.other-addresses list.hidden-rows");
    assertThat(imported.findings().stream().map(Finding::count))
        .containsExactly(1, 2, 1, 1, 1, 2, 3);
  }

  @Test
  void rowsChosenByHandAreTheOnlyOnesWrittenTo() {
    ImportOptions one =
        new ImportOptions(
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Set.of(),
            _ -> false,
            _ -> false,
            List.of(new ImportOptions.Include(2, "b@x.example")),
            List.of(new ImportOptions.Include(2, "b@x.example")));
    assertThat(shown(imported(one, table()))).isEqualTo("1:filtered 2 3:hidden-row 4:hidden-row");
  }
}
