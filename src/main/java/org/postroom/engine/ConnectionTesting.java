package org.postroom.engine;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.smtp.ConnectionProbe;
import org.postroom.smtp.Obstacle;
import org.postroom.workspace.WorkspaceException;

/// The connection test of an account: the same courier that sends, as far as MAIL FROM.
final class ConnectionTesting {
  private final AccountSecrets secrets;

  ConnectionTesting(AccountSecrets secrets) {
    this.secrets = secrets;
  }

  ConnectionCheck test(
      Through.Server server,
      String address,
      char @Nullable [] password,
      ConnectionCheck.Progress progress)
      throws ProblemException {
    AddrSpec from = from(address);
    Optional<char[]> secret = secret(server, password);
    if (server.user() != null && secret.isEmpty()) {
      return failed(
          ConnectionStep.SIGNED_IN,
          "no-password",
          ConnectionCheck.At.PASSWORD,
          server.host(),
          "",
          "",
          address);
    }
    char[] given = secret.orElseGet(() -> new char[0]);
    try {
      return switch (new ConnectionProbe(Ways.config(server, Ways.copies(given)))
          .run(from, step -> progress.passed(step(step)))) {
        case ConnectionProbe.Outcome.Passed() -> new ConnectionCheck.Passed();
        case ConnectionProbe.Outcome.Failed failed -> failed(server, address, failed);
      };
    } finally {
      Arrays.fill(given, '\0');
    }
  }

  private Optional<char[]> secret(Through.Server server, char @Nullable [] password)
      throws ProblemException {
    if (server.user() == null) {
      return Optional.empty();
    }
    try {
      return password == null ? secrets.password(server) : Optional.of(password.clone());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static AddrSpec from(String address) throws ProblemException {
    if (AddressReader.read(address) instanceof AddressReading.One one) {
      return one.mailbox().address();
    }
    throw Problems.of(Problem.Kind.DOCUMENT, "test.address", address);
  }

  private static ConnectionCheck.Failed failed(
      Through.Server server, String address, ConnectionProbe.Outcome.Failed failed) {
    return failed(
        step(failed.step()),
        key(failed.obstacle()),
        at(failed.obstacle()),
        server.host(),
        Integer.toString(server.port()),
        failed.reply().shown(),
        address,
        failed.date(),
        Long.toString(ConnectionProbe.PATIENCE.toSeconds()));
  }

  private static ConnectionCheck.Failed failed(
      ConnectionStep step, String key, ConnectionCheck.At at, Object... args) {
    return new ConnectionCheck.Failed(
        step,
        Problems.text("test." + key + ".step"),
        Problems.problem(Problem.Kind.CONNECTION, "test." + key, args),
        at);
  }

  private static ConnectionStep step(org.postroom.smtp.ConnectionStep step) {
    return switch (step) {
      case FOUND -> ConnectionStep.FOUND;
      case ENCRYPTED -> ConnectionStep.ENCRYPTED;
      case SIGNED_IN -> ConnectionStep.SIGNED_IN;
      case ALLOWED -> ConnectionStep.ALLOWED;
    };
  }

  private static String key(Obstacle obstacle) {
    return switch (obstacle) {
      case NO_SUCH_HOST -> "no-such-host";
      case NO_ANSWER -> "no-answer";
      case SILENT -> "silent";
      case NO_MAIL_SERVER -> "no-mail-server";
      case LOST -> "lost";
      case NO_STARTTLS -> "no-starttls";
      case TLS_FAILED -> "tls-failed";
      case CERTIFICATE_EXPIRED -> "certificate-expired";
      case CERTIFICATE_EARLY -> "certificate-early";
      case CERTIFICATE_OTHER_HOST -> "certificate-other-host";
      case CERTIFICATE_UNTRUSTED -> "certificate-untrusted";
      case PLAIN_BEYOND_LOOPBACK -> "plain-beyond-loopback";
      case PLAIN_PASSWORD -> "plain-password";
      case NO_SIGN_IN -> "no-sign-in";
      case PASSWORD_REFUSED -> "password-refused";
      case SERVER_REFUSED -> "server-refused";
      case SENDER_REFUSED -> "sender-refused";
    };
  }

  private static ConnectionCheck.At at(Obstacle obstacle) {
    return switch (obstacle) {
      case PASSWORD_REFUSED -> ConnectionCheck.At.PASSWORD;
      case SENDER_REFUSED -> ConnectionCheck.At.ADDRESS;
      case NO_SUCH_HOST,
          NO_ANSWER,
          SILENT,
          NO_MAIL_SERVER,
          LOST,
          NO_STARTTLS,
          TLS_FAILED,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_EARLY,
          CERTIFICATE_OTHER_HOST,
          CERTIFICATE_UNTRUSTED,
          PLAIN_BEYOND_LOOPBACK,
          PLAIN_PASSWORD,
          NO_SIGN_IN,
          SERVER_REFUSED ->
          ConnectionCheck.At.SERVER;
    };
  }
}
