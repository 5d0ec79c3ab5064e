package org.postroom.recipients;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// One thing that was said about a list and that the list contradicts.
public sealed interface ImportMistake {
  /// The key of the document that is wrong: `addressColumn`, `leaveOut[2]`, …
  String key();

  /// In a plain sentence, with both values.
  default String message() {
    ResourceBundle texts = ResourceBundle.getBundle("org.postroom.recipients.import", Locale.ROOT);
    String pattern;
    Object[] values;
    switch (this) {
      case NoSuchColumn(String key, String name, String nearest) -> {
        pattern = nearest.isEmpty() ? "no-such-column" : "no-such-column.nearest";
        values = new Object[] {key, name, nearest};
      }
      case NoSuchRow(String key, int row, int rows) -> {
        pattern = "no-such-row";
        values = new Object[] {key, row, rows};
      }
      case RowChanged(String key, int row, String column, String expected, String found) -> {
        pattern = "row-changed";
        values = new Object[] {key, row, column, expected, found};
      }
    }
    return new MessageFormat(texts.getString(pattern), Locale.ROOT).format(values);
  }

  /// @param nearest the column that is perhaps meant, or empty
  record NoSuchColumn(String key, String name, String nearest) implements ImportMistake {}

  /// @param rows how many rows the list has
  record NoSuchRow(String key, int row, int rows) implements ImportMistake {}

  /// The row no longer holds what it held when somebody decided about it.
  ///
  /// @param expected what it held then
  /// @param found what it holds now
  record RowChanged(String key, int row, String column, String expected, String found)
      implements ImportMistake {}
}
