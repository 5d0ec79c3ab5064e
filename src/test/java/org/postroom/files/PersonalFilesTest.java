package org.postroom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.message.KnownLists;
import org.postroom.message.PersonalFiles;
import org.postroom.message.PersonalFiles.Found;

/// Rule V6.
class PersonalFilesTest {
  @TempDir Path document;
  private Path invoices;

  @BeforeEach
  void folder() throws Exception {
    invoices = Files.createDirectories(document.resolve("invoices"));
    Files.writeString(invoices.resolve("ann.pdf"), "%PDF-ann");
    Files.writeString(document.resolve("secret.txt"), "for nobody");
  }

  private Found find(String cell) {
    return files(KnownLists.NONE).find(cell);
  }

  private PersonalFiles files(KnownLists lists) {
    return new DiskFiles(document).personal("invoices", lists);
  }

  private static Found.File file(Found found) {
    assertThat(found).isInstanceOf(Found.File.class);
    return (Found.File) found;
  }

  @Test
  void aCellNamesAFileOfTheFolder() throws Exception {
    Found.File found = file(find(" ann.pdf "));
    assertThat(found.attachment().fileName()).isEqualTo("ann.pdf");
    assertThat(found.attachment().contentType()).isEqualTo("application/pdf");
    assertThat(found.attachment().content().bytes())
        .isEqualTo("%PDF-ann".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCellMayNameAFolderBelowEitherWay() throws Exception {
    Files.createDirectories(invoices.resolve("2026"));
    Files.writeString(invoices.resolve("2026/bob.pdf"), "bob");
    assertThat(file(find("2026/bob.pdf")).identity())
        .isEqualTo(file(find("2026\\bob.pdf")).identity())
        .isEqualTo(file(find("./2026//bob.pdf")).identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "..\\secret.txt",
        "x/../../secret.txt",
        "ann.pdf/../../secret.txt",
        "..",
        ".. /secret.txt",
        "/etc/passwd",
        "\\etc\\passwd",
        "\\\\server\\share\\a.pdf",
        "//server/share/a.pdf",
        "C:\\a.pdf",
        "c:a.pdf",
        "ann.pdf:stream",
        "NUL",
        "con.pdf",
        "x/lpt1.pdf",
        "COM¹",
        "Aux .txt",
        "conout$",
        "a\u0000.pdf",
        "a\n.pdf"
      })
  void aNameThatCouldLeadElsewhereIsOutside(String cell) {
    assertThat(find(cell)).isEqualTo(new Found.Outside(cell.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bob.pdf", "", "2025/bob.pdf", "ANN.pdf.pdf", "ann.pdf/x", "...pdf", "."})
  void aFileThatIsNotThereIsMissing(String cell) {
    assertThat(find(cell)).isEqualTo(new Found.Missing(cell));
  }

  @Test
  void aNameThatOnlyContainsADeviceNameIsAName() throws Exception {
    Files.writeString(invoices.resolve("Conrad.pdf"), "Conrad");
    Files.writeString(invoices.resolve("Mr. Aux..pdf"), "Aux");
    file(find("Conrad.pdf"));
    file(find("Mr. Aux..pdf"));
  }

  @Test
  void aLinkOutOfTheFolderIsOutside() throws Exception {
    Files.createSymbolicLink(invoices.resolve("out.pdf"), document.resolve("secret.txt"));
    Files.createSymbolicLink(invoices.resolve("up"), document);
    assertThat(find("out.pdf")).isEqualTo(new Found.Outside("out.pdf"));
    assertThat(find("up/secret.txt")).isEqualTo(new Found.Outside("up/secret.txt"));
  }

  @Test
  void aFolderThatIsItselfALinkIsTheWritersWord() throws Exception {
    Path elsewhere = Files.createDirectories(document.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a.pdf"), "a");
    Files.createSymbolicLink(document.resolve("linked"), elsewhere);
    Found found = new DiskFiles(document).personal("linked", KnownLists.NONE).find("a.pdf");
    file(found);
  }

  @Test
  void twoNamesOfOneFileHaveOneIdentity() throws Exception {
    Files.createSymbolicLink(invoices.resolve("link.pdf"), invoices.resolve("ann.pdf"));
    Files.createLink(invoices.resolve("hard.pdf"), invoices.resolve("ann.pdf"));
    Files.writeString(invoices.resolve("copy.pdf"), "%PDF-ann");
    String ann = file(find("ann.pdf")).identity();
    assertThat(file(find("link.pdf")).identity()).isEqualTo(ann);
    assertThat(file(find("hard.pdf")).identity()).isEqualTo(ann);
    assertThat(file(find("copy.pdf")).identity()).isNotEqualTo(ann);
  }

  @Test
  void anEmptyFileAndAFolderAreNoPersonalFiles() throws Exception {
    Files.createFile(invoices.resolve("empty.pdf"));
    Files.createDirectories(invoices.resolve("folder.pdf"));
    assertThat(find("empty.pdf")).isEqualTo(new Found.Empty("empty.pdf"));
    assertThat(find("folder.pdf")).isEqualTo(new Found.Missing("folder.pdf"));
  }

  @Test
  void aNameWrittenInTheOtherUnicodeFormIsFound() throws Exception {
    Files.writeString(invoices.resolve("Mu\u0308ller.pdf"), "Müller");
    assertThat(file(find("M\u00fcller.pdf")).attachment().content().size()).isEqualTo(7);
    Files.writeString(invoices.resolve("Ren\u00e9.pdf"), "René");
    file(find("Rene\u0301.pdf"));
  }

  @Test
  void aRecipientListIsNobodysFile() throws Exception {
    Files.writeString(invoices.resolve("members.csv"), "Email\nann@club.example\n");
    KnownLists lists =
        candidate ->
            candidate.fileName().equals("members.csv") ? Optional.of("Members") : Optional.empty();
    assertThat(files(lists).find("members.csv"))
        .isEqualTo(new Found.IsList("members.csv", "Members"));
  }

  @Test
  void withoutItsFolderEveryFileIsMissing() {
    Found found = new DiskFiles(document).personal("nowhere", KnownLists.NONE).find("ann.pdf");
    assertThat(found).isEqualTo(new Found.Missing("ann.pdf"));
  }

  @Test
  void whatIsUsedIsRememberedOnce() {
    DiskFiles files = new DiskFiles(document);
    PersonalFiles personal = files.personal("invoices", KnownLists.NONE);
    for (String cell : List.of("ann.pdf", "ann.pdf ", "no.pdf", "../secret.txt")) {
      personal.find(cell);
    }
    files.read("secret.txt");
    files.read("secret.txt");
    assertThat(files.used()).extracting(UsedFile::name).containsExactly("ann.pdf", "secret.txt");
  }
}
