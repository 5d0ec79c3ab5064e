package org.postroom.safety.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Kit;

/// What a cell is by its column and by its own form.
class ListColumnTest {
  @ParameterizedTest
  @CsvSource({
    "Name, ann miller, NAME, true, true",
    "Name, ann, NAME, true, false",
    "First name, ann marie, NAME, true, false",
    "Title, dr ann, NAME, false, false",
    "Card, rc-2044, STRONG, false, true",
    "Card, see rc-2044, STRONG, false, false",
    "Card, blue, ORDINARY, false, false",
    "Phone, 01234 567890, STRONG, false, true",
    "Member number, rc 2044 b, STRONG, false, true",
    "Street, 1234b mill lane, STRONG, false, false",
    "Street, mill1234, STRONG, false, false",
    "Town, hull2044, ORDINARY, false, false"
  })
  void aCellOfAColumn(String heading, String value, CellKind kind, boolean name, boolean alone) {
    RecipientList list =
        Kit.list("Email", heading).row("a@x.example", value).reviewSubject().list();
    ListColumn column = ListColumn.of(list, 1, false);
    assertThat(column.kindOf(value)).isEqualTo(kind);
    assertThat(column.isName(kind)).as("name").isEqualTo(name);
    assertThat(column.tellsAlone(value, kind)).as("alone").isEqualTo(alone);
    assertThat(column.group(kind)).isEqualTo(kind == CellKind.NAME ? PersonCell.NAMES : 1);
  }
}
