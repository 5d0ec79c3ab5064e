package org.postroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpUrlTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "smtp://smtp.choir.example,                smtp.choir.example, 587,  STARTTLS,     -",
        "smtp://smtp.choir.example:25,             smtp.choir.example, 25,   STARTTLS,     -",
        "smtp://smtp.choir.example?tls=starttls,   smtp.choir.example, 587,  STARTTLS,     -",
        "smtps://smtp.choir.example,               smtp.choir.example, 465,  IMPLICIT_TLS, -",
        "SMTPS://helen@smtp.choir.example:1465/,   smtp.choir.example, 1465, IMPLICIT_TLS, helen",
        "smtp://helen@choir.example@smtp.example,  smtp.example,       587,  STARTTLS,    "
            + " helen@choir.example",
        "smtp://helen%40choir.example@smtp.example, smtp.example,      587,  STARTTLS,    "
            + " helen@choir.example",
        "smtp://a+b@smtp.example,                  smtp.example,       587,  STARTTLS,     a+b",
        "smtp://127.0.0.1:2525?tls=none,           127.0.0.1,          2525, NONE,         -",
        "smtp://localhost:2525?tls=none,           localhost,          2525, NONE,         -",
        "smtp://[::1]:2525?tls=none,               ::1,                2525, NONE,         -",
      })
  void readsWhatThePageAllows(String url, String host, int port, String security, String user)
      throws Exception {
    SmtpUrl read = SmtpUrl.parse(url);

    assertThat(read.host()).isEqualTo(host);
    assertThat(read.port()).isEqualTo(port);
    assertThat(read.security()).hasToString(security);
    assertThat(read.user()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({
    "http://smtp.choir.example,              mail server",
    "smtp.choir.example:25,                  mail server",
    "smtp://,                                mail server",
    "smtp://host:port,                       mail server",
    "smtp://host:0,                          port",
    "smtp://host:65536,                      port",
    "smtp://host/path,                       mail server",
    "smtp://host?tls=maybe,                  tls=none",
    "smtp://host?ssl=none,                   tls=none",
    "smtps://host?tls=none,                  mail server",
    "smtp://192.0.2.1:25?tls=none,           encrypted",
    "smtp://helen:secret@smtp.example,       POSTROOM_SMTP_PASSWORD",
    "smtp://he%ZZ@smtp.example,              percent",
  })
  void refusesTheRestAndSaysWhatToWrite(String url, String says) {
    assertThatThrownBy(() -> SmtpUrl.parse(url))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(says)
        .hasMessageContaining("Nothing was connected to");
  }

  @ParameterizedTest
  @CsvSource({"smtp://helen:secret@", "smtp://helen:secret@host?tls=maybe", "http://x:secret@y"})
  void aPasswordThatWasTypedIsNeverPrinted(String url) {
    assertThatThrownBy(() -> SmtpUrl.parse(url)).message().doesNotContain("secret");
  }
}
