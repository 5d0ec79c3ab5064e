package org.postroom.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.Mischief;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Through;
import org.postroom.safety.SendWay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Through what to send: a server, an account or practice, and how fast.
final class ThroughOptions {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Way way = new Way();

  @Option(names = "--connections", paramLabel = "N")
  private int connections;

  @Option(names = "--max-per-minute", paramLabel = "N")
  private int maxPerMinute = -1;

  @Option(names = "--plain-password")
  private boolean plainPassword;

  @Option(names = "--dir", paramLabel = "DIR")
  private @Nullable Path dir;

  @Option(names = "--misbehave", paramLabel = "HOW")
  private @Nullable String misbehave;

  /// Exactly one of them.
  static final class Way {
    @Option(names = "--smtp", required = true, paramLabel = "URL")
    private @Nullable String smtp;

    @Option(names = "--account", required = true, paramLabel = "NAME")
    private @Nullable String account;

    @Option(names = "--practice", required = true)
    private boolean practice;

    /// What the review has to know of it; a way that is only looked at needs no password.
    SendWay facts(Postroom engine) throws ProblemException, UsageException {
      if (practice) {
        return SendWay.toPractice();
      }
      Through.Server server =
          smtp == null
              ? named(engine, String.valueOf(account)).server()
              : SmtpUrl.parse(smtp).server(false, 0, -1);
      return engine.way(server);
    }
  }

  /// As people call it.
  String name(Through through) {
    String account = way.account;
    return switch (through) {
      case Through.Practice _ -> CliTexts.text("through.practice");
      case Through.Server server -> account == null ? server.host() : account;
    };
  }

  boolean isPractice() {
    return way.practice;
  }

  Through through(Postroom engine) throws ProblemException, UsageException {
    if (connections < 0 || maxPerMinute < -1) {
      throw new UsageException("through.negative");
    }
    if (dir != null && !way.practice) {
      throw new UsageException("through.dir");
    }
    if (misbehave != null && !way.practice) {
      throw new UsageException("through.misbehave");
    }
    if (way.practice) {
      return new Through.Practice(dir, mischief());
    }
    String smtp = way.smtp;
    return smtp == null
        ? account(engine, String.valueOf(way.account))
        : SmtpUrl.parse(smtp).server(plainPassword, connections, maxPerMinute);
  }

  /// `hang-up` for [Mischief#HANG_UP], and so on.
  private Mischief mischief() throws UsageException {
    String wanted = misbehave;
    if (wanted == null) {
      return Mischief.NONE;
    }
    for (Mischief each : Mischief.values()) {
      if (option(each).equals(wanted)) {
        return each;
      }
    }
    throw new UsageException(
        "through.no-mischief",
        wanted,
        String.join(", ", Stream.of(Mischief.values()).map(ThroughOptions::option).toList()));
  }

  private static String option(Mischief mischief) {
    return mischief.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Through account(Postroom engine, String name) throws ProblemException, UsageException {
    Through.Server server = named(engine, name).server();
    return new Through.Server(
        server.host(),
        server.port(),
        server.security(),
        server.user(),
        server.plainPassword() || plainPassword,
        connections == 0 ? server.connections() : connections,
        maxPerMinute == -1 ? server.maxPerMinute() : maxPerMinute,
        server.own());
  }

  /// The account of that name.
  static Account named(Postroom engine, String name) throws ProblemException, UsageException {
    List<Account> accounts = engine.accounts();
    return accounts.stream()
        .filter(account -> account.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "through.no-account",
                    name,
                    accounts.isEmpty()
                        ? CliTexts.text("through.none")
                        : String.join(", ", accounts.stream().map(Account::name).toList())));
  }
}
