package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.address.AddressFault;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.Mailbox;
import org.postroom.recipients.ImportOptions;
import org.postroom.recipients.ImportReading;
import org.postroom.recipients.ListImport;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.SourceRemark;
import org.postroom.recipients.SourceRow;
import org.postroom.recipients.SourceTable;

/// Reads the inputs of the behaviour table and writes what was read in the table's notation.
final class BehaviourReadings {
  private static final Pattern SHEET = Pattern.compile("\\[([^\\]]+?)( hidden)?\\] ?");

  private BehaviourReadings() {}

  /// What is read, once for each format that the kind stands for.
  static List<String> of(Behaviour behaviour) {
    return switch (behaviour.reader()) {
      case "csv" -> List.of(table(behaviour, Behaviour.bytes(behaviour.input()), "list.csv"));
      case "vcf" -> List.of(table(behaviour, Behaviour.bytes(behaviour.input()), "list.vcf"));
      case "sheet" ->
          List.of(
              table(behaviour, xlsx(behaviour.text()), "list.xlsx"),
              table(behaviour, ods(behaviour.text()), "list.ods"));
      case "shown" -> List.of(shown(behaviour));
      case "paste" -> List.of(paste(behaviour));
      case "address" -> List.of(address(behaviour.text()));
      case "people" -> List.of(people(behaviour));
      default -> throw new IllegalArgumentException(behaviour.kind());
    };
  }

  private static TabularReading read(Behaviour behaviour, byte[] bytes, String fileName) {
    String headings = behaviour.option("headings");
    TabularOptions options =
        new TabularOptions(
            behaviour.option("charset"),
            behaviour.option("delimiter"),
            behaviour.option("sheet"),
            headings == null ? null : Integer.valueOf(headings));
    return Tabular.read(bytes, fileName, options, TabularProgress.NONE);
  }

  private static String table(Behaviour behaviour, byte[] bytes, String fileName) {
    return switch (read(behaviour, bytes, fileName)) {
      case TabularReading.Refused(TabularReading.Fault fault, long line, String _) ->
          "refused " + fault + (line > 0 ? " line " + line : "");
      case TabularReading.Read(SourceTable table) ->
          origin(table, behaviour.read())
              + rows(table)
              + (table.endsInRow() ? " / cut" : "")
              + table.remarks().stream()
                  .map(BehaviourReadings::remark)
                  .collect(Collectors.joining());
    };
  }

  /// Charset and delimiter, where the table says them.
  private static String origin(SourceTable table, String expected) {
    String how = "[" + table.origin().charset() + " " + table.origin().delimiter() + "] ";
    return expected.startsWith("[") ? how : "";
  }

  private static String rows(SourceTable table) {
    return Stream.concat(Stream.of(table.header()), table.rows().stream())
        .map(BehaviourReadings::row)
        .collect(Collectors.joining(" / "));
  }

  private static String row(SourceRow row) {
    String hidden = row.hidden() ? "(hidden) " : "";
    return hidden + row.line() + ":" + String.join("^", row.cells());
  }

  private static String remark(SourceRemark remark) {
    return " + "
        + switch (remark) {
          case SourceRemark.SeveralSheets(String _, List<String> others) ->
              "also sheet " + String.join(", ", others);
          case SourceRemark.HiddenSheets(List<String> names) ->
              "hidden sheet " + String.join(", ", names);
          case SourceRemark.MergedRows(int count, long line) -> count + " merged from line " + line;
          case SourceRemark.TitleLines(List<String> lines) -> "title " + String.join(", ", lines);
          case SourceRemark.OtherAddresses(int row, String _, List<String> others) ->
              "row " + row + " not " + String.join(", ", others);
          case SourceRemark.WrongCharset(String _, String better, String wrong, String right) ->
              "perhaps " + better + ": " + wrong + " = " + right;
        };
  }

  /// One cell with a number and its format.
  private static String shown(Behaviour behaviour) {
    String format = behaviour.kind().substring("shown ".length());
    String cell = "<row><c s=\"1\"><v>%s</v></c></row>".formatted(behaviour.input());
    byte[] book = Books.xlsx(Books.row(1, "", "Shown") + cell, format);
    if (!(read(behaviour, book, "list.xlsx") instanceof TabularReading.Read(SourceTable table))) {
      return "refused";
    }
    return table.rows().isEmpty() ? "" : table.rows().getFirst().cells().getFirst();
  }

  private static String paste(Behaviour behaviour) {
    String table = AddressField.asTable(behaviour.text());
    String text = table == null ? behaviour.text() : table;
    return table(behaviour, text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "list.tsv");
  }

  private static String address(String cell) {
    return switch (AddressReader.read(cell)) {
      case AddressReading.One(Mailbox mailbox) -> mailbox.shown();
      case AddressReading.Refused(AddressFault fault, String _) -> "refused " + fault;
    };
  }

  /// The whole import: who gets a letter, who does not and why, and what is asked.
  private static String people(Behaviour behaviour) {
    SourceTable table =
        switch (read(behaviour, Behaviour.bytes(behaviour.input()), "list.csv")) {
          case TabularReading.Read(SourceTable read) -> read;
          case TabularReading.Refused refused -> throw new AssertionError(refused);
        };
    ImportOptions none = ImportOptions.NONE;
    ImportOptions options =
        new ImportOptions(
            behaviour.option("address"),
            behaviour.option("name"),
            none.leaveOut(),
            none.corrections(),
            none.duplicates(),
            Map.of(),
            none.headerFields(),
            none.suppressed(),
            none.canary());
    if (!(ListImport.read(table, options, () -> false) instanceof ImportReading.Imported read)) {
      return "mistaken";
    }
    RecipientList list = read.list();
    List<String> parts = new ArrayList<>();
    list.people().forEach(person -> parts.add(person.at().row() + ":" + person.mailbox().shown()));
    list.leftOut()
        .forEach(
            out ->
                parts.add(
                    out.at().row() + " (line " + out.at().line() + ") " + out.reason().code()));
    String asked =
        read.findings().stream()
            .map(finding -> finding.id())
            .distinct()
            .collect(Collectors.joining(", "));
    return String.join(" / ", parts) + (asked.isEmpty() ? "" : " + " + asked);
  }

  // --- workbooks out of the table's notation

  private record Tab(String name, boolean hidden, List<String> rows) {}

  private static List<Tab> tabs(String notation) {
    List<Tab> tabs = new ArrayList<>();
    Matcher matcher = SHEET.matcher(notation);
    boolean found = matcher.find();
    while (found) {
      String name = matcher.group(1);
      boolean hidden = matcher.group(2) != null;
      int from = matcher.end();
      found = matcher.find();
      String rows = notation.substring(from, found ? matcher.start() : notation.length());
      tabs.add(new Tab(name, hidden, Behaviour.pieces(rows)));
    }
    return tabs;
  }

  private static byte[] xlsx(String notation) {
    List<Books.Tab> tabs = new ArrayList<>();
    for (Tab tab : tabs(notation)) {
      StringBuilder rows = new StringBuilder("<sheetData>");
      for (int i = 0; i < tab.rows.size(); i++) {
        String row = tab.rows.get(i);
        boolean hidden = row.startsWith("(hidden)");
        String words = hidden ? row.substring("(hidden)".length()).strip() : row;
        if (!words.isEmpty()) {
          rows.append("<row r=\"%d\"%s>".formatted(i + 1, hidden ? " hidden=\"1\"" : ""));
          int column = 0;
          for (String cell : words.split("\\^", -1)) {
            rows.append(xlsxCell((char) ('A' + column++) + "" + (i + 1), cell));
          }
          rows.append("</row>");
        }
      }
      tabs.add(new Books.Tab(tab.name, tab.hidden ? "hidden" : "", rows + "</sheetData>"));
    }
    return Books.xlsx(tabs);
  }

  /// `!` for an error, `?` for yes or no, `=` for a formula with its kept value.
  private static String xlsxCell(String at, String cell) {
    String words = Books.escaped(cell.isEmpty() ? "" : cell.substring(1));
    return switch (cell.isEmpty() ? ' ' : cell.charAt(0)) {
      case ' ' -> "<c r=\"" + at + "\"/>";
      case '!' -> "<c r=\"" + at + "\" t=\"e\"><v>" + words + "</v></c>";
      case '?' -> "<c r=\"" + at + "\" t=\"b\"><v>" + (words.equals("TRUE") ? 1 : 0) + "</v></c>";
      case '=' -> "<c r=\"" + at + "\" t=\"str\"><f>ATAN2(1,2)</f><v>" + words + "</v></c>";
      default ->
          "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + Books.escaped(cell) + "</t></is></c>";
    };
  }

  private static byte[] ods(String notation) {
    StringBuilder tables = new StringBuilder();
    for (Tab tab : tabs(notation)) {
      tables.append("<table:table table:name=\"%s\"".formatted(tab.name));
      tables.append(tab.hidden ? " table:style-name=\"unseen\">" : ">");
      for (String row : tab.rows) {
        boolean hidden = row.startsWith("(hidden)");
        String words = hidden ? row.substring("(hidden)".length()).strip() : row;
        tables.append("<table:table-row").append(hidden ? " table:visibility=\"collapse\">" : ">");
        for (String cell : words.split("\\^", -1)) {
          boolean typed = !cell.isEmpty() && "!?=".indexOf(cell.charAt(0)) >= 0;
          tables.append(
              cell.isEmpty()
                  ? "<table:table-cell/>"
                  : Books.odsCell(typed ? cell.substring(1) : cell));
        }
        tables.append("</table:table-row>");
      }
      tables.append("</table:table>");
    }
    return Books.ods(tables.toString());
  }
}
