package org.postroom.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// Finds the column that holds the addresses: by what the cells hold, and where that tells nothing
/// by its heading.
final class AddressColumn {
  private static final int SAMPLE = 2000;
  private static final int SAMPLE_CELLS = 200_000;

  /// Headings without anything but letters, in lower case.
  private static final Set<String> HEADINGS =
      Set.of(
          "email",
          "emailaddress",
          "primaryemail",
          "primäreemailadresse",
          "emailvalue",
          "adressedemessagerie",
          "adressedecourriel",
          "direccióndecorreoelectrónico",
          "emails",
          "mail",
          "mailaddress",
          "emailadresse",
          "mailadresse",
          "adresseemail",
          "adressemail",
          "adresseelectronique",
          "courriel",
          "correo",
          "correoelectronico",
          "correoelectrónico",
          "posta",
          "postaelettronica",
          "indirizzoemail",
          "emailadres",
          "mailadres",
          "endereçodeemail",
          "enderecodeemail",
          "epost",
          "epostadress",
          "epostadresse",
          "sähköposti",
          "sahkoposti",
          "adresemail",
          "adreseemail",
          "eposta");

  /// What was found.
  sealed interface Found {
    record One(int index) implements Found {}

    record None() implements Found {}

    /// @param indexes more than one
    record Several(List<Integer> indexes) implements Found {}
  }

  private AddressColumn() {}

  static Found find(List<String> header, List<SourceRow> rows) {
    int[] addresses = new int[header.size()];
    int[] filled = new int[header.size()];
    int sample = Math.min(SAMPLE, Math.max(20, SAMPLE_CELLS / Math.max(1, header.size())));
    for (SourceRow row : rows.subList(0, Math.min(sample, rows.size()))) {
      int width = row.cells().size() == header.size() ? header.size() : 0;
      for (int i = 0; i < width; i++) {
        String cell = row.cells().get(i);
        filled[i] += Cells.isBlank(cell) ? 0 : 1;
        addresses[i] += isAddress(cell) ? 1 : 0;
      }
    }
    List<Integer> byContent = new ArrayList<>();
    List<Integer> byHeading = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (addresses[i] > 0 && addresses[i] * 2 >= filled[i]) {
        byContent.add(i);
      }
      if (HEADINGS.contains(letters(header.get(i)))) {
        byHeading.add(i);
      }
    }
    // An address book writes the address where it has no name: that is still the column of names.
    int name = NameColumn.find(header);
    if (byContent.size() > 1) {
      byContent.removeIf(column -> column == name);
      int first = byContent.getFirst();
      byContent.removeIf(column -> column != first && repeats(rows, header.size(), first, column));
    }
    return found(byContent.isEmpty() ? byHeading : byContent);
  }

  /// True where a column holds no address that the other does not hold in the same row: no choice
  /// to be made.
  private static boolean repeats(List<SourceRow> rows, int width, int first, int other) {
    for (SourceRow row : rows) {
      if (row.cells().size() == width) {
        String said = Cells.strip(row.cells().get(other));
        boolean same = said.equalsIgnoreCase(Cells.strip(row.cells().get(first)));
        if (!same && isAddress(said)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Found found(List<Integer> indexes) {
    return switch (indexes.size()) {
      case 0 -> new Found.None();
      case 1 -> new Found.One(indexes.getFirst());
      default -> new Found.Several(List.copyOf(indexes));
    };
  }

  static boolean isAddress(String cell) {
    return cell.indexOf('@') > 0 && AddressReader.read(cell) instanceof AddressReading.One;
  }

  static String letters(String heading) {
    StringBuilder letters = new StringBuilder();
    FieldName.of(heading)
        .key()
        .codePoints()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
