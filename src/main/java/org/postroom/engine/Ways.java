package org.postroom.engine;

import java.util.Arrays;
import java.util.function.Supplier;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.Dialogue;
import org.postroom.dispatch.Pace;
import org.postroom.message.From;
import org.postroom.practice.PracticeServer;
import org.postroom.safety.SendWay;
import org.postroom.smtp.PracticeCourier;
import org.postroom.smtp.Security;
import org.postroom.smtp.SmtpConfig;
import org.postroom.smtp.SmtpCourier;

/// What is known of a way to send, and the courier that goes it.
final class Ways {
  private Ways() {}

  static SendWay facts(Through through) {
    return switch (through) {
      case Through.Practice _ -> SendWay.toPractice();
      case Through.Server server -> {
        String provider = Providers.of(server.host());
        Pace pace = pace(server);
        yield new SendWay(
            false,
            AccountSecrets.account(server),
            provider,
            Providers.perEnvelope(provider),
            pace.perDay(),
            0);
      }
    };
  }

  /// Before an account was named, what the sender's address shows: a letter from an address of a
  /// well-known provider leaves through that provider.
  static SendWay orShownBy(SendWay way, From from) {
    if (way.practice() || !way.account().isEmpty()) {
      return way;
    }
    return Providers.serverFor(from.mailbox().key().toString())
        .map(server -> facts(server))
        .map(
            shown ->
                new SendWay(
                    false,
                    "",
                    shown.provider(),
                    shown.perEnvelope(),
                    shown.perDay(),
                    way.maxSize()))
        .orElse(way);
  }

  static Pace pace(Through through) {
    return switch (through) {
      case Through.Practice _ -> Pace.UNLIMITED;
      case Through.Server server -> pace(server);
    };
  }

  /// What was asked for, within what the provider allows; where nothing was, what it allows.
  static int connections(Through.Server server) {
    int asked = server.connections();
    int allowed = Providers.connections(Providers.of(server.host()));
    if (asked < 1) {
      return Math.max(1, allowed);
    }
    return allowed < 1 ? asked : Math.min(asked, allowed);
  }

  /// There is no way to name a host: practice cannot leave this process.
  static Courier practice(PracticeServer server, Dialogue dialogue) {
    return new PracticeCourier(server, dialogue);
  }

  /// @param password asked once for each connection; a copy, which the courier blanks
  /// @param dialogue told what is said
  static Courier real(Through.Server server, Supplier<char[]> password, Dialogue dialogue) {
    return new SmtpCourier(config(server, password), dialogue);
  }

  /// @param password as for [#real]
  static SmtpConfig config(Through.Server server, Supplier<char[]> password) {
    SmtpConfig config =
        SmtpConfig.withoutSignIn(server.host(), server.port(), security(server.security()));
    if (server.user() != null) {
      config = config.signingIn(server.user(), password);
    }
    return server.plainPassword() ? config.allowingPlainPassword() : config;
  }

  static Supplier<char[]> copies(char[] password) {
    return () -> Arrays.copyOf(password, password.length);
  }

  private static Pace pace(Through.Server server) {
    Pace own = server.own();
    Pace base = own == null ? Providers.pace(Providers.of(server.host())) : own;
    int asked = server.maxPerMinute();
    if (asked < 0) {
      return base;
    }
    return asked == 0
        ? Pace.UNLIMITED
        : new Pace(asked, Math.max(base.perHour(), asked * 60), base.perDay());
  }

  private static Security security(Through.Security security) {
    return switch (security) {
      case STARTTLS -> Security.STARTTLS;
      case IMPLICIT_TLS -> Security.IMPLICIT_TLS;
      case NONE -> Security.NONE;
    };
  }
}
