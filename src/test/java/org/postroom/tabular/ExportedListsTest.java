package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ImportOptions;
import org.postroom.recipients.ImportReading;
import org.postroom.recipients.ListImport;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.SourceTable;

/// Lists as the large programs export them: written for these tests, with their headings, charsets
/// and line ends. The column of the addresses and the names are found by themselves.
class ExportedListsTest {
  private static final Path EXPORTS = Path.of("src/test/resources/org/postroom/tabular/exports");

  /// @param how charset and delimiter
  /// @param asked the ids of what a person is asked or told
  private record Import(
      String how,
      @Nullable String address,
      @Nullable String name,
      List<String> people,
      List<String> leftOut,
      List<String> asked) {}

  private static Import read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(EXPORTS.resolve(file));
    SourceTable table =
        switch (Tabular.read(bytes, file, TabularOptions.NONE, TabularProgress.NONE)) {
          case TabularReading.Read(SourceTable read) -> read;
          case TabularReading.Refused refused -> throw new AssertionError(refused.happened());
        };
    return switch (ListImport.read(table, ImportOptions.NONE, () -> false)) {
      case ImportReading.Mistaken mistaken -> throw new AssertionError(mistaken.toString());
      case ImportReading.Imported(RecipientList list, var findings) ->
          new Import(
              table.origin().charset() + " " + table.origin().delimiter(),
              shown(list.addressColumn()),
              shown(list.nameColumn()),
              list.people().stream().map(person -> person.mailbox().shown()).toList(),
              list.leftOut().stream()
                  .map(row -> row.at().line() + " " + row.reason().code())
                  .toList(),
              findings.stream().map(finding -> finding.id()).distinct().toList());
    };
  }

  private static @Nullable String shown(@Nullable FieldName column) {
    return column == null ? null : column.shown();
  }

  @Test
  void aContactsServiceInItsNewHeadings() throws IOException {
    assertThat(read("google-new.csv"))
        .isEqualTo(
            new Import(
                "UTF-8 ,",
                "E-mail 1 - Value",
                null,
                List.of("Ann Lee <ann@people.example>", "José Núñez <jose@people.example>"),
                List.of("5 blank-address"),
                List.of("list.left-out")));
  }

  @Test
  void aContactsServiceInItsOldHeadings() throws IOException {
    assertThat(read("google-old.csv"))
        .isEqualTo(
            new Import(
                "UTF-16LE ,",
                "E-mail 1 - Value",
                "Name",
                List.of("Ann Lee <ann@people.example>", "bob@people.example <bob@people.example>"),
                List.of(),
                List.of()));
  }

  @Test
  void twoAddressesOfAPersonAreAQuestion() throws IOException {
    Import twice = read("google-two-addresses.csv");
    assertThat(twice.people()).isEmpty();
    assertThat(twice.asked()).contains("list.address-column-unclear");
  }

  @Test
  void aMailProgramForOffices() throws IOException {
    assertThat(read("outlook.csv"))
        .isEqualTo(
            new Import(
                "windows-1252 ;",
                "E-mail Address",
                null,
                List.of("Jörg Müller <joerg@people.example>", "Ann Lee <ann@people.example>"),
                List.of(),
                List.of()));
  }

  @Test
  void aMailProgramsAddressBook() throws IOException {
    assertThat(read("thunderbird.csv"))
        .isEqualTo(
            new Import(
                "UTF-8 ,",
                "Primary Email",
                "Display Name",
                List.of("Ann Lee <ann@people.example>", "bob@people.example <bob@people.example>"),
                List.of(),
                List.of()));
  }

  @Test
  void aSpreadsheetsTextInThreeCharsets() throws IOException {
    assertThat(read("excel-utf8.csv"))
        .isEqualTo(
            new Import(
                "UTF-8 ;",
                "E-Mail",
                "Name",
                List.of("Lee, Ann <ann@people.example>", "Bob <bob@people.example>"),
                List.of(),
                List.of()));
    assertThat(read("excel-unicode.txt"))
        .isEqualTo(
            new Import(
                "UTF-16LE \t",
                "Email",
                "Name",
                List.of("Žaneta <zaneta@people.example>", "Лев <lev@people.example>"),
                List.of(),
                List.of()));
    Import mac = read("excel-mac.csv");
    assertThat(mac.people()).hasSize(2);
    assertThat(mac.asked()).containsExactly("list.wrong-charset");
  }

  @Test
  void anAddressBookOfAPhone() throws IOException {
    assertThat(read("apple.vcf"))
        .isEqualTo(
            new Import(
                "UTF-8 ",
                "Email",
                "Name",
                List.of("Ann Lee <ann@people.example>", "Riverside Hall <hall@people.example>"),
                List.of(),
                List.of("list.other-addresses")));
  }
}
