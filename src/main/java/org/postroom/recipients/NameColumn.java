package org.postroom.recipients;

import java.util.List;
import java.util.Set;

/// Finds the column with whole names. A column of surnames is none: a name is never made up.
final class NameColumn {
  private static final Set<String> WHOLE =
      Set.of(
          "fullname",
          "displayname",
          "completename",
          "vornamenachname",
          "vorundnachname",
          "vollständigername",
          "anzeigename",
          "nomcomplet",
          "prénomnom",
          "prenomnom",
          "nombrecompleto",
          "nombreyapellidos",
          "nomecompleto",
          "nomeecognome",
          "nomecognome",
          "volledigenaam",
          "imięinazwisko",
          "firstnamelastname",
          "firstandlastname");

  /// A whole name unless there is a column for the first name beside it.
  private static final Set<String> NAME = Set.of("name", "names", "naam", "navn", "namn", "nimi");

  private static final Set<String> FIRST =
      Set.of(
          "firstname",
          "first",
          "givenname",
          "forename",
          "vorname",
          "prénom",
          "prenom",
          "voornaam",
          "fornavn",
          "förnamn",
          "etunimi",
          "rufname");

  private NameColumn() {}

  /// Its index, or -1.
  static int find(List<String> header) {
    List<String> headings = header.stream().map(AddressColumn::letters).toList();
    int whole = first(headings, WHOLE);
    if (whole >= 0) {
      return whole;
    }
    return first(headings, FIRST) >= 0 ? -1 : first(headings, NAME);
  }

  private static int first(List<String> headings, Set<String> wanted) {
    for (int i = 0; i < headings.size(); i++) {
      if (wanted.contains(headings.get(i))) {
        return i;
      }
    }
    return -1;
  }
}
