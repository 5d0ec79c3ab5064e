package org.postroom.safety.check;

import java.util.Optional;
import org.postroom.recipients.RecipientList;

/// What the cells of one column of the list are, by its heading.
///
/// @param kind empty where each cell says by its form
/// @param isTitle for `Mr` and `Dear Ann`, which are no names
/// @param isWhole for whole names
/// @param repeats true where most values stand in several rows
record ListColumn(
    int at,
    Optional<CellKind> kind,
    boolean isKey,
    boolean isTitle,
    boolean isWhole,
    boolean repeats) {
  static ListColumn of(RecipientList list, int at, boolean repeats) {
    String heading = list.columns().names().get(at).shown();
    return new ListColumn(
        at,
        CellKind.ofColumn(heading),
        CellKind.isKey(heading),
        CellKind.isTitle(heading),
        CellKind.isWholeName(heading),
        repeats);
  }

  /// @param value folded, not empty
  CellKind kindOf(String value) {
    return kind.orElseGet(() -> CellKind.ofForm(value, repeats));
  }

  /// True for a value that is somebody's name, or a part of it.
  boolean isName(CellKind kindOfValue) {
    return kindOfValue == CellKind.NAME && !isTitle;
  }

  /// True for a value that by itself is nobody else's.
  boolean tellsAlone(String value, CellKind kindOfValue) {
    return kindOfValue == CellKind.NAME
        ? isWhole && value.contains(" ")
        : kindOfValue == CellKind.STRONG && CellKind.tellsAlone(value, mayHoldKey(value));
  }

  /// Columns of names count as one.
  int group(CellKind kindOfValue) {
    return kindOfValue == CellKind.NAME ? PersonCell.NAMES : at;
  }

  /// True by the heading, or for what stands in a column of its own kind and is one word.
  private boolean mayHoldKey(String value) {
    return isKey || (kind.isEmpty() && !value.contains(" "));
  }
}
