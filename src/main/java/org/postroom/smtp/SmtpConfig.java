package org.postroom.smtp;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A server and how to sign in there.
///
/// @param host name or address
/// @param port 1 to 65535
/// @param security how the connection is secured
/// @param user for signing in; null for no sign-in
/// @param secret the password, or with `oauth` the access token; asked once for each connection
/// @param oauth true for XOAUTH2
/// @param plainPassword true where a password may go over a plain loopback connection
/// @param timeouts all finite
/// @param trust whose certificate is believed
public record SmtpConfig(
    String host,
    int port,
    Security security,
    @Nullable String user,
    Supplier<char[]> secret,
    boolean oauth,
    boolean plainPassword,
    SmtpTimeouts timeouts,
    Trust trust) {
  public SmtpConfig {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a server has a host and a port from 1 to 65535");
    }
  }

  /// A server that is used without signing in.
  public static SmtpConfig withoutSignIn(String host, int port, Security security) {
    return new SmtpConfig(
        host,
        port,
        security,
        null,
        () -> new char[0],
        false,
        false,
        SmtpTimeouts.standard(),
        new Trust.Platform());
  }

  /// The same, signing in with a password.
  public SmtpConfig signingIn(String name, Supplier<char[]> password) {
    return new SmtpConfig(
        host, port, security, name, password, false, plainPassword, timeouts, trust);
  }

  /// The same, signing in with an access token (XOAUTH2).
  public SmtpConfig signingInWithToken(String name, Supplier<char[]> token) {
    return new SmtpConfig(host, port, security, name, token, true, plainPassword, timeouts, trust);
  }

  /// The same, where a password may go over a plain connection to a loopback address.
  public SmtpConfig allowingPlainPassword() {
    return new SmtpConfig(host, port, security, user, secret, oauth, true, timeouts, trust);
  }

  /// The same with other authorities.
  public SmtpConfig trusting(Trust other) {
    return new SmtpConfig(
        host, port, security, user, secret, oauth, plainPassword, timeouts, other);
  }

  SmtpConfig waiting(SmtpTimeouts other) {
    return new SmtpConfig(host, port, security, user, secret, oauth, plainPassword, other, trust);
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "SmtpConfig[" + host + ":" + port + " " + security + "]";
  }
}
