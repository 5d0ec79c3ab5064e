package org.postroom.safety.check;

import java.util.Locale;
import java.util.Set;

/// Domains as far as the checks compare them: which belong to one owner.
final class Domains {
  /// Second labels under which countries register names; enough to tell owners apart.
  private static final Set<String> SECOND =
      Set.of(
          "co", "com", "org", "net", "ac", "gov", "edu", "ltd", "plc", "me", "sch", "nhs", "or",
          "ne", "gob", "gouv", "asso", "gv", "mil", "police");

  private static final Set<String> ONE_PROVIDER = Set.of("gmail.com", "googlemail.com");

  private Domains() {}

  static String of(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /// The part of `host` that somebody registered: `mail.choir.org.uk` → `choir.org.uk`.
  static String registered(String host) {
    String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
    int keep =
        labels.length > 2
                && labels[labels.length - 1].length() == 2
                && SECOND.contains(labels[labels.length - 2])
            ? 3
            : 2;
    if (labels.length <= keep) {
      return host.toLowerCase(Locale.ROOT);
    }
    return String.join(
        ".", java.util.Arrays.copyOfRange(labels, labels.length - keep, labels.length));
  }

  static boolean related(String one, String other) {
    return registered(one).equals(registered(other))
        || (ONE_PROVIDER.contains(one) && ONE_PROVIDER.contains(other));
  }
}
