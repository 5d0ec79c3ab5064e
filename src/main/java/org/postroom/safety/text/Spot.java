package org.postroom.safety.text;

import java.util.ArrayList;
import java.util.List;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;

/// A place in a text that may be an address, cleaned.
///
/// @param at where the widened text begins
/// @param local lower case, NFKC, without invisible signs; may have more at its front than belongs
/// @param domain A-labels in lower case
/// @param shorter the domain without a sentence that was glued to its end; otherwise the same
/// @param spaced true where blanks stand around the `@`, as nobody writes an address by chance
public record Spot(int at, String local, String domain, String shorter, boolean spaced) {
  private static final String HARD = ":;,<>()[]\"\\ ";
  private static final String SOFT = "!#$%&'*/=?^`{|}~’‘“”„…–—•·";
  private static final int MOST_VARIANTS = 12;

  static Spot of(int at, String local, String domain, boolean spaced) {
    String cleanLocal = Fold.fold(local);
    String glued = unglued(domain);
    String clean = domain(domain);
    return new Spot(
        at, cleanLocal, clean, glued.length() == domain.length() ? clean : domain(glued), spaced);
  }

  /// Everything that this place may mean, as `local@domain`, the longest local part first.
  public List<String> variants() {
    List<String> variants = new ArrayList<>(2);
    int from = hardStart();
    add(variants, local.substring(from));
    for (int i = from; i < local.length() - 1 && variants.size() < MOST_VARIANTS; i++) {
      char c = local.charAt(i);
      if (SOFT.indexOf(c) >= 0 || (i == from + lead(from) && "-_.+".indexOf(c) >= 0)) {
        add(variants, local.substring(i + 1));
      }
    }
    return variants;
  }

  /// The address as a reader would take it, or empty where this is none.
  public String plain() {
    List<String> variants = variants();
    return spaced || variants.isEmpty() ? "" : variants.getLast();
  }

  private int hardStart() {
    for (int i = local.length() - 1; i >= 0; i--) {
      if (HARD.indexOf(local.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return 0;
  }

  private int lead(int from) {
    int i = from;
    while (i < local.length() && "-_.+".indexOf(local.charAt(i)) >= 0) {
      i++;
    }
    return Math.max(0, i - from - 1);
  }

  private void add(List<String> variants, String name) {
    if (!name.isEmpty() && !domain.isEmpty()) {
      variants.add(name + "@" + domain);
      if (!shorter.equals(domain)) {
        variants.add(name + "@" + shorter);
      }
    }
  }

  /// `x.example.Then` without `.Then`: a label with a capital after one without.
  private static String unglued(String domain) {
    int dot = domain.lastIndexOf('.');
    if (dot > 0
        && dot + 1 < domain.length()
        && Character.isUpperCase(domain.charAt(dot + 1))
        && Character.isLowerCase(domain.charAt(dot - 1))) {
      return domain.substring(0, dot);
    }
    return domain;
  }

  private static String domain(String raw) {
    String folded = Fold.fold(raw);
    int end = 0;
    boolean ascii = true;
    while (end < folded.length()) {
      char c = folded.charAt(end);
      if (c >= 128) {
        if (!Character.isLetterOrDigit(c)
            && Character.getType(c) != Character.NON_SPACING_MARK
            && Character.getType(c) != Character.COMBINING_SPACING_MARK
            && !Character.isSurrogate(c)) {
          break;
        }
        ascii = false;
      } else if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
        break;
      }
      end++;
    }
    while (end > 0 && (folded.charAt(end - 1) == '.' || folded.charAt(end - 1) == '-')) {
      end--;
    }
    String domain = folded.substring(0, end);
    return ascii ? domain : labels(domain);
  }

  /// As the list's own addresses are read, so that both come out alike.
  private static String labels(String domain) {
    return switch (AddressReader.read("x@" + domain)) {
      case AddressReading.One(var mailbox) -> mailbox.address().domain();
      case AddressReading.Refused _ -> domain;
    };
  }
}
