package org.postroom.links;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which web servers may be asked, and where they are.
final class Hosts {
  private static final int MOST_PORT = 65_535;

  private Hosts() {}

  /// True where HTTP can ask for it and nobody's password would go along.
  static boolean isHttp(URI link) {
    String scheme = link.getScheme();
    return scheme != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && link.getHost() != null
        && link.getRawUserInfo() == null
        && link.getPort() != 0
        && link.getPort() <= MOST_PORT;
  }

  static InetAddress[] addresses(String host) throws UnknownHostException {
    return InetAddress.getAllByName(host);
  }

  static boolean same(URI one, URI other) {
    return name(one).equals(name(other));
  }

  /// A site with `www.` and without it is one for those who read.
  private static String name(URI link) {
    @Nullable String host = link.getHost();
    String low = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return low.startsWith("www.") ? low.substring(4) : low;
  }
}
