package org.postroom.cli;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Through;

/// Reads `smtp://[user@]host[:587][?tls=starttls|none]` and `smtps://[user@]host[:465]`.
///
/// A password never stands in it: arguments can be read by every program on the computer. The user
/// may be percent-encoded, and may itself contain an `@`.
record SmtpUrl(String host, int port, Through.Security security, @Nullable String user) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>smtps?)://(?:(?<user>[^/?#]*)@)?"
              + "(?<host>\\[[0-9a-fA-F:.%]+\\]|[^\\[\\]@:/?#\\s]+)(?::(?<port>[0-9]{1,5}))?/?"
              + "(?:\\?(?<query>[^#]*))?",
          Pattern.CASE_INSENSITIVE);

  static SmtpUrl parse(String url) throws UsageException {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw new UsageException(
          url.toLowerCase(Locale.ROOT).startsWith("smtp") ? "smtp.form" : "smtp.scheme",
          withoutUser(url));
    }
    boolean implicit = form.group("scheme").equalsIgnoreCase("smtps");
    String host = form.group("host");
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    Through.Security security = security(implicit, form.group("query"), url);
    if (security == Through.Security.NONE && !isLoopback(host)) {
      throw new UsageException("smtp.plain-not-loopback", host);
    }
    return new SmtpUrl(host, port(form.group("port"), implicit), security, user(form));
  }

  Through.Server server(boolean plainPassword, int connections, int maxPerMinute) {
    return new Through.Server(host, port, security, user, plainPassword, connections, maxPerMinute);
  }

  private static @Nullable String user(Matcher form) throws UsageException {
    String user = form.group("user");
    if (user == null || user.isEmpty()) {
      return null;
    }
    if (user.indexOf(':') >= 0) {
      throw new UsageException("smtp.password-in-url");
    }
    try {
      return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      UsageException usage = new UsageException("smtp.user");
      usage.initCause(e);
      throw usage;
    }
  }

  private static int port(@Nullable String text, boolean implicit) throws UsageException {
    if (text == null) {
      return implicit ? 465 : 587;
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new UsageException("smtp.port", text);
    }
    return port;
  }

  private static Through.Security security(boolean implicit, @Nullable String query, String url)
      throws UsageException {
    if (implicit) {
      if (query != null && !query.isEmpty()) {
        throw new UsageException("smtp.form", withoutUser(url));
      }
      return Through.Security.IMPLICIT_TLS;
    }
    return switch (query) {
      case null -> Through.Security.STARTTLS;
      case "", "tls=starttls" -> Through.Security.STARTTLS;
      case "tls=none" -> Through.Security.NONE;
      default -> throw new UsageException("smtp.tls", query);
    };
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// What stood before the `@` may be a password: it is never printed.
  private static String withoutUser(String url) {
    return url.replaceFirst("//.*@", "//…@");
  }
}
