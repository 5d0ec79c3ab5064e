package org.postroom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The certificate made for one run, read back by the JDK.
class RunCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @Test
  void itIsSelfSignedAndForLocalhostAndTheLoopbackAddress() throws GeneralSecurityException {
    X509Certificate certificate = RunCertificate.make(NOW).certificate();

    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSerialNumber()).isPositive();
  }

  @Test
  void itIsValidFromYesterdayForAYear() throws GeneralSecurityException {
    X509Certificate certificate = RunCertificate.make(NOW).certificate();

    assertThat(certificate.getNotBefore().toInstant()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo("2027-11-21T09:00:00Z");
  }

  @Test
  void aDateAfter2049IsWrittenWithFourDigits() throws GeneralSecurityException {
    Instant late = Instant.parse("2051-02-03T04:05:06Z");

    assertThat(RunCertificate.make(late).certificate().getNotAfter().toInstant())
        .isEqualTo("2052-02-03T04:05:06Z");
  }

  @Test
  void eachRunHasItsOwnKey() throws GeneralSecurityException {
    assertThat(RunCertificate.make(NOW).certificate().getPublicKey())
        .isNotEqualTo(RunCertificate.make(NOW).certificate().getPublicKey());
  }
}
