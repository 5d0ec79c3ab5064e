package org.postroom.smtp;

/// What has to work, in this order, before letters can leave.
public enum ConnectionStep {
  /// The name is known, somebody answers, and it is a mail server.
  FOUND,
  /// TLS, with a certificate that is believed; on a plain loopback connection nothing.
  ENCRYPTED,
  /// The name and password are accepted; where no sign-in is configured nothing.
  SIGNED_IN,
  /// MAIL FROM with the sender's address is accepted (RFC 5321 section 4.1.1.2).
  ALLOWED
}
