package org.postroom.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postroom.safety.text.Entities;

/// A large sheet of an OOXML workbook, read forwards without keeping it: its rows, a line each, and
/// apart from them whatever else stands in it (formulas, headers, what a cell may hold). Of a sheet
/// of 200 MB a third is words; the rest says how they look.
final class LargeSheet {
  /// A sheet up to here is kept as it is.
  static final int FROM = 4 << 20;

  /// In chars.
  ///
  /// @param buffer what is read at once at first
  /// @param piece so much of rows is told at once
  /// @param longest no tag and no text between two of them is longer in a sheet that a program
  ///   wrote: a cell holds 32,767 chars
  record Sizes(int buffer, int piece, int longest) {
    static final Sizes USUAL = new Sizes(1 << 16, 4 << 20, 16 << 20);
  }

  private static final int NONE = -1;
  private static final String CDATA = "<![CDATA[";

  private final String inside;
  private final String name;
  private final List<String> shared;
  private final Found found;
  private final Reader in;
  private final List<int[]> hiddenColumns = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder();
  private final StringBuilder others = new StringBuilder();
  private final StringBuilder cell = new StringBuilder();
  private final Sizes sizes;
  private char[] chars;
  private int at;
  private int limit;
  private boolean sharedCell;
  private boolean inValue;
  private boolean hiddenRow;
  private boolean hides;

  /// @param inside the way to the workbook
  /// @param name of the part
  /// @param shared texts that cells may be among
  LargeSheet(String inside, String name, List<String> shared, InputStream in, Found found)
      throws IOException {
    this(inside, name, shared, in, found, Sizes.USUAL);
  }

  LargeSheet(
      String inside, String name, List<String> shared, InputStream in, Found found, Sizes sizes)
      throws IOException {
    this.sizes = sizes;
    this.chars = new char[sizes.buffer()];
    this.inside = inside;
    this.name = name;
    this.shared = shared;
    this.found = found;
    in.mark(Charsets.SAMPLE);
    Charset charset = Charsets.charset(in.readNBytes(Charsets.SAMPLE));
    in.reset();
    // What is no UTF-8 after all is replaced: the program that shows the sheet would refuse it.
    this.in = new InputStreamReader(in, charset);
  }

  static boolean isOne(String part) {
    return part.startsWith("xl/worksheets/sheet") && part.endsWith(".xml");
  }

  /// True where a row or column with something in it is hidden; known when it was read.
  boolean hides() {
    return hides;
  }

  /// Tells what stands in the sheet.
  ///
  /// @throws Budget.SpentException where that is more than is looked through
  void read() throws IOException {
    for (int open = find('<', at); open != NONE; open = find('<', at)) {
      text(at, open);
      at = open;
      if (isCdata()) {
        cdata();
      } else {
        int close = find('>', at);
        tag(at + 1, close == NONE ? limit : close);
        at = close == NONE ? limit : close + 1;
      }
    }
    text(at, limit);
    tellRows();
    tellOthers();
  }

  private boolean isCdata() throws IOException {
    for (int i = 0; i < CDATA.length(); i++) {
      while (limit - at <= i) {
        if (!fill()) {
          return false;
        }
      }
      if (chars[at + i] != CDATA.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void cdata() throws IOException {
    at += CDATA.length();
    int end = find('>', at);
    while (end != NONE && !(end >= at + 2 && chars[end - 1] == ']' && chars[end - 2] == ']')) {
      end = find('>', end + 1);
    }
    text(at, end == NONE ? limit : end - 2);
    at = end == NONE ? limit : end + 1;
  }

  /// The next place of a char from `from` on, or -1; what is behind [#at] may be given away, so
  /// that all places are counted anew from there.
  private int find(char wanted, int from) throws IOException {
    int ahead = from - at;
    while (true) {
      for (int i = at + ahead; i < limit; i++) {
        if (chars[i] == wanted) {
          return i;
        }
      }
      ahead = limit - at;
      if (!fill()) {
        return NONE;
      }
    }
  }

  /// False at the end.
  private boolean fill() throws IOException {
    System.arraycopy(chars, at, chars, 0, limit - at);
    limit -= at;
    at = 0;
    if (limit == chars.length) {
      if (limit >= sizes.longest()) {
        throw new Budget.SpentException();
      }
      chars = Arrays.copyOf(chars, limit * 2);
    }
    int count = in.read(chars, limit, chars.length - limit);
    if (count == NONE) {
      return false;
    }
    limit += count;
    return true;
  }

  private void text(int from, int to) throws IOException {
    if (inValue) {
      cell.append(chars, from, to - from);
      if (cell.length() > sizes.longest()) {
        throw new Budget.SpentException();
      }
    } else {
      others.append(chars, from, to - from);
    }
  }

  private void tag(int from, int to) throws IOException {
    boolean closes = from < to && chars[from] == '/';
    boolean empty = chars[to - 1] == '/';
    int start = closes ? from + 1 : from;
    int end = start;
    while (end < to && chars[end] > ' ' && chars[end] != '/') {
      start = chars[end] == ':' ? end + 1 : start;
      end++;
    }
    if (isNamed("c", start, end)) {
      cell(from, to, closes, empty);
    } else if (isNamed("v", start, end) || isNamed("is", start, end)) {
      if (closes && inValue) {
        tellCell();
      }
      inValue = !closes && !empty;
    } else if (isNamed("row", start, end)) {
      row(from, to, closes);
    } else {
      if (!inValue && !others.isEmpty() && others.charAt(others.length() - 1) != '\n') {
        others.append('\n');
      }
      if (isNamed("col", start, end) && !closes) {
        column(new String(chars, from, to - from));
      }
    }
    attributes(from, to);
    if (others.length() > sizes.piece()) {
      tellOthers();
    }
  }

  private boolean isNamed(String wanted, int start, int end) {
    if (end - start != wanted.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (chars[start + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void cell(int from, int to, boolean closes, boolean empty) {
    if (closes) {
      rows.append('\t');
      return;
    }
    String tag = new String(chars, from, to - from);
    sharedCell = OfficeMarks.attribute(tag, "t").equals("s");
    if (!empty && !hides && (hiddenRow || !hiddenColumns.isEmpty())) {
      int column = HiddenCells.column(OfficeMarks.attribute(tag, "r"));
      hides =
          hiddenRow
              || hiddenColumns.stream().anyMatch(range -> range[0] <= column && column <= range[1]);
    }
  }

  private void row(int from, int to, boolean closes) throws IOException {
    if (!closes) {
      String tag = new String(chars, from, to - from);
      hiddenRow = HiddenCells.isTrue(OfficeMarks.attribute(tag, "hidden"));
      return;
    }
    rows.append('\n');
    if (rows.length() > sizes.piece()) {
      tellRows();
    }
  }

  private void column(String tag) {
    if (HiddenCells.isTrue(OfficeMarks.attribute(tag, "hidden"))) {
      hiddenColumns.add(
          new int[] {
            HiddenCells.number(OfficeMarks.attribute(tag, "min")),
            HiddenCells.number(OfficeMarks.attribute(tag, "max"))
          });
    }
  }

  private void tellCell() throws IOException {
    String text = cell.toString().trim();
    if (sharedCell) {
      int index = text.matches("\\d{1,8}") ? Integer.parseInt(text) : shared.size();
      rows.append(index < shared.size() ? shared.get(index) : "");
    } else {
      rows.append(Entities.decode(text).replace('\n', ' '));
    }
    cell.setLength(0);
    if (rows.length() > 2 * sizes.piece()) {
      tellRows();
    }
  }

  private void tellRows() throws IOException {
    found.budget().keep(rows.length());
    found.text(inside, rows.toString());
    rows.setLength(0);
  }

  private void tellOthers() throws IOException {
    found.budget().keep(others.length());
    found.text(inside.isEmpty() ? name : inside + " › " + name, Entities.decode(others.toString()));
    others.setLength(0);
  }

  /// As [XmlWords#attributes], of a tag that may have such values.
  private void attributes(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c == '@' || c == '&' || c == '%') {
        others.append('\n').append(XmlWords.attributes(new String(chars, from, to - from)));
        return;
      }
    }
  }
}
