package org.postroom.recipients;

import java.util.List;

/// Something about a file that its readers saw and that a person is to know, beside its rows.
public sealed interface SourceRemark {
  /// Further visible sheets hold addresses, and nobody named the one that is meant.
  ///
  /// @param used the sheet that was read
  record SeveralSheets(String used, List<String> others) implements SourceRemark {
    public SeveralSheets {
      others = List.copyOf(others);
    }
  }

  /// Hidden sheets hold addresses; they were not read.
  record HiddenSheets(List<String> names) implements SourceRemark {
    public HiddenSheets {
      names = List.copyOf(names);
    }
  }

  /// Cells merged over several rows: the value stands in the first of them only.
  ///
  /// @param line the sheet's row on which the first of them begins
  record MergedRows(int count, long line) implements SourceRemark {}

  /// Lines above the headings that are neither headings nor people.
  record TitleLines(List<String> lines) implements SourceRemark {
    public TitleLines {
      lines = List.copyOf(lines);
    }
  }

  /// Somebody has several addresses; the first or preferred one is used.
  ///
  /// @param row 1 = first row under the header
  /// @param others those that are not used
  record OtherAddresses(int row, String used, List<String> others) implements SourceRemark {
    public OtherAddresses {
      others = List.copyOf(others);
    }
  }

  /// Letters seem to have come out wrong, and another charset seems to be right.
  ///
  /// @param used the Java name of the charset
  /// @param better the Java name of the other
  /// @param example a word as it was read
  /// @param right the same word as it would be read
  record WrongCharset(String used, String better, String example, String right)
      implements SourceRemark {}
}
