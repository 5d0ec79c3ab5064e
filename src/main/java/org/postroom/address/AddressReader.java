package org.postroom.address;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one cell as one mailbox: `a@b.example`, `Name <a@b.example>` or `"Name" <a@b.example>`
/// (rules V1 to V3; RFC 5322 section 3.4 without groups, routes and comments). Nothing is stripped
/// or corrected silently except white space around the whole.
public final class AddressReader {
  private static final int LONGEST_ADDRESS = 254;

  /// Where one address of a list ends and the next begins.
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;/|<>()\\u00A0\\u3000]+");

  /// What a name may not hold unless it is quoted (RFC 5322 section 3.2.3, dots excepted).
  private static final String SPECIALS = "()<>[]:;,\\\"";

  private AddressReader() {}

  /// Never throws and never guesses.
  public static AddressReading read(String cell) {
    AddrSpec simple = SimpleAddress.read(cell);
    return simple == null ? readAnything(cell) : new AddressReading.One(Mailbox.of(simple));
  }

  static AddressReading readAnything(String cell) {
    String text = strip(cell);
    if (text.isEmpty()) {
      return refused(AddressFault.BLANK, "");
    }
    AddressFault control = ControlCharacters.fault(cell);
    if (control != null) {
      return refused(control, text);
    }
    return text.endsWith(">") ? named(text) : plain(text);
  }

  private static AddressReading plain(String text) {
    AddrSpec address = addrSpec(text);
    return address == null
        ? refused(notOne(text), text)
        : new AddressReading.One(Mailbox.of(address));
  }

  private static AddressReading named(String text) {
    int open = text.lastIndexOf('<');
    if (open < 0) {
      return refused(notOne(text), text);
    }
    AddrSpec address = addrSpec(text.substring(open + 1, text.length() - 1));
    String phrase = strip(text.substring(0, open));
    if (address == null || several(phrase)) {
      return refused(notOne(text), text);
    }
    String name = name(phrase, address);
    if (name == null) {
      return refused(notOne(text), text);
    }
    return DisplayNames.fault(name, address) == null
        ? new AddressReading.One(new Mailbox(name, address))
        : refused(AddressFault.DISPLAY_NAME, name);
  }

  /// The name without its quotes, or null where it is not one.
  private static @Nullable String name(String phrase, AddrSpec own) {
    if (phrase.length() > 1 && phrase.startsWith("\"") && phrase.endsWith("\"")) {
      return unquoted(phrase.substring(1, phrase.length() - 1));
    }
    boolean plain = phrase.chars().noneMatch(c -> SPECIALS.indexOf(c) >= 0);
    // An "@" needs quotes too; without them only the person's own address may be the name.
    boolean address =
        phrase.indexOf('@') >= 0
            && !DisplayNames.isAddress(phrase, own)
            && !DisplayNames.looksLikeAnotherAddress(phrase, own);
    return plain && !address ? phrase : null;
  }

  /// The content of a quoted string (RFC 5322 section 3.2.4), or null where it ends before its end.
  private static @Nullable String unquoted(String content) {
    StringBuilder name = new StringBuilder(content.length());
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '\\') {
        i++;
        if (i == content.length()) {
          return null;
        }
        c = content.charAt(i);
      } else if (c == '"') {
        return null;
      }
      name.append(c);
    }
    return strip(name.toString());
  }

  private static @Nullable AddrSpec addrSpec(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return null;
    }
    String local = LocalPart.read(text.substring(0, at));
    String domain = Labels.read(text.substring(at + 1));
    if (local == null || domain == null) {
      return null;
    }
    boolean tooLong = local.length() + 1 + domain.length() > LONGEST_ADDRESS;
    return tooLong ? null : new AddrSpec(local, domain);
  }

  /// Why something that is not one address is none.
  private static AddressFault notOne(String text) {
    int colon = text.indexOf(':');
    boolean group = colon >= 0 && text.endsWith(";");
    boolean route = text.contains("<@");
    return group || route || several(text) ? AddressFault.SEVERAL : AddressFault.INVALID;
  }

  private static boolean several(String text) {
    long addresses =
        Arrays.stream(BETWEEN.split(text))
            .filter(
                word -> {
                  int at = word.indexOf('@');
                  return at > 0 && at < word.length() - 1;
                })
            .count();
    return addresses > 1;
  }

  private static AddressReading refused(AddressFault fault, String detail) {
    return new AddressReading.Refused(fault, detail);
  }

  /// White space as spreadsheets have it: no-break spaces too.
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && space(text.charAt(start))) {
      start++;
    }
    while (end > start && space(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean space(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
