package org.postroom.smtp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Judges a server's certificate as the platform does, and remembers which of the reasons it was,
/// so that a person reads "expired" and not "handshake failure". For one connection.
final class CertificateJudge extends X509ExtendedTrustManager {
  /// Why a certificate was not believed.
  enum Reason {
    EXPIRED,
    NOT_YET_VALID,
    OTHER_HOST,
    UNTRUSTED
  }

  private final @Nullable X509ExtendedTrustManager platform;
  private final @Nullable X509Certificate only;
  private @Nullable Reason reason;
  private @Nullable X509Certificate seen;

  CertificateJudge(Trust trust) throws GeneralSecurityException {
    only = trust instanceof Trust.Only(X509Certificate certificate) ? certificate : null;
    platform =
        switch (trust) {
          case Trust.Only _ -> null;
          case Trust.Platform _ -> platform(null);
          case Trust.Authorities(KeyStore store) -> platform(store);
        };
  }

  private static X509ExtendedTrustManager platform(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("the platform has no trust manager for TLS");
  }

  /// Null where nothing was held against the certificate.
  synchronized @Nullable Reason reason() {
    return reason;
  }

  /// The server's own certificate, where it was not believed.
  synchronized @Nullable X509Certificate seen() {
    return seen;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge(chain, type, manager -> manager.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge(chain, type, manager -> manager.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge(chain, type, manager -> manager.checkServerTrusted(chain, type));
  }

  private interface Check {
    void run(X509ExtendedTrustManager manager) throws CertificateException;
  }

  private synchronized void judge(X509Certificate[] chain, String type, Check check)
      throws CertificateException {
    X509ExtendedTrustManager manager = platform;
    try {
      if (manager != null) {
        check.run(manager);
        // The platform does not look at the dates of a certificate that is itself an authority.
        chain[0].checkValidity();
      } else if (!chain[0].equals(only)) {
        throw new CertificateException("not the certificate made for this run");
      }
    } catch (CertificateException e) {
      seen = chain[0];
      reason = why(chain, type);
      throw e;
    }
  }

  private Reason why(X509Certificate[] chain, String type) {
    try {
      chain[0].checkValidity();
    } catch (CertificateExpiredException e) {
      return Reason.EXPIRED;
    } catch (CertificateNotYetValidException e) {
      return Reason.NOT_YET_VALID;
    }
    X509ExtendedTrustManager manager = platform;
    if (manager == null) {
      return Reason.UNTRUSTED;
    }
    try {
      // The same without the host's name: where that passes, it was the name.
      manager.checkServerTrusted(chain, type);
      return Reason.OTHER_HOST;
    } catch (CertificateException e) {
      return Reason.UNTRUSTED;
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("this is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("this is the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this is the client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    X509ExtendedTrustManager manager = platform;
    return manager == null ? new X509Certificate[0] : manager.getAcceptedIssuers();
  }
}
