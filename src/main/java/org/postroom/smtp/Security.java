package org.postroom.smtp;

/// How a connection is secured (rule S8).
public enum Security {
  /// RFC 3207; without it nothing is sent.
  STARTTLS,
  /// RFC 8314.
  IMPLICIT_TLS,
  /// Plain text, to a loopback address only.
  NONE
}
