package org.postroom.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and its self-signed certificate (RFC 5280) for `localhost` and 127.0.0.1. It is made for
/// one run and never written anywhere. The JDK has no public way to make one, and its `keytool` is
/// no part of an installed program.
final class RunCertificate {
  private final KeyPair keys;
  private final X509Certificate certificate;

  private RunCertificate(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  X509Certificate certificate() {
    return certificate;
  }

  static RunCertificate make(Instant now) throws GeneralSecurityException {
    return make("localhost", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
  }

  /// @param host the one name that it is for, beside 127.0.0.1
  static RunCertificate make(String host, Instant from, Instant until)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();

    byte[] ecdsaWithSha256 = Der.sequence(Der.oid(1, 2, 840, 10045, 4, 3, 2));
    byte[] name =
        Der.sequence(Der.set(Der.sequence(Der.oid(2, 5, 4, 3), Der.utf8("Postroom practice"))));
    byte[] names =
        Der.sequence(
            Der.context(2, false, host.getBytes(StandardCharsets.US_ASCII)),
            Der.context(7, false, new byte[] {127, 0, 0, 1}));
    byte[] extensions = Der.sequence(Der.sequence(Der.oid(2, 5, 29, 17), Der.octets(names)));
    byte[] body =
        Der.sequence(
            Der.context(0, true, Der.integer(BigInteger.TWO)),
            Der.integer(new BigInteger(120, new SecureRandom()).setBit(120)),
            ecdsaWithSha256,
            name,
            Der.sequence(Der.time(from), Der.time(until)),
            name,
            keys.getPublic().getEncoded(),
            Der.context(3, true, extensions));

    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(body);
    byte[] whole = Der.sequence(body, ecdsaWithSha256, Der.bits(signature.sign()));
    Certificate read =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
    return new RunCertificate(keys, (X509Certificate) read);
  }

  /// For the server's side of TLS.
  SSLContext serverContext() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] unused = "in memory only".toCharArray();
    store.setKeyEntry("practice", keys.getPrivate(), unused, new Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, unused);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
