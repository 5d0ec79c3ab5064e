package org.postroom.composition;

import org.postroom.address.Mailbox;

/// Header lines in ASCII, folded at 78 columns wherever there is a place to fold (RFC 5322 section
/// 2.1.1), with encoded words where a text needs them (RFC 2047).
final class HeaderWriter {
  static final int COLUMNS = 78;
  private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  private final Octets out;

  HeaderWriter(Octets out) {
    this.out = out;
  }

  /// A header of free text. What is no text, such as a line break, has become a space.
  HeaderWriter text(String name, String value) {
    String shown = oneLine(value);
    int used = name.length() + 2;
    out.ascii(name).ascii(": ");
    if (readsAsItIs(shown) && used + shown.length() <= COLUMNS) {
      out.ascii(shown);
    } else if (readsAsItIs(shown) && foldsAtSpaces(shown, used)) {
      foldedAtSpaces(shown, used);
    } else {
      EncodedWords.write(shown, used, out);
    }
    out.line();
    return this;
  }

  /// A header that names one mailbox. An address that is not ASCII stands in UTF-8 (RFC 6532): it
  /// leaves only through servers that offer SMTPUTF8.
  HeaderWriter mailbox(String name, Mailbox mailbox) {
    String address = mailbox.address().wire();
    out.ascii(name).octet(':');
    int used = name.length() + 1;
    if (mailbox.displayName().isEmpty()) {
      before(used, address.length());
      out.utf8(address).line();
      return this;
    }
    used = phrase(mailbox.displayName(), used);
    before(used, address.length() + 2);
    out.octet('<').utf8(address).octet('>').line();
    return this;
  }

  /// A header whose value is ASCII and has its own grammar.
  HeaderWriter structured(String name, String value) {
    out.ascii(name).octet(':');
    int used = name.length() + 1;
    for (String token : value.split(" ", -1)) {
      used = before(used, token.length());
      out.ascii(token);
      used += token.length();
    }
    out.line();
    return this;
  }

  /// @return the columns that are used on the last line
  private int phrase(String name, int used) {
    if (isAtoms(name) && used + 1 + name.length() <= COLUMNS) {
      out.octet(' ').ascii(name);
      return used + 1 + name.length();
    }
    String quoted = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    if (readsAsItIs(name) && used + 1 + quoted.length() <= COLUMNS) {
      out.octet(' ').ascii(quoted);
      return used + 1 + quoted.length();
    }
    out.octet(' ');
    return EncodedWords.write(name, used + 1, out);
  }

  /// A blank before a token of `length` columns, or a fold where it would stand too far right.
  private int before(int used, int length) {
    if (length > 0 && used + 1 + length > COLUMNS) {
      out.fold();
      return 1;
    }
    out.octet(' ');
    return used + 1;
  }

  private void foldedAtSpaces(String value, int start) {
    int used = start;
    boolean first = true;
    for (String token : value.split(" ", -1)) {
      if (first) {
        first = false;
      } else {
        used = before(used, token.length());
      }
      out.ascii(token);
      used += token.length();
    }
  }

  /// True where unfolding gives back every character: single blanks, no backslash before a break,
  /// and no piece that is longer than a line.
  private static boolean foldsAtSpaces(String value, int start) {
    if (value.contains("  ") || value.indexOf('\\') >= 0) {
      return false;
    }
    int most = COLUMNS - start;
    for (String token : value.split(" ", -1)) {
      if (token.length() > most) {
        return false;
      }
      most = COLUMNS - 1;
    }
    return true;
  }

  /// True for printable ASCII that no reader takes for an encoded word and none trims.
  private static boolean readsAsItIs(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) >= 127) {
        return false;
      }
    }
    return !value.contains("=?") && !value.startsWith(" ") && !value.endsWith(" ");
  }

  private static boolean isAtoms(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != ' ' && !isAtomText(name.charAt(i))) {
        return false;
      }
    }
    return !name.startsWith(" ")
        && !name.endsWith(" ")
        && !name.contains("  ")
        && !name.contains("=?");
  }

  private static boolean isAtomText(int c) {
    return c < 127
        && ((c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || ATOM_SPECIALS.indexOf(c) >= 0);
  }

  /// Whatever breaks a line or controls a terminal becomes a blank, so that nothing can begin a
  /// header of its own.
  static String oneLine(String value) {
    StringBuilder line = null;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        if (line == null) {
          line = new StringBuilder(value);
        }
        line.setCharAt(i, ' ');
      }
    }
    return line == null ? value : line.toString();
  }
}
