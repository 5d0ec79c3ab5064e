package org.postroom.practice;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;

/// Certificates for tests of TLS.
public final class TestCertificates {
  private final RunCertificate made;

  private TestCertificates(RunCertificate made) {
    this.made = made;
  }

  public static TestCertificates of(String host, Instant from, Instant until) {
    try {
      return new TestCertificates(RunCertificate.make(host, from, until));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public X509Certificate certificate() {
    return made.certificate();
  }

  /// For the server's side.
  public SSLContext serverContext() {
    try {
      return made.serverContext();
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /// In which this certificate alone is an authority.
  public KeyStore trustStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("only", made.certificate());
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
