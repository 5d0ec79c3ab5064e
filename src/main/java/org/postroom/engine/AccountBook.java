package org.postroom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Pace;
import org.postroom.workspace.AccountRecord;
import org.postroom.workspace.WorkspaceException;

/// The accounts of the workspace.
final class AccountBook {
  private final Parts parts;
  private final AccountSecrets secrets;

  AccountBook(Parts parts, AccountSecrets secrets) {
    this.parts = parts;
    this.secrets = secrets;
  }

  List<Account> all() throws ProblemException {
    try {
      List<Account> accounts = new ArrayList<>();
      for (AccountRecord found : parts.workspace().accounts().all()) {
        accounts.add(account(found));
      }
      return accounts;
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static Account account(AccountRecord found) {
    AccountRecord.Limits limits = found.limits();
    boolean own = limits.perHour() >= 0;
    return new Account(
        found.name(),
        found.address(),
        new Through.Server(
            found.host(),
            found.port(),
            Through.Security.valueOf(found.security()),
            found.login(),
            found.plainPassword(),
            limits.connections(),
            own ? -1 : limits.perMinute(),
            own ? new Pace(limits.perMinute(), limits.perHour(), limits.perDay()) : null),
        limits.source(),
        found.tested());
  }

  private static AccountRecord record(Account account) {
    Through.Server server = account.server();
    Pace own = server.own();
    return new AccountRecord(
        account.name(),
        account.address(),
        server.host(),
        server.port(),
        server.security().name(),
        server.user(),
        server.plainPassword(),
        own == null
            ? new AccountRecord.Limits(server.connections(), server.maxPerMinute(), -1, -1, "")
            : new AccountRecord.Limits(
                server.connections(),
                own.perMinute(),
                own.perHour(),
                own.perDay(),
                account.limitSource()),
        account.tested());
  }

  /// The password first: an account without one would look as if it could send.
  AccountSaved save(Account account, char @Nullable [] password, char @Nullable [] passphrase)
      throws ProblemException {
    try {
      Optional<Account> before = named(account.name());
      if (password != null
          && secrets.keep(account.server(), password, passphrase)
              == AccountSaved.PASSPHRASE_NEEDED) {
        return AccountSaved.PASSPHRASE_NEEDED;
      }
      parts.workspace().accounts().save(record(account));
      if (before.isPresent()) {
        forgetUnused(before.get().server());
      }
      return AccountSaved.SAVED;
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  void remove(String name) throws ProblemException {
    Account account =
        named(name).orElseThrow(() -> Problems.of(Problem.Kind.DOCUMENT, "account.missing", name));
    try {
      parts.workspace().accounts().remove(name);
      forgetUnused(account.server());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private Optional<Account> named(String name) throws ProblemException {
    return all().stream().filter(account -> account.name().equals(name)).findFirst();
  }

  /// Two accounts may share a sign-in; the password goes with the last of them.
  private void forgetUnused(Through.Server server) throws WorkspaceException, ProblemException {
    String identity = AccountSecrets.account(server);
    if (all().stream()
        .noneMatch(other -> AccountSecrets.account(other.server()).equals(identity))) {
      secrets.forget(server);
    }
  }
}
