package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postroom.recipients.Tables.findings;
import static org.postroom.recipients.Tables.imported;
import static org.postroom.recipients.Tables.mistakes;
import static org.postroom.recipients.Tables.shown;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;

class ListImportTest {
  private static final ImportOptions NONE = ImportOptions.NONE;

  private static ImportOptions hand(
      List<ImportOptions.LeaveOut> leaveOut,
      List<ImportOptions.Correction> corrections,
      List<ImportOptions.Keep> duplicates) {
    return new ImportOptions(
        null, null, leaveOut, corrections, duplicates, Map.of(), Set.of(), _ -> false, _ -> false);
  }

  private static ImportOptions columns(String address, String name) {
    return new ImportOptions(
        address, name, List.of(), List.of(), List.of(), Map.of(), Set.of(), _ -> false, _ -> false);
  }

  @Test
  void everyRowIsAPersonOrLeftOutWithItsReason() {
    ImportReading.Imported imported =
        imported(
            NONE,
            "Email|Name",
            "a@x.example|Ann",
            "|Bob",
            "not an address|Cy",
            "d@x.example, e@x.example|Dan",
            "f@x.example",
            "g@x.example|Gus|x",
            "\u0000h@x.example|Hal",
            "i@x.example|I\u202Ean",
            "|",
            "A@X.example|Ann");
    assertThat(shown(imported))
        .isEqualTo(
            "1 2:blank-address 3:invalid-address 4:several-addresses 5:wrong-width 6:wrong-width"
                + " 7:control-character 8:display-name 9:blank-address 10:duplicate");
    assertThat(findings(imported)).isEqualTo("name.bidi-control list.left-out list.left-out");
    Finding lost = imported.findings().get(1);
    assertThat(lost.severity()).isEqualTo(Severity.CONFIRM);
    assertThat(lost.count()).isEqualTo(6);
    Finding harmless = imported.findings().get(2);
    assertThat(harmless.severity()).isEqualTo(Severity.NOTE);
    assertThat(harmless.count()).isEqualTo(3);
    RecipientList list = imported.list();
    assertThat(list.rows()).isEqualTo(10);
    assertThat(list.leftOut().get(1).value()).isEqualTo("not an address");
    assertThat(list.leftOut().get(1).at()).isEqualTo(new RowRef(3, 4));
    assertThat(list.leftOut().getLast().related()).isEqualTo(1);
    assertThat(list.leftOut().get(4).cells()).containsExactly("g@x.example", "Gus", "x");
    assertThat(list.addressColumn()).isEqualTo(FieldName.of("Email"));
    assertThat(list.nameColumn()).isEqualTo(FieldName.of("Name"));
    assertThat(list.people().getFirst().mailbox().shown()).isEqualTo("Ann <a@x.example>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Email|Name > Email",
        "Kontakt|Name > Kontakt",
        "Name|E-Mail-Adresse > ''",
      })
  void addressColumnIsFoundByWhatItHolds(String header, String column) {
    FieldName expected = column.isEmpty() ? FieldName.of("E-Mail-Adresse") : FieldName.of(column);
    String row = header.startsWith("Name") ? "Ann|a@x.example" : "a@x.example|Ann";
    assertThat(imported(NONE, header, row).list().addressColumn()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Email", "E-Mail", "e-mail address", "Courriel", "Correo electrónico"})
  void addressColumnWithoutAnyAddressIsFoundByItsHeading(String heading) {
    ImportReading.Imported imported = imported(NONE, "Name|" + heading, "Ann|nothing", "Bob|");
    assertThat(imported.list().addressColumn()).isEqualTo(FieldName.of(heading));
    assertThat(shown(imported)).isEqualTo("1:invalid-address 2:blank-address");
  }

  @Test
  void strayAddressInANoteDoesNotMakeAnAddressColumn() {
    ImportReading.Imported imported =
        imported(
            NONE, "Email|Note", "a@x.example|b@x.example", "c@x.example|ill", "d@x.example|away");
    assertThat(imported.list().addressColumn()).isEqualTo(FieldName.of("Email"));
  }

  @Test
  void severalAddressColumnsAreNotGuessed() {
    ImportReading.Imported imported =
        imported(NONE, "Email|Partner", "a@x.example|b@x.example", "c@x.example|");
    assertThat(imported.list().addressColumn()).isNull();
    assertThat(imported.list().people()).isEmpty();
    assertThat(imported.list().rows()).isEqualTo(2);
    Finding unclear = imported.findings().getFirst();
    assertThat(unclear.id()).isEqualTo("list.address-column-unclear");
    assertThat(unclear.severity()).isEqualTo(Severity.BLOCK);
    assertThat(unclear.args()).containsExactly("Email, Partner", "Email", "Partner");
    ImportReading.Imported chosen =
        imported(
            columns("PARTNER ", "Email"),
            "Email|Partner",
            "a@x.example|b@x.example",
            "c@x.example|");
    assertThat(chosen.list().addressColumn()).isEqualTo(FieldName.of("Partner"));
    assertThat(shown(chosen)).isEqualTo("1:display-name 2:blank-address");
  }

  @Test
  void listWithoutAddressesHasNobody() {
    ImportReading.Imported imported = imported(NONE, "Name|Town", "Ann|Riverside", "|");
    assertThat(imported.list().addressColumn()).isNull();
    assertThat(shown(imported)).isEqualTo("1:blank-address 2:blank-address");
  }

  @Test
  void chosenColumnThatIsNotThereIsAMistakeWithTheNearest() {
    List<ImportMistake> found =
        mistakes(columns("Emial", "qqqqqqqq"), "Email|Name", "a@x.example|A");
    assertThat(found)
        .containsExactly(
            new ImportMistake.NoSuchColumn("addressColumn", "Emial", "Email"),
            new ImportMistake.NoSuchColumn("nameColumn", "qqqqqqqq", ""));
    assertThat(found.get(0).message()).contains("addressColumn", "“Emial”", "“Email”");
    assertThat(found.get(1).message())
        .contains("nameColumn", "“qqqqqqqq”")
        .doesNotContain("Perhaps");
  }

  @Test
  void headerThatHoldsAnAddressIsNoHeader() {
    ImportReading.Imported imported = imported(NONE, "a@x.example|Ann", "b@x.example|Bob");
    assertThat(findings(imported)).isEqualTo("list.no-header");
    assertThat(imported.findings().getFirst().where().address()).isEqualTo("a@x.example");
  }

  @Test
  void twoColumnsOfOneNameAreTold() {
    ImportReading.Imported imported =
        imported(NONE, "Email|Name|name |NAME||", "a@x.example|A|B|C||");
    assertThat(findings(imported)).isEqualTo("list.duplicate-column");
    assertThat(imported.list().people().getFirst().value(FieldName.of("name"))).isEqualTo("A");
  }

  @Test
  void cutFileIsTold() {
    SourceTable whole = Tables.of("Email|Name", "a@x.example|A", "b@x.ex");
    SourceTable cut = new SourceTable(whole.origin(), whole.header(), whole.rows(), true);
    ImportReading.Imported imported = imported(NONE, cut);
    assertThat(findings(imported)).isEqualTo("list.truncated list.left-out");
    assertThat(imported.findings().getFirst().where().row()).isEqualTo(2);
  }

  @Test
  void sameAddressWithOtherDataWaitsForADecision() {
    String[] list = {
      "Email|Name|Fee",
      "a@x.example|Ann|1",
      "b@x.example|Bob|1",
      "A@x.example|Ann|2",
      "a@x.example|Ann|1",
    };
    ImportReading.Imported undecided = imported(NONE, list);
    assertThat(shown(undecided))
        .isEqualTo("1:conflicting-duplicate 2 3:conflicting-duplicate 4:conflicting-duplicate");
    assertThat(findings(undecided)).isEqualTo("list.conflicting-duplicate");
    assertThat(undecided.findings().getFirst().count()).isEqualTo(1);
    assertThat(undecided.list().leftOut()).extracting(LeftOut::related).containsExactly(3, 1, 1);

    ImportOptions keep =
        hand(List.of(), List.of(), List.of(new ImportOptions.Keep("A@X.example", 3)));
    ImportReading.Imported decided = imported(keep, list);
    assertThat(shown(decided)).isEqualTo("1:duplicate 2 3 4:duplicate");
    assertThat(decided.list().leftOut()).extracting(LeftOut::related).containsExactly(3, 3);
    assertThat(decided.list().people().get(1).value(FieldName.of("Fee"))).isEqualTo("2");
  }

  @Test
  void decisionAboutDuplicatesThatNoLongerFitsIsAMistake() {
    ImportOptions keep =
        hand(
            List.of(),
            List.of(),
            List.of(
                new ImportOptions.Keep("a@x.example", 2),
                new ImportOptions.Keep("a@x.example", 9)));
    assertThat(mistakes(keep, "Email|Name", "a@x.example|A", "b@x.example|B"))
        .containsExactly(
            new ImportMistake.RowChanged("duplicates[0]", 2, "Email", "a@x.example", "b@x.example"),
            new ImportMistake.NoSuchRow("duplicates[1]", 9, 2));
  }

  @Test
  void rowLeftOutByHandStaysOutWhileItHoldsTheSameAddress() {
    ImportOptions out =
        hand(
            List.of(
                new ImportOptions.LeaveOut(1, "A@X.EXAMPLE", "moved"),
                new ImportOptions.LeaveOut(2, null, "moved")),
            List.of(),
            List.of());
    assertThat(
            shown(imported(out, "Email|Name", "a@x.example|A", "b@x.example|B", "c@x.example|C")))
        .isEqualTo("1:by-hand 2:by-hand 3");
    List<ImportMistake> moved = mistakes(out, "Email|Name", "z@x.example|Z");
    assertThat(moved)
        .containsExactly(
            new ImportMistake.RowChanged("leaveOut[0]", 1, "Email", "A@X.EXAMPLE", "z@x.example"),
            new ImportMistake.NoSuchRow("leaveOut[1]", 2, 1));
    assertThat(moved.get(0).message()).contains("row 1", "“A@X.EXAMPLE”", "“z@x.example”");
    assertThat(moved.get(1).message()).contains("no row 2", "it has 1");
  }

  @Test
  void correctionAppliesWhileTheCellHoldsWhatItHeld() {
    ImportOptions better =
        hand(
            List.of(),
            List.of(
                new ImportOptions.Correction(1, "email", "a@gmial.com", "a@gmail.com"),
                new ImportOptions.Correction(1, "Name", "An", "Ann"),
                new ImportOptions.Correction(2, "Name", "", "Bob")),
            List.of());
    ImportReading.Imported imported =
        imported(better, "Email|Name", "a@gmial.com |An", "b@x.example");
    assertThat(shown(imported)).isEqualTo("1 2");
    assertThat(imported.list().people().get(0).mailbox().shown()).isEqualTo("Ann <a@gmail.com>");
    assertThat(imported.list().people().get(1).mailbox().displayName()).isEqualTo("Bob");
    assertThat(mistakes(better, "Email|Name", "z@gmial.com|An", "b@x.example|"))
        .containsExactly(
            new ImportMistake.RowChanged(
                "corrections[0]", 1, "Email", "a@gmial.com", "z@gmial.com"));
    assertThat(mistakes(better, "Mail|Name", "a@x.example|An", "b@x.example|"))
        .containsExactly(new ImportMistake.NoSuchColumn("corrections[0]", "email", "Mail"));
  }

  @Test
  void onlyTheRowsThatAreMeantAreUsed() {
    ImportOptions altos =
        new ImportOptions(
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of("section", List.of("Alto", "tenor")),
            Set.of(),
            _ -> false,
            _ -> false);
    assertThat(
            shown(
                imported(
                    altos,
                    "Email|Section",
                    "a@x.example|alto ",
                    "b@x.example|Bass",
                    "broken|Bass",
                    "c@x.example|Tenor")))
        .isEqualTo("1 2:filtered 3:filtered 4");
    assertThat(mistakes(altos, "Email|Sektion", "a@x.example|alto"))
        .containsExactly(new ImportMistake.NoSuchColumn("where", "section", "Sektion"));
  }

  @Test
  void headerInjectionBlocksUntilTheRowIsLeftOutOrCorrected() {
    String[] list = {"Email|Name", "a@x.example|Ann\r\nBcc: b@y.example", "c@x.example|Cy"};
    ImportReading.Imported imported = imported(NONE, list);
    assertThat(shown(imported)).isEqualTo("1:control-character 2");
    assertThat(findings(imported)).isEqualTo("header.injection list.left-out");
    assertThat(imported.findings().getFirst().severity()).isEqualTo(Severity.BLOCK);
    ImportOptions out =
        hand(List.of(new ImportOptions.LeaveOut(1, "a@x.example", "odd")), List.of(), List.of());
    assertThat(findings(imported(out, list))).isEmpty();
    ImportOptions better =
        hand(
            List.of(),
            List.of(new ImportOptions.Correction(1, "Name", "Ann\r\nBcc: b@y.example", "Ann")),
            List.of());
    assertThat(shown(imported(better, list))).isEqualTo("1 2");
  }

  @Test
  void valueOfASubjectIsHeldToTheRulesOfHeaders() {
    ImportOptions subject =
        new ImportOptions(
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Set.of(FieldName.of("town"), FieldName.of("gone")),
            _ -> false,
            _ -> false);
    String[] list = {
      "Email|Town|Note", "a@x.example|A\tB|x\ny", "b@x.example|A\nTo: z|", "c@x.example|C|x\ny",
    };
    ImportReading.Imported imported = imported(subject, list);
    assertThat(shown(imported)).isEqualTo("1:control-character 2:control-character 3");
    assertThat(findings(imported)).isEqualTo("header.injection list.left-out");
    assertThat(shown(imported(NONE, list))).isEqualTo("1 2 3");
  }

  @Test
  void suppressedPeopleAndCanariesGetNothing() {
    ImportOptions options =
        new ImportOptions(
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Set.of(),
            key -> key.value().startsWith("s"),
            key -> key.value().startsWith("c"));
    ImportReading.Imported imported =
        imported(options, "Email", "a@x.example", "S@x.example", "c@x.example");
    assertThat(shown(imported)).isEqualTo("1 2:suppressed 3:canary");
    assertThat(findings(imported)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Name,Name",
    "Full name,Full name",
    "Vorname Nachname,Vorname Nachname",
    "Nombre completo,Nombre completo",
    "Naam,Naam",
    "Town,",
    "First name,",
  })
  void nameColumnIsFoundByItsHeading(String heading, String found) {
    ImportReading.Imported imported = imported(NONE, "Email|" + heading, "a@x.example|Ann");
    assertThat(imported.list().nameColumn()).isEqualTo(found == null ? null : FieldName.of(found));
    assertThat(imported.list().people().getFirst().mailbox().displayName())
        .isEqualTo(found == null ? "" : "Ann");
  }

  @Test
  void surnameIsNoName() {
    assertThat(imported(NONE, "Email|Vorname|Name", "a@x.example|Ann|Lee").list().nameColumn())
        .isNull();
    assertThat(
            imported(NONE, "Email|First name|Full name", "a@x.example|Ann|Ann Lee")
                .list()
                .nameColumn())
        .isEqualTo(FieldName.of("Full name"));
  }

  @Test
  void nameInTheAddressCellIsUsedWhereTheListHasNone() {
    assertThat(
            imported(NONE, "Email|Name", "Ann Lee <a@x.example>|", "Bo <b@x.example>|Bob")
                .list()
                .people())
        .extracting(person -> person.mailbox().displayName())
        .containsExactly("Ann Lee", "Bob");
  }

  @Test
  void nameThatIsAnotherAddressLeavesTheRowOut() {
    ImportReading.Imported imported = imported(NONE, "Email|Name", "a@x.example|b@y.example");
    assertThat(shown(imported)).isEqualTo("1:display-name");
    assertThat(findings(imported)).isEqualTo("name.is-address list.left-out");
  }

  @ParameterizedTest
  @CsvSource({
    "all@x.example,address.group",
    "choir-list@x.example,address.group",
    "alle@x.example,address.group",
    "allan@x.example,''",
    "noreply@x.example,address.no-reply",
    "do-not-reply@x.example,address.no-reply",
    "shop.no_reply@x.example,address.no-reply",
    "nora@x.example,''",
    "a@gmial.com,address.likely-typo",
    "a@hotmail.con,address.likely-typo",
    "a@gmai.com,address.likely-typo",
    "a@gmx.dee,address.likely-typo",
    "a@gmx.at,''",
    "a@mail.com,''",
    "a@gmail.com,''",
    "a@paypаl.example,address.mixed-script",
    "a@münchen.example,''",
    "a@例えテスト.example,''",
    "a@почта.example,''",
  })
  void addressesThatAreProbablyNotMeant(String address, String finding) {
    ImportReading.Imported imported = imported(NONE, "Email", address);
    assertThat(findings(imported)).isEqualTo(finding);
    assertThat(imported.findings()).allMatch(found -> found.severity() == Severity.CONFIRM);
  }

  @ParameterizedTest
  @CsvSource({"Test Test,true", "asdf,true", "Tester,false", "Tess Testerson,false"})
  void rowsFromTryingAreTold(String name, boolean told) {
    assertThat(findings(imported(NONE, "Email|Name", "a@x.example|" + name)))
        .isEqualTo(told ? "list.test-row" : "");
    assertThat(findings(imported(NONE, "Email|First name", "a@x.example|" + name)))
        .isEqualTo(told ? "list.test-row" : "");
  }

  @Test
  void importStopsWhenTold() {
    assertThatThrownBy(() -> ListImport.read(Tables.of("Email", "a@x.example"), NONE, () -> true))
        .isInstanceOf(CancellationException.class);
  }
}
