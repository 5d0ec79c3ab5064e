package org.postroom.recipients;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Domains that are one slip away from those where most people have their mailbox.
final class LikelyTypos {
  /// Real domains that look like a slip.
  private static final Set<String> REAL =
      Set.of(
          "mail.com",
          "email.com",
          "gmx.at",
          "gmx.ch",
          "gmx.com",
          "gmx.us",
          "gmx.fr",
          "gmx.eu",
          "live.de",
          "live.fr",
          "live.nl",
          "live.ca",
          "live.be",
          "live.se",
          "live.dk",
          "live.no",
          "live.it",
          "live.at",
          "aol.de",
          "aol.fr",
          "ymail.com",
          "yahoo.ca",
          "yahoo.es",
          "yahoo.it",
          "yahoo.co.in",
          "outlook.fr",
          "outlook.es",
          "outlook.it",
          "outlook.at",
          "outlook.be",
          "hotmail.es",
          "hotmail.it",
          "hotmail.be",
          "hotmail.se",
          "hotmail.nl",
          "orange.es",
          "posteo.net",
          "posteo.me",
          "web.com",
          "libero.com",
          "fmail.com",
          "hmail.com",
          "mail.de",
          "mail.ee",
          "mail.bg",
          "mail.it",
          "email.it",
          "email.de",
          "gmx.li",
          "gmx.biz",
          "proton.ch");

  private LikelyTypos() {}

  static boolean isOne(String domain) {
    return meant(domain).isPresent();
  }

  /// The well-known domain that is one slip away; the same one each time where there are several.
  static Optional<String> meant(String domain) {
    if (MailProviders.WELL_KNOWN.contains(domain) || REAL.contains(domain)) {
      return Optional.empty();
    }
    return MailProviders.WELL_KNOWN.stream()
        .filter(known -> slip(domain, known))
        .min(nearest(domain));
  }

  /// Of two that are as near, a letter too many or too few is likelier than another letter.
  private static Comparator<String> nearest(String domain) {
    return Comparator.<String>comparingInt(known -> known.length() == domain.length() ? 1 : 0)
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean slip(String domain, String known) {
    // The shortest names are near to many others: there only the ending is judged.
    boolean closeInLength = Math.abs(domain.length() - known.length()) <= 1;
    boolean longEnough = known.length() >= 8 || sameName(domain, known);
    return closeInLength && longEnough && EditDistance.between(domain, known) == 1;
  }

  private static boolean sameName(String domain, String known) {
    return domain.startsWith(known.substring(0, known.indexOf('.') + 1));
  }
}
