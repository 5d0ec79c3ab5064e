package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.Mailbox;
import org.postroom.recipients.ImportOptions;
import org.postroom.recipients.ImportReading;
import org.postroom.recipients.ListImport;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// What holds for each reader, whatever bytes it is given. [ReaderSeedsTest] runs it over the
/// seeds, the profile `fuzz` over what it makes of them.
///
/// A workbook is given as its parts, each behind a line `@@ name`, because what a fuzzer does to a
/// zip is seen by the zip's checksums alone; parts that are left out are those of a plain workbook.
/// Bytes that are a zip already are taken as they are.
enum ReaderTarget {
  CSV("list.csv"),
  XLSX("list.xlsx"),
  ODS("list.ods"),
  VCF("list.vcf"),
  PASTE("list.tsv"),
  ADDRESS("");

  private static final String PART = "@@ ";

  private final String fileName;

  ReaderTarget(String fileName) {
    this.fileName = fileName;
  }

  /// @throws AssertionError where something does not hold
  void run(byte[] bytes) {
    switch (this) {
      case CSV -> delimited(bytes);
      case VCF -> read(bytes, TabularOptions.NONE);
      case XLSX -> read(zip(bytes, plainXlsx()), TabularOptions.NONE);
      case ODS -> read(zip(bytes, Map.of("mimetype", "m")), TabularOptions.NONE);
      case PASTE -> pasted(new String(bytes, UTF_8));
      case ADDRESS -> address(new String(bytes, UTF_8));
    }
  }

  /// What was found, once it is stated, reads the same.
  private void delimited(byte[] bytes) {
    SourceTable found = read(bytes, TabularOptions.NONE);
    if (found == null || found.origin().format().equals("vcf") || !statable(found)) {
      return;
    }
    TabularOptions stated =
        new TabularOptions(found.origin().charset(), found.origin().delimiter(), null);
    SourceTable again = read(bytes, stated);
    holds(again != null && again.header().equals(found.header()), "another heading when stated");
    holds(again != null && again.rows().equals(found.rows()), "other rows when stated");
  }

  /// A letter can be the delimiter of a `sep=` line, and nobody can state it.
  private static boolean statable(SourceTable table) {
    String delimiter = String.valueOf(table.origin().delimiter());
    return !delimiter.isEmpty()
        && !Character.isLetterOrDigit(delimiter.charAt(0))
        && !delimiter.equals("@");
  }

  /// One row a person; what the reader of tables makes of it has all of them.
  private void pasted(String text) {
    String people = AddressField.asTable(text);
    SourceTable table = read((people == null ? text : people).getBytes(UTF_8), TabularOptions.NONE);
    // Zeros are no text, wherever they stand.
    if (people != null && text.indexOf('\0') < 0) {
      holds(table != null, "an address field is no table");
      holds(table != null && !table.rows().isEmpty(), "an address field without anybody");
      holds(
          table != null && table.rows().stream().allMatch(row -> row.cells().size() == 2),
          "an address field of another width");
    }
  }

  private static void address(String cell) {
    switch (AddressReader.read(cell)) {
      case AddressReading.Refused _ -> {
        // Most cells are none.
      }
      case AddressReading.One(Mailbox mailbox) -> {
        String wire = mailbox.address().wire();
        holds(wire.chars().noneMatch(c -> c <= ' ' || c == 0x7F), "white space on the wire");
        holds(wire.getBytes(UTF_8).length <= 254, "too long for RCPT");
        holds(
            AddressReader.read(wire) instanceof AddressReading.One(Mailbox again)
                && again.address().equals(mailbox.address())
                && again.key().equals(mailbox.key()),
            "another address the second time");
        holds(
            mailbox.displayName().chars().noneMatch(Character::isISOControl),
            "a control character in a name");
      }
    }
  }

  /// Null where it is refused.
  private @Nullable SourceTable read(byte[] bytes, TabularOptions options) {
    return switch (Tabular.read(bytes, fileName, options, TabularProgress.NONE)) {
      case TabularReading.Refused refused -> {
        holds(!refused.happened().isBlank() && !refused.next().isBlank(), "refused without words");
        boolean memory =
            refused.fault() == TabularReading.Fault.TOO_LARGE && refused.detail().equals("memory");
        holds(!memory, "a small file that needs much memory");
        yield null;
      }
      case TabularReading.Read(SourceTable table) -> {
        rows(table);
        people(table);
        yield table;
      }
    };
  }

  private static void rows(SourceTable table) {
    long line = 0;
    for (SourceRow row : table.rows()) {
      holds(row.line() >= line && row.line() > 0, "rows out of order");
      line = row.line();
      holds(
          table.origin().sheet() == null || row.cells().size() == table.header().cells().size(),
          "a row of a sheet has another width");
    }
  }

  /// Every row is a person or left out, once (rule L1).
  private static void people(SourceTable table) {
    switch (ListImport.read(table, ImportOptions.NONE, () -> false)) {
      case ImportReading.Mistaken mistaken -> throw new AssertionError(mistaken.toString());
      case ImportReading.Imported(RecipientList list, var _) -> {
        Set<Integer> seen = new HashSet<>();
        list.people().forEach(person -> seen.add(person.at().row()));
        list.leftOut().forEach(row -> seen.add(row.at().row()));
        holds(list.rows() == table.rows().size(), "rows are lost");
        holds(seen.size() == table.rows().size(), "a row counts twice");
      }
    }
  }

  private static void holds(boolean truth, String otherwise) {
    if (!truth) {
      throw new AssertionError(otherwise);
    }
  }

  private static Map<String, String> plainXlsx() {
    return Books.xlsxParts(List.of(new Books.Tab("M", "", "")), "dd/mm/yyyy", "0.00");
  }

  private static byte[] zip(byte[] bytes, Map<String, String> plain) {
    String text = new String(bytes, UTF_8);
    if (text.startsWith("PK")) {
      return bytes;
    }
    Map<String, String> parts = new java.util.LinkedHashMap<>(plain);
    for (String part : text.split("(?m)^" + PART, -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        parts.put(part.substring(0, end).strip(), part.substring(end + 1));
      }
    }
    return Books.zip(parts);
  }
}
