package org.postroom.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Pace;
import org.postroom.practice.PracticeServer;
import org.postroom.safety.SendWay;
import org.postroom.smtp.PracticeCourier;
import org.postroom.smtp.Security;
import org.postroom.smtp.SmtpConfig;
import org.postroom.smtp.SmtpCourier;

/// What is known of a way to send, and the courier that goes it.
final class Ways {
  private final Parts parts;

  /// Where the computer has no keychain, until the program ends.
  private final Map<String, char[]> session = new ConcurrentHashMap<>();

  Ways(Parts parts) {
    this.parts = parts;
  }

  static SendWay facts(Through through) {
    return switch (through) {
      case Through.Practice _ -> SendWay.toPractice();
      case Through.Server server -> {
        String provider = Providers.of(server.host());
        Pace pace = pace(server);
        yield new SendWay(
            false, account(server), provider, Providers.perEnvelope(provider), pace.perDay(), 0);
      }
    };
  }

  static Pace pace(Through through) {
    return switch (through) {
      case Through.Practice _ -> Pace.UNLIMITED;
      case Through.Server server -> pace(server);
    };
  }

  /// `user@host:port`: the identity of an account, under which its password is kept too.
  static String account(Through.Server server) {
    String user = server.user();
    return (user == null ? "" : user + "@") + server.host() + ":" + server.port();
  }

  /// There is no way to name a host: practice cannot leave this process.
  static Courier practice(PracticeServer server) {
    return new PracticeCourier(server);
  }

  /// @param password asked once for each connection; a copy, which the courier blanks
  static Courier real(Through.Server server, Supplier<char[]> password) {
    SmtpConfig config =
        SmtpConfig.withoutSignIn(server.host(), server.port(), security(server.security()));
    if (server.user() != null) {
      config = config.signingIn(server.user(), password);
    }
    return new SmtpCourier(server.plainPassword() ? config.allowingPlainPassword() : config);
  }

  /// Given with the start of the program, else from the keychain, else asked.
  Optional<char[]> password(Through.Server server) {
    return parts
        .passwords()
        .given(server)
        .or(() -> parts.workspace().passwords().get(account(server)))
        .or(() -> Optional.ofNullable(session.get(account(server))).map(char[]::clone))
        .or(() -> parts.passwords().ask(server));
  }

  void keep(Through.Server server, char[] password) {
    if (!parts.workspace().passwords().put(account(server), password)) {
      session.put(account(server), password.clone());
    }
  }

  static Supplier<char[]> copies(char[] password) {
    return () -> Arrays.copyOf(password, password.length);
  }

  private static Pace pace(Through.Server server) {
    Pace profile = Providers.pace(Providers.of(server.host()));
    int asked = server.maxPerMinute();
    if (asked < 0) {
      return profile;
    }
    return asked == 0
        ? Pace.UNLIMITED
        : new Pace(asked, Math.max(profile.perHour(), asked * 60), profile.perDay());
  }

  private static Security security(Through.Security security) {
    return switch (security) {
      case STARTTLS -> Security.STARTTLS;
      case IMPLICIT_TLS -> Security.IMPLICIT_TLS;
      case NONE -> Security.NONE;
    };
  }
}
