package org.postroom.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Courier;
import org.postroom.workspace.AccountRecord;
import org.postroom.workspace.WorkspaceException;

/// The accounts of the workspace; their passwords are in the keychain.
final class AccountBook {
  private final Parts parts;
  private final Ways ways;

  AccountBook(Parts parts, Ways ways) {
    this.parts = parts;
    this.ways = ways;
  }

  List<Account> all() throws ProblemException {
    try {
      List<Account> accounts = new ArrayList<>();
      for (AccountRecord found : parts.workspace().accounts().all()) {
        accounts.add(
            new Account(
                found.name(),
                found.address(),
                new Through.Server(
                    found.host(),
                    found.port(),
                    Through.Security.valueOf(found.security()),
                    found.login(),
                    found.plainPassword(),
                    found.connections(),
                    found.perMinute())));
      }
      return accounts;
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  void save(Account account, char @Nullable [] password) throws ProblemException {
    Through.Server server = account.server();
    if (password != null) {
      ways.keep(server, password);
    }
    try {
      parts
          .workspace()
          .accounts()
          .save(
              new AccountRecord(
                  account.name(),
                  account.address(),
                  server.host(),
                  server.port(),
                  server.security().name(),
                  server.user(),
                  server.plainPassword(),
                  server.connections(),
                  server.maxPerMinute()));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// Connects, secures and signs in; sends no message.
  Optional<Problem> test(Through.Server server, char @Nullable [] password) {
    char[] secret = password == null ? ways.password(server).orElse(new char[0]) : password.clone();
    try {
      return switch (Ways.real(server, Ways.copies(secret)).open()) {
        case Courier.Opening.Opened(Courier.Session session) -> {
          session.close();
          yield Optional.empty();
        }
        case Courier.Opening.Failed failed ->
            Optional.of(
                Problems.problem(
                    Problem.Kind.CONNECTION,
                    switch (failed.fault()) {
                      case UNREACHABLE -> "test.unreachable";
                      case TLS -> "test.tls";
                      case SIGN_IN -> "test.sign-in";
                      case REFUSED -> "test.refused";
                    },
                    server.host(),
                    Integer.toString(server.port()),
                    failed.reply().shown()));
      };
    } finally {
      Arrays.fill(secret, '\0');
    }
  }
}
