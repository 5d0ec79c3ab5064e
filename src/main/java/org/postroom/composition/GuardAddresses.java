package org.postroom.composition;

import java.net.IDN;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.postroom.address.AddrSpec;

/// The guard's own reader of addresses: one mailbox, strictly, and every address in any text.
final class GuardAddresses {
  private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~.";
  private static final String URL_BREAKS = "=?&/";

  private final GuardOrder order;
  private final Set<String> allowed = new HashSet<>();
  private final Set<String> cleared = new HashSet<>();

  GuardAddresses(GuardOrder order) {
    this.order = order;
  }

  /// Most letters have no address in a header that is not compared as a whole.
  private void learn() {
    if (!allowed.isEmpty()) {
      return;
    }
    order.cleared().forEach(address -> cleared.add(key(address)));
    order.alsoVisible().forEach(address -> allowed.add(key(address)));
    allowed.add(key(order.from()));
    if (!order.blindCopy()) {
      allowed.addAll(cleared);
    }
  }

  /// Every address in `value`, however it is dressed, must be one that may be seen.
  void check(String value) throws GuardRefusal {
    for (String form : GuardText.forms(value)) {
      for (int at = form.indexOf('@'); at >= 0; at = form.indexOf('@', at + 1)) {
        check(form, at);
      }
    }
  }

  private void check(String text, int at) throws GuardRefusal {
    learn();
    int end = at + 1;
    while (end < text.length() && isDomain(text.charAt(end))) {
      end++;
    }
    String domain = stripDots(text.substring(at + 1, end));
    boolean literal = text.startsWith("[", at + 1);
    String local = local(text, at);
    if (local.isEmpty() || (domain.isEmpty() && !literal)) {
      return;
    }
    String found = key(local, domain);
    if (domain.indexOf('.') < 0 && !literal && !cleared.contains(found)) {
      // `Rehearsal@7pm` is nobody's address.
      return;
    }
    if (!isAllowed(local, domain)) {
      throw new GuardRefusal(GuardRule.FOREIGN_ADDRESS);
    }
  }

  /// As it stands, with its percent signs resolved (as in `mailto:leave%2Bnews@…`), or behind the
  /// last sign that begins a value in a URL.
  private boolean isAllowed(String local, String domain) {
    if (allowed.contains(key(local, domain))
        || allowed.contains(key(GuardText.resolved(local), domain))) {
      return true;
    }
    int start = local.length();
    while (start > 0 && URL_BREAKS.indexOf(local.charAt(start - 1)) < 0) {
      start--;
    }
    return start > 0 && allowed.contains(key(GuardText.resolved(local.substring(start)), domain));
  }

  private static String local(String text, int at) {
    if (at > 0 && text.charAt(at - 1) == '"') {
      int open = text.lastIndexOf('"', at - 2);
      return open < 0 ? "\"" : text.substring(open, at);
    }
    int start = at;
    while (start > 0 && isLocal(text.charAt(start - 1))) {
      start--;
    }
    return stripDots(text.substring(start, at));
  }

  /// The address of a header that shows exactly one mailbox: `address` or `name <address>`.
  ///
  /// @throws GuardRefusal with `rule` where it is anything else: several, a group, a comment, a
  ///   route
  static String only(String value, GuardRule rule) throws GuardRefusal {
    int at = 0;
    int open = -1;
    boolean quoted = false;
    for (; at < value.length() && open < 0; at++) {
      char c = value.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '<') {
        open = at;
      } else if (!quoted && "(),:;>[]\\".indexOf(c) >= 0) {
        throw new GuardRefusal(rule);
      }
    }
    String name = open < 0 ? "" : value.substring(0, open);
    String address = open < 0 ? value : value.substring(open + 1);
    if (open >= 0) {
      if (!address.endsWith(">")) {
        throw new GuardRefusal(rule);
      }
      address = address.substring(0, address.length() - 1);
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 128) {
        throw new GuardRefusal(GuardRule.RAW_OCTETS);
      }
    }
    if (quoted || !isOneAddress(address)) {
      throw new GuardRefusal(rule);
    }
    return address;
  }

  /// What stands before the address of a header that [#only] has read.
  static String nameIn(String value) {
    return value.substring(0, Math.max(0, value.lastIndexOf('<')));
  }

  private static boolean isOneAddress(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || at == address.length() - 1) {
      return false;
    }
    String local = address.substring(0, at);
    boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
    String inside = quoted ? local.substring(1, local.length() - 1) : local;
    boolean localFits =
        quoted
            ? inside.replaceAll("\\\\.", "").chars().noneMatch(c -> c == '"' || c == '\\')
            : isLocal(inside);
    return localFits && isDomain(address, at + 1);
  }

  private static boolean isLocal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isLocal(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (!isDomain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLocal(char c) {
    return c < 128
        ? Character.isLetterOrDigit(c) || ATOM_SPECIALS.indexOf(c) >= 0
        : !Character.isSpaceChar(c) && !Character.isISOControl(c);
  }

  private static boolean isDomain(char c) {
    return c < 128
        ? Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_'
        : Character.isLetterOrDigit(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static String stripDots(String text) {
    return text.replaceAll("^\\.+|\\.+$", "");
  }

  private static String key(AddrSpec address) {
    return key(address.localPart(), address.domain());
  }

  private static String key(String local, String domain) {
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      // Not a name that could be registered; compared as it stands.
      ascii = domain;
    }
    return GuardText.plain(local + "@" + ascii).toLowerCase(Locale.ROOT);
  }
}
