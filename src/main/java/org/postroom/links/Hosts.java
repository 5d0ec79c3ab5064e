package org.postroom.links;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which web servers may be asked: those that anybody can reach, and none of this computer or of
/// its network, where a link in a letter could otherwise set something off.
final class Hosts {
  private static final Pattern OF_A_NETWORK =
      Pattern.compile(
          "localhost|fritz\\.box|.*\\.(?:local|localhost|internal|intranet|lan|corp|home\\.arpa)");
  private static final Pattern NUMBER = Pattern.compile("\\[.*]|[0-9a-fx.]*[0-9]");
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

  /// As far as the name tells; nothing is looked up.
  static boolean isPublic(String host) {
    String low = host.toLowerCase(Locale.ROOT);
    if (NUMBER.matcher(low).matches()) {
      try {
        return isPublic(InetAddress.ofLiteral(low));
      } catch (IllegalArgumentException _) {
        return false; // Numbers in a form of their own hide which address they mean.
      }
    }
    return low.contains(".") && !OF_A_NETWORK.matcher(low).matches();
  }

  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return bytes.length == 4
        // RFC 6890: "this" network, shared addresses, benchmarking, reserved.
        ? first != 0
            && first < 240
            && !(first == 100 && second >= 64 && second < 128)
            && !(first == 198 && (second == 18 || second == 19))
        // RFC 4193: unique local addresses. RFC 6052: IPv4 addresses in disguise.
        : (first & 0xfe) != 0xfc && !(first == 0 && second == 0x64);
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
