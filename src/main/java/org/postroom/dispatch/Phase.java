package org.postroom.dispatch;

/// Where in the dialogue something happened (RFC 5321 section 3).
public enum Phase {
  CONNECT,
  GREETING,
  EHLO,
  STARTTLS,
  AUTH,
  MAIL,
  RCPT,
  DATA,
  BODY,
  FINAL_DOT,
  QUIT,
  /// Decided here, before anything was sent.
  LOCAL
}
