package org.postroom.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the column with whole names, or the two that make one. A column of surnames is none: a
/// name is never made up.
public final class NameColumn {
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

  /// A whole name, unless there is a column for the first name beside it and none for the surname:
  /// then it is the surname.
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

  private static final Set<String> LAST =
      Set.of(
          "lastname",
          "last",
          "surname",
          "familyname",
          "nachname",
          "familienname",
          "nom",
          "nomdefamille",
          "apellido",
          "apellidos",
          "cognome",
          "achternaam",
          "etternavn",
          "efternavn",
          "efternamn",
          "sukunimi",
          "nazwisko");

  /// Headings of whole names, or parts of them, that are not names for To.
  private static final Set<String> PEOPLE =
      Set.of(
          "nome",
          "nombre",
          "contact",
          "contactname",
          "contactperson",
          "kontakt",
          "ansprechpartner",
          "member",
          "membername",
          "mitglied",
          "person",
          "participant",
          "teilnehmer",
          "singer",
          "player",
          "volunteer",
          "customer",
          "customername");

  private NameColumn() {}

  /// True for the heading of a column of first names.
  public static boolean isFirst(FieldName heading) {
    return FIRST.contains(AddressColumn.letters(heading.shown()));
  }

  /// True for the heading of a column of last names.
  public static boolean isLast(FieldName heading) {
    return LAST.contains(AddressColumn.letters(heading.shown()));
  }

  /// The columns in which people's names stand: the first and the last name together, or each
  /// column of names by itself.
  static List<int[]> people(Columns columns, @Nullable FieldName address) {
    List<int[]> alone = new ArrayList<>();
    int first = -1;
    int last = -1;
    int name = -1;
    for (int i = 0; i < columns.size(); i++) {
      FieldName column = columns.names().get(i);
      String heading = AddressColumn.letters(column.shown());
      if (address != null && column.equals(address)) {
        continue;
      }
      first = FIRST.contains(heading) ? i : first;
      last = LAST.contains(heading) ? i : last;
      name = NAME.contains(heading) ? i : name;
      if (WHOLE.contains(heading) || PEOPLE.contains(heading)) {
        alone.add(new int[] {i});
      }
    }
    // Beside a first name, "Name" is the last one.
    int family = last >= 0 || first < 0 ? last : name;
    if (name >= 0 && name != family) {
      alone.add(new int[] {name});
    }
    if (first >= 0 && family >= 0) {
      alone.add(new int[] {first, family});
    } else if (first >= 0 || family >= 0) {
      alone.add(new int[] {Math.max(first, family)});
    }
    return alone;
  }

  /// Its index, or -1.
  static int find(List<String> header) {
    List<String> headings = header.stream().map(AddressColumn::letters).toList();
    int whole = first(headings, WHOLE);
    if (whole >= 0) {
      return whole;
    }
    boolean apart = first(headings, FIRST) >= 0 && first(headings, LAST) < 0;
    return apart ? -1 : first(headings, NAME);
  }

  /// The columns of the first name and of the surname, where a list has one of each and no column
  /// with whole names; else empty.
  static int[] parts(Columns columns, int address) {
    List<String> headings =
        columns.names().stream().map(name -> AddressColumn.letters(name.shown())).toList();
    int first = first(headings, FIRST);
    int last = first(headings, LAST);
    // Beside a first name, "Name" is the surname.
    int family = last >= 0 ? last : first(headings, NAME);
    boolean both = first >= 0 && family >= 0 && first != address && family != address;
    return both ? new int[] {first, family} : new int[0];
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
