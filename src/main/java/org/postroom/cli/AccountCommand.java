package org.postroom.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Through;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `postroom account`: lists the accounts, tests one, removes one. Accounts are added in the
/// window.
@Command(name = "account")
final class AccountCommand extends EngineCommand {
  @Parameters(index = "0", paramLabel = "list|test|remove")
  private Act act = Act.LIST;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME")
  private @Nullable String name;

  /// What is done.
  enum Act {
    LIST,
    TEST,
    REMOVE
  }

  AccountCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    return switch (act) {
      case LIST -> list(engine);
      case TEST -> test(engine, named(engine));
      case REMOVE -> {
        Account account = named(engine);
        engine.removeAccount(account.name());
        tell("account.removed", account.name());
        yield ExitCode.DONE;
      }
    };
  }

  private int list(Postroom engine) throws ProblemException {
    List<Account> accounts = engine.accounts();
    if (accounts.isEmpty()) {
      tell("account.none");
    }
    for (Account account : accounts) {
      Through.Server server = account.server();
      String password = CliTexts.text("account.password." + engine.passwordState(server).name());
      print(
          CliTexts.text(
              "account.line",
              account.name(),
              server.host(),
              Integer.toString(server.port()),
              CliTexts.text("account.security." + server.security().name()),
              password));
    }
    return ExitCode.DONE;
  }

  /// Sends no message.
  private int test(Postroom engine, Account account) throws ProblemException {
    ConnectionCheck check =
        engine.testConnection(
            account.server(),
            account.address(),
            null,
            step -> print(CliTexts.text("account.step." + step.name().toLowerCase(Locale.ROOT))));
    return switch (check) {
      case ConnectionCheck.Passed() -> {
        tell("account.works");
        yield ExitCode.DONE;
      }
      case ConnectionCheck.Failed failed -> {
        around().err().println(failed.problem().message());
        around().err().flush();
        yield ExitCode.PAUSED;
      }
    };
  }

  private Account named(Postroom engine) throws ProblemException, UsageException {
    String wanted = name;
    if (wanted == null) {
      throw new UsageException("account.name");
    }
    return ThroughOptions.named(engine, wanted);
  }
}
