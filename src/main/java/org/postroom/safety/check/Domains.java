package org.postroom.safety.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Domains as far as the checks compare them: which belong to one owner.
final class Domains {
  /// The last two labels; the last three where a country registers names under second labels. Those
  /// named are enough to tell owners apart.
  private static final Pattern REGISTERED =
      Pattern.compile(
          "(?<![^.])[^.]*\\.(?:(?:co|com|org|net|ac|gov|edu|ltd|plc|me|sch|nhs|or|ne|gob|gouv|asso"
              + "|gv|mil|police)\\.[^.]{2}|[^.]*)$");

  /// Domains under which one mailbox has several addresses.
  private static final List<Set<String>> ONE_PROVIDER =
      List.of(
          Set.of("gmail.com", "googlemail.com"),
          Set.of("proton.me", "protonmail.com", "pm.me"),
          Set.of("icloud.com", "me.com", "mac.com"));

  private Domains() {}

  static String of(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /// The part of `host` that somebody registered: `mail.choir.org.uk` → `choir.org.uk`.
  static String registered(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    Matcher registered = REGISTERED.matcher(name);
    return registered.find() ? registered.group() : name;
  }

  static boolean related(String one, String other) {
    return registered(one).equals(registered(other))
        || ONE_PROVIDER.stream().anyMatch(all -> all.contains(one) && all.contains(other));
  }
}
