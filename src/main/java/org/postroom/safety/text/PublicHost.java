package org.postroom.safety.text;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a host is one that anybody can reach. Those of this computer or of its network mean
/// nothing to a reader, and a link there could set something off for whoever tries it.
public final class PublicHost {
  private static final Pattern OF_A_NETWORK =
      Pattern.compile(
          "localhost|fritz\\.box|.*\\.(?:local|localhost|internal|intranet|lan|corp|home\\.arpa)");
  private static final Pattern NUMBER = Pattern.compile("\\[.*]|[0-9a-fx.]*[0-9]");

  private PublicHost() {}

  /// As far as the name tells; nothing is looked up.
  public static boolean isPublic(String host) {
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

  public static boolean isPublic(InetAddress address) {
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
}
