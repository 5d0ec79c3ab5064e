package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.Tabular;
import org.postroom.tabular.TabularOptions;
import org.postroom.tabular.TabularProgress;
import org.postroom.tabular.TabularReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One list with dates, leading zeros, formulas, an error, hidden and filtered rows and a hidden
/// sheet, saved by LibreOffice as xlsx, ods and CSV, and read.
class OfficeListsMtaIT {
  private static final List<String> HEADINGS =
      List.of("Email", "Name", "Since", "No", "Id", "Greeting", "Fee");
  private static final List<String> ANN =
      List.of(
          "ann@people.example",
          "Ann Aléxis",
          "04/03/2026",
          "00123",
          "123456789012",
          "Dear Ann Aléxis",
          "#DIV/0!");
  private static final List<String> BOB =
      List.of("bob@people.example", "Bob Birch", "", "", "", "", "");
  private static final List<String> CYD =
      List.of("cyd@people.example", "Cyd Cedar", "", "", "", "", "");
  private static final List<String> DAN =
      List.of("dan@people.example", "Dan & Dora Dogwood", "31/12/1999", "", "", "", "");

  @TempDir static Path dir;

  @BeforeAll
  static void saveByLibreOffice() throws Exception {
    Path source = dir.resolve("members.fods");
    try (InputStream file = OfficeListsMtaIT.class.getResourceAsStream("members.fods")) {
      Files.copy(Objects.requireNonNull(file), source);
    }
    // Semicolon, quotation mark, UTF-8.
    String csv = "csv:Text - txt - csv (StarCalc):59,34,76,1";
    for (String format : List.of("xlsx", "ods", "xls", csv)) {
      soffice("--convert-to", format, "--outdir", dir.toString(), source.toString());
    }
    // A password can be given by a macro only, and the profile exists from here on.
    Path library = dir.resolve("profile/user/basic/Standard");
    for (String file : List.of("Module1.xba", "script.xlb")) {
      try (InputStream macro = OfficeListsMtaIT.class.getResourceAsStream("macro/" + file)) {
        Files.copy(
            Objects.requireNonNull(macro),
            library.resolve(file),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    soffice(
        "macro:///Standard.Module1.SaveLocked(\"%s\",\"%s\",\"calc8\",\"secret\")"
            .formatted(source.toUri(), dir.resolve("locked.ods").toUri()));
  }

  private static void soffice(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("soffice");
    command.add("-env:UserInstallation=" + dir.resolve("profile").toUri());
    command.add("--headless");
    command.addAll(List.of(arguments));
    Path log = dir.resolve("soffice.log");
    Process office =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = office.waitFor(180, TimeUnit.SECONDS);
    office.descendants().forEach(ProcessHandle::destroyForcibly);
    office.destroyForcibly();
    assertThat(ended).as(String.join(" ", arguments)).isTrue();
    assertThat(office.exitValue()).as(Files.readString(log)).isZero();
  }

  private static SourceTable table(String name) throws IOException {
    TabularReading reading =
        Tabular.read(
            Files.readAllBytes(dir.resolve(name)), name, TabularOptions.NONE, TabularProgress.NONE);
    return switch (reading) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  @Test
  void workbooksReadAsTheyAreShown() throws IOException {
    for (String name : List.of("members.xlsx", "members.ods")) {
      SourceTable table = table(name);
      assertThat(table.origin().sheet()).as(name).isEqualTo("Members");
      assertThat(table.header().cells()).as(name).isEqualTo(HEADINGS);
      assertThat(table.rows())
          .as(name)
          .containsExactly(
              new SourceRow(2, ANN, false),
              new SourceRow(3, BOB, true),
              new SourceRow(4, CYD, true),
              new SourceRow(6, DAN, false));
      assertThat(table.remarks())
          .as(name)
          .containsExactly(new SourceRemark.HiddenSheets(List.of("Old")));
    }
  }

  /// Without its formats: this export writes dates and numbers in its own way.
  @Test
  void itsCsvHasEachRowWithItsWords() throws IOException {
    SourceTable table = table("members.csv");
    assertThat(table.origin().charset()).isEqualTo("UTF-8");
    assertThat(table.origin().delimiter()).isEqualTo(";");
    assertThat(table.header().cells()).isEqualTo(HEADINGS);
    assertThat(table.rows()).hasSize(5);
    List<String> ann = table.rows().getFirst().cells();
    assertThat(ann.subList(0, 2)).isEqualTo(ANN.subList(0, 2));
    assertThat(ann.subList(4, 7)).isEqualTo(ANN.subList(4, 7));
    assertThat(table.rows().getLast().cells().subList(0, 2)).isEqualTo(DAN.subList(0, 2));
  }

  @Test
  void theCommandLineAccountsForEachRow() {
    Postroom postroom = new Postroom(dir.resolve("workspace"), Map.of(), List.of());
    for (String name : List.of("members.xlsx", "members.ods")) {
      Postroom.Run list = postroom.run("list", dir.resolve(name).toString(), "--json");
      assertThat(list.exit()).as(list.err()).isZero();
      JsonNode json = JsonMapper.builder().build().readTree(list.out());
      assertThat(json.path("rows").asInt()).isEqualTo(4);
      assertThat(json.path("people").asInt()).isEqualTo(2);
      assertThat(json.path("leftOut").valueStream().map(row -> row.path("reason").asString()))
          .containsExactly("hidden-row", "hidden-row");
    }
  }

  @Test
  void aPasswordAndTheOldKindAreRefusedWithWhatToDo() {
    Postroom postroom = new Postroom(dir.resolve("workspace-refused"), Map.of(), List.of());
    Postroom.Run locked = postroom.run("list", dir.resolve("locked.ods").toString());
    assertThat(locked.exit()).isEqualTo(2);
    assertThat(locked.out()).isEmpty();
    assertThat(locked.err())
        .contains("protected with a password", "Nothing of it was used", "save a copy without");
    Postroom.Run old = postroom.run("list", dir.resolve("members.xls").toString());
    assertThat(old.exit()).isEqualTo(2);
    assertThat(old.err()).contains("the old kind (xls)", "save it as xlsx");
  }

  @Test
  void exportsOfTheLargeProgramsAreReadByTheCommandLine() {
    Postroom postroom = new Postroom(dir.resolve("workspace-exports"), Map.of(), List.of());
    Path exports = Path.of("src/test/resources/org/postroom/tabular/exports");
    Map<String, String> columns =
        Map.of(
            "google-new.csv", "E-mail 1 - Value",
            "google-old.csv", "E-mail 1 - Value",
            "outlook.csv", "E-mail Address",
            "thunderbird.csv", "Primary Email",
            "excel-unicode.txt", "Email",
            "apple.vcf", "Email");
    columns.forEach(
        (file, column) -> {
          Postroom.Run list = postroom.run("list", exports.resolve(file).toString(), "--json");
          assertThat(list.exit()).as(file + list.err()).isZero();
          JsonNode json = JsonMapper.builder().build().readTree(list.out());
          assertThat(json.path("addressColumn").asString()).as(file).isEqualTo(column);
          assertThat(json.path("people").asInt()).as(file).isEqualTo(2);
          assertThat(json.path("rows").asInt())
              .as(file)
              .isEqualTo(json.path("people").asInt() + json.path("leftOut").size());
        });
  }
}
