package org.postroom.tabular;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// What stands in the address field of a mail program: `Ann Lee <ann@x>, bob@y; "Lee, Cy" <c@z>`.
/// One row a person; what is no address keeps its place and its words, so that it is left out with
/// its reason later.
public final class AddressField {
  private static final String HEADINGS = "Name\tEmail\n";

  private AddressField() {}

  /// The people as text with tabs and headings, or null where the text is something else, such as
  /// rows of a spreadsheet.
  public static @Nullable String asTable(String text) {
    if (text.indexOf('\t') >= 0 || text.length() > Caps.CELL_CHARS * 16L) {
      return null;
    }
    List<String> entries = entries(text, ";\r\n");
    if (!entries.stream().allMatch(AddressField::isOne)) {
      entries = entries(text, ",;\r\n");
    }
    long people = entries.stream().filter(AddressField::isOne).count();
    // A table of one column begins with its heading; an address field with an address.
    boolean field =
        !entries.isEmpty() && isOne(entries.getFirst()) && people * 5 >= entries.size() * 4L;
    return field ? table(entries) : null;
  }

  private static String table(List<String> entries) {
    StringBuilder table = new StringBuilder(HEADINGS);
    for (String entry : entries) {
      int angle = entry.lastIndexOf('<');
      boolean named = angle >= 0 && entry.endsWith(">");
      String name = named ? unquoted(entry.substring(0, angle).strip()) : "";
      String address = named ? entry.substring(angle + 1, entry.length() - 1).strip() : entry;
      table.append(quoted(name)).append('\t').append(quoted(address)).append('\n');
    }
    return table.toString();
  }

  private static boolean isOne(String entry) {
    int angle = entry.lastIndexOf('<');
    boolean named = angle >= 0 && entry.endsWith(">");
    String address = named ? entry.substring(angle + 1, entry.length() - 1) : entry;
    // Where an address stands in the name there are two people, not yet apart.
    boolean two = named && entry.substring(0, angle).indexOf('@') >= 0;
    return !two && AddressReader.read(address.strip()) instanceof AddressReading.One;
  }

  /// At separators that stand neither in quotes, brackets nor comments.
  private static List<String> entries(String text, String separators) {
    List<String> entries = new ArrayList<>();
    StringBuilder entry = new StringBuilder();
    boolean quoted = false;
    int bracket = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lineEnds = c == '\n' || c == '\r';
      if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted && (c == '<' || c == '(')) {
        bracket++;
      } else if (!quoted && (c == '>' || c == ')')) {
        bracket = Math.max(0, bracket - 1);
      }
      // A quote that is not closed ends with its line, so that it swallows nobody.
      if (lineEnds || (separators.indexOf(c) >= 0 && !quoted && bracket == 0)) {
        add(entries, entry);
        quoted = quoted && !lineEnds;
        bracket = lineEnds ? 0 : bracket;
      } else {
        entry.append(c);
      }
    }
    add(entries, entry);
    return entries;
  }

  private static void add(List<String> entries, StringBuilder entry) {
    String words = entry.toString().strip();
    if (!words.isEmpty()) {
      entries.add(words);
    }
    entry.setLength(0);
  }

  private static String unquoted(String name) {
    boolean quotes = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return quotes
        ? name.substring(1, name.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : name;
  }

  private static String quoted(String cell) {
    return cell.indexOf('"') >= 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
