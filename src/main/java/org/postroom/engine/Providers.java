package org.postroom.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.postroom.dispatch.Pace;

/// What the large providers allow, by the host that takes the letters: data, in
/// `providers.properties`, with source and date.
final class Providers {
  private static final ResourceBundle DATA =
      ResourceBundle.getBundle("org.postroom.engine.providers", Locale.ROOT);
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
