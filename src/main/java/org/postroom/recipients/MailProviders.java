package org.postroom.recipients;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Domains under which anybody may have a mailbox: two addresses there belong to two people, and
/// the domain says nothing about whom they belong to.
public final class MailProviders {
  /// Those where most people have theirs.
  static final Set<String> WELL_KNOWN =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "hotmail.com",
          "hotmail.co.uk",
          "hotmail.fr",
          "hotmail.de",
          "outlook.com",
          "outlook.de",
          "live.com",
          "yahoo.com",
          "yahoo.co.uk",
          "yahoo.fr",
          "yahoo.de",
          "icloud.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "t-online.de",
          "aol.com",
          "orange.fr",
          "wanadoo.fr",
          "laposte.net",
          "libero.it",
          "btinternet.com",
          "protonmail.com",
          "proton.me",
          "posteo.de",
          "mail.ru",
          "comcast.net");

  /// The same providers in other countries and under other names.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:gmx|hotmail|outlook|live|yahoo|ymail|aol)\\.[a-z]{2,3}(?:\\.[a-z]{2})?"
              + "|me\\.com|mac\\.com|pm\\.me");

  private MailProviders() {}

  /// @param domain as it is written in an address
  public static boolean isOne(String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return WELL_KNOWN.contains(lower) || ELSEWHERE.matcher(lower).matches();
  }
}
