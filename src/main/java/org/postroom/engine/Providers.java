package org.postroom.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.postroom.dispatch.Pace;

/// What the large providers allow, by the host that takes the letters: data, in
/// `providers.properties`, with source and date; and which host that is for an address, in
/// `servers.properties`.
final class Providers {
  private static final ResourceBundle DATA =
      ResourceBundle.getBundle("org.postroom.engine.providers", Locale.ROOT);
  private static final ResourceBundle SERVERS =
      ResourceBundle.getBundle("org.postroom.engine.servers", Locale.ROOT);
  static final String UNKNOWN = "unknown";

  private Providers() {}

  /// The provider's key, or `unknown`.
  static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    for (String provider : values("providers")) {
      for (String suffix : values(provider + ".hosts")) {
        if (name.equals(suffix) || name.endsWith("." + suffix)) {
          return provider;
        }
      }
    }
    return UNKNOWN;
  }

  static Pace pace(String provider) {
    return provider.equals(UNKNOWN)
        ? Pace.CAREFUL
        : new Pace(
            number(provider + ".minute"), number(provider + ".hour"), number(provider + ".day"));
  }

  /// What people read about the provider behind a host.
  static ProviderProfile profile(String host) {
    return named(of(host));
  }

  /// As [#profile], by the provider's key.
  static ProviderProfile named(String provider) {
    if (!DATA.containsKey(provider + ".name")) {
      return new ProviderProfile(
          "", Pace.CAREFUL, ProviderProfile.USUAL, Problems.text("limits.careful"));
    }
    String name = DATA.getString(provider + ".name");
    return new ProviderProfile(
        name,
        pace(provider),
        number(provider + ".letter"),
        Problems.text("limits.source", name, DATA.getString("read")));
  }

  /// The server that takes letters for an address, by the address's domain.
  static Optional<Through.Server> serverFor(String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    if (!SERVERS.containsKey(domain)) {
      return Optional.empty();
    }
    String[] server = SERVERS.getString(domain).split(" ", -1);
    return Optional.of(
        new Through.Server(
            server[0],
            Integer.parseInt(server[1]),
            Through.Security.valueOf(server[2]),
            address,
            false,
            1,
            -1));
  }

  /// How many connections at once the provider allows; 0 where no limit is known.
  static int connections(String provider) {
    return provider.equals(UNKNOWN) ? 0 : number(provider + ".connections");
  }

  /// Where the mailbox of an account of a well-known provider can be read.
  static Optional<ImapServer> imap(String host) {
    String key = of(host) + ".imap";
    return DATA.containsKey(key)
        ? Optional.of(ImapServer.at(DATA.getString(key)))
        : Optional.empty();
  }

  static int perEnvelope(String provider) {
    return provider.equals(UNKNOWN) ? 100 : number(provider + ".envelope");
  }

  private static int number(String key) {
    return Integer.parseInt(DATA.getString(key));
  }

  private static String[] values(String key) {
    return Arrays.stream(DATA.getString(key).split(",")).map(String::strip).toArray(String[]::new);
  }
}
