package org.postroom.smtp;

import java.security.KeyStore;
import java.security.cert.X509Certificate;

/// Whose certificate is believed.
public sealed interface Trust {
  /// The platform's authorities, and the host's name must stand in the certificate (RFC 6125).
  record Platform() implements Trust {}

  /// These authorities, and the host's name must stand in the certificate.
  record Authorities(KeyStore store) implements Trust {}

  /// This very certificate and no other.
  record Only(X509Certificate certificate) implements Trust {}
}
