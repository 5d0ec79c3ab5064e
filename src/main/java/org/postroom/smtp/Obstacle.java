package org.postroom.smtp;

import org.postroom.dispatch.Courier.OpeningFault;

/// Why no connection came about, or the sender was not taken. Finer than [OpeningFault], for words
/// that name the next step.
public enum Obstacle {
  NO_SUCH_HOST(OpeningFault.UNREACHABLE),
  NO_ANSWER(OpeningFault.UNREACHABLE),
  /// Connected, and then nothing more in time.
  SILENT(OpeningFault.UNREACHABLE),
  NO_MAIL_SERVER(OpeningFault.UNREACHABLE),
  LOST(OpeningFault.UNREACHABLE),
  NO_STARTTLS(OpeningFault.TLS),
  TLS_FAILED(OpeningFault.TLS),
  CERTIFICATE_EXPIRED(OpeningFault.TLS),
  CERTIFICATE_EARLY(OpeningFault.TLS),
  CERTIFICATE_OTHER_HOST(OpeningFault.TLS),
  CERTIFICATE_UNTRUSTED(OpeningFault.TLS),
  PLAIN_BEYOND_LOOPBACK(OpeningFault.TLS),
  PLAIN_PASSWORD(OpeningFault.SIGN_IN),
  /// None of the ways that Postroom knows.
  NO_SIGN_IN(OpeningFault.SIGN_IN),
  PASSWORD_REFUSED(OpeningFault.SIGN_IN),
  SERVER_REFUSED(OpeningFault.REFUSED),
  SENDER_REFUSED(OpeningFault.REFUSED);

  private final OpeningFault fault;

  Obstacle(OpeningFault fault) {
    this.fault = fault;
  }

  OpeningFault fault() {
    return fault;
  }
}
