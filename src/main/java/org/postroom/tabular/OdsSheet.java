package org.postroom.tabular;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The rows of one table of an ods document. Rows and cells that are repeated stand once in the
/// file with their number.
final class OdsSheet {
  private static final int ROWS_BETWEEN_REPORTS = 4096;

  private final XmlPart part;
  private final SheetBuilder rows;
  private final TabularProgress progress;
  private long row;
  private long reported;
  private int column;

  OdsSheet(XmlPart part, SheetBuilder.Total total, TabularProgress progress) {
    this.part = part;
    this.rows = new SheetBuilder(total);
    this.progress = progress;
  }

  /// The reader stands at the beginning of the table, afterwards at its end.
  Sheet read(boolean hidden) throws RefusedException {
    String name = part.attribute("name");
    int inside = part.depth();
    int closedGroup = 0;
    while (part.next() && !(part.ends() && part.depth() < inside)) {
      if (part.starts("table-row")) {
        row(closedGroup > 0);
      } else if (part.starts("table-row-group") && "false".equals(part.attribute("display"))) {
        closedGroup = closedGroup == 0 ? part.depth() : closedGroup;
      } else if (part.ends("table-row-group") && part.depth() < closedGroup) {
        closedGroup = 0;
      }
    }
    return rows.build(name == null ? "" : name, hidden);
  }

  private void row(boolean inClosedGroup) throws RefusedException {
    String visibility = part.attribute("visibility");
    boolean hidden = inClosedGroup || "collapse".equals(visibility) || "filter".equals(visibility);
    int times = Math.max(1, part.number("number-rows-repeated", 1));
    int inside = part.depth();
    column = 0;
    part.content(true);
    while (part.next() && !(part.ends() && part.depth() < inside)) {
      if (part.starts("table-cell")) {
        cell();
      } else if (part.starts("covered-table-cell")) {
        // What lies under a merged cell is not shown.
        column += Math.max(1, part.number("number-columns-repeated", 1));
        skip();
      }
    }
    part.content(false);
    rows.endRow(row + 1, hidden, times);
    row += times;
    if (row - reported >= ROWS_BETWEEN_REPORTS) {
      reported = row;
      if (!progress.at(row, 0)) {
        throw new CancellationException();
      }
    }
  }

  private void cell() throws RefusedException {
    int times = Math.max(1, part.number("number-columns-repeated", 1));
    int spanned = part.number("number-rows-spanned", 1);
    String kept = kept();
    boolean typed = part.attribute("value-type") != null;
    String shown = paragraphs();
    String text = shown == null ? (typed ? kept : "") : shown;
    if (!text.isBlank()) {
      if (column + (long) times > Caps.COLUMNS) {
        throw RefusedException.tooLarge("columns");
      }
      for (int i = 0; i < times; i++) {
        rows.cell(column + i, text);
      }
      rows.merged(row + 1, row + spanned);
    }
    column = (int) Math.min(Integer.MAX_VALUE / 2, column + (long) times);
  }

  /// What a program wrote that did not write how it looks.
  private String kept() {
    for (String name : new String[] {"string-value", "date-value", "time-value", "boolean-value"}) {
      String value = part.attribute(name);
      if (value != null) {
        return name.equals("boolean-value") ? value.toUpperCase(java.util.Locale.ROOT) : value;
      }
    }
    String value = part.attribute("value");
    try {
      return value == null ? "" : CellFormat.GENERAL.number(Double.parseDouble(value), false);
    } catch (NumberFormatException e) {
      // Not a number after all: what stands there is shown as it stands.
      return String.valueOf(value);
    }
  }

  /// The cell's own paragraphs, one a line, without notes and drawings; null where it has none.
  private @Nullable String paragraphs() throws RefusedException {
    int inside = part.depth();
    StringBuilder text = null;
    while (part.next() && !(part.ends() && part.depth() < inside)) {
      if (part.starts("p") || part.starts("h")) {
        text = text == null ? new StringBuilder() : text.append('\n');
        text.append(paragraph());
      } else if (part.starts()) {
        skip();
      }
      if (text != null && text.length() > Caps.CELL_CHARS) {
        throw RefusedException.tooLarge("cell");
      }
    }
    return text == null ? null : text.toString();
  }

  /// White space of the XML counts as one blank; several are written as such (ODF 1.3, 6.1.3).
  private String paragraph() throws RefusedException {
    int inside = part.depth();
    StringBuilder text = new StringBuilder();
    StringBuilder run = new StringBuilder();
    while (part.next(run)) {
      append(text, run);
      if (part.ends() && part.depth() < inside) {
        break;
      }
      if (part.starts("s")) {
        text.append(" ".repeat(Math.min(Caps.CELL_CHARS, Math.max(1, part.number("c", 1)))));
      } else if (part.starts("tab")) {
        text.append('\t');
      } else if (part.starts("line-break")) {
        text.append('\n');
      } else if (part.starts("annotation") || part.starts("ruby-text") || part.starts("note")) {
        skip();
      }
      if (text.length() > Caps.CELL_CHARS) {
        throw RefusedException.tooLarge("cell");
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, StringBuilder run) {
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      boolean after = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
      if (!blank) {
        text.append(c);
      } else if (!after) {
        text.append(' ');
      }
    }
    run.setLength(0);
  }

  /// Past the element that has just begun.
  private void skip() throws RefusedException {
    int inside = part.depth();
    while (part.next() && !(part.ends() && part.depth() < inside)) {
      // Nothing in it is wanted.
    }
  }
}
