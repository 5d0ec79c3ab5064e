package org.postroom.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The page and the refusals state the caps that are in force.
class CapsPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/how-we-read-lists.md");

  private static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  private static String megabytes(long bytes) {
    assertThat(bytes % (1 << 20)).isZero();
    return Long.toString(bytes >> 20);
  }

  @Test
  void thePageStatesThem() throws IOException {
    List<String> table =
        List.of(
            "| the file | " + megabytes(Caps.FILE_BYTES) + " MB |",
            "| a zipped document | %s parts, stored or deflated; %s MB of XML when it is unpacked, %s MB where that is at most %d times the file; a part over %s MB at most %d times its packed size |"
                .formatted(
                    number(Caps.ZIP_ENTRIES),
                    megabytes(Caps.UNPACKED_BYTES),
                    megabytes(Caps.UNPACKED_BYTES_OF_LARGE),
                    Caps.WHOLE_RATIO,
                    megabytes(Caps.RATIO_FROM),
                    Caps.RATIO),
            "| XML | %d levels; %s MB between two tags; %s elements, %s of them outside of rows and shared texts; %s different names in a part; no document type, no entities, nothing fetched |"
                .formatted(
                    Caps.XML_DEPTH,
                    megabytes(Caps.XML_RUN_BYTES),
                    number(Caps.XML_ELEMENTS),
                    number(Caps.XML_OTHER_ELEMENTS),
                    number(Caps.XML_NAMES)),
            "| columns, rows of a sheet | %s and %s |"
                .formatted(number(Caps.COLUMNS), number(Caps.SHEET_ROWS)),
            "| one row of a sheet, repeated | " + number(Caps.SAME_ROWS) + " times |",
            "| one cell | " + number(Caps.CELL_CHARS) + " letters |",
            "| all cells | %s, with %s letters |".formatted(number(Caps.CELLS), number(Caps.CHARS)),
            "| an address book | %s cards, each of %s letters |"
                .formatted(number(Caps.VCARDS), number(Caps.CARD_CHARS)));
    assertThat(Files.readString(PAGE)).contains(String.join("\n", table));
  }

  @Test
  void eachRefusalNamesItsNumber() {
    assertThat(tooLarge("file")).contains(megabytes(Caps.FILE_BYTES) + " megabytes");
    assertThat(tooLarge("entries")).contains(number(Caps.ZIP_ENTRIES));
    assertThat(tooLarge("unpacked"))
        .contains(
            megabytes(Caps.UNPACKED_BYTES) + " megabytes",
            number(Caps.UNPACKED_BYTES_OF_LARGE >> 20),
            Caps.WHOLE_RATIO + " times",
            Caps.RATIO + " times");
    assertThat(tooLarge("xml"))
        .contains(Caps.XML_DEPTH + " levels", megabytes(Caps.XML_RUN_BYTES) + " megabytes");
    assertThat(tooLarge("elements"))
        .contains(
            Caps.XML_ELEMENTS / 1_000_000 + " million",
            Caps.XML_OTHER_ELEMENTS / 1_000_000 + " million",
            number(Caps.XML_NAMES));
    assertThat(tooLarge("columns")).contains(number(Caps.COLUMNS));
    assertThat(tooLarge("rows")).contains(number(Caps.SHEET_ROWS), number(Caps.VCARDS));
    assertThat(tooLarge("same")).contains(number(Caps.SAME_ROWS));
    assertThat(tooLarge("card")).contains(Caps.CARD_CHARS / 1_000_000 + " million");
    assertThat(tooLarge("cells"))
        .contains(Caps.CELLS / 1_000_000 + " million", (Caps.CHARS >> 20) + " million");
    assertThat(tooLarge("cell")).contains("a million");
    assertThat(tooLarge("memory")).contains("memory");
  }

  private static String tooLarge(String cap) {
    String happened = RefusedException.tooLarge(cap).why().happened();
    assertThat(happened).startsWith("The file is larger than a list can be: it has more than ");
    return happened;
  }
}
