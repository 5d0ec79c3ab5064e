package org.postroom.ui.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.ImapServer;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.common.Tasks;

/// The mailbox of an account, in which letters in doubt can be looked up: where it is, and whether
/// that works. What worked is kept; everything else changes nothing. It has no nodes.
final class MailboxModel {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]*");
  private static final int TLS_PORT = 993;
  private static final int STARTTLS_PORT = 143;

  private final Postroom engine;
  private final Tasks tasks;
  private final AccountsModel accounts;
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final ObjectProperty<Through.Security> security =
      new SimpleObjectProperty<>(Through.Security.IMPLICIT_TLS);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Open());
  private int run;
  private boolean filling;

  /// What is known of it.
  sealed interface State {
    /// Nothing, or it was changed since.
    record Open() implements State {}

    /// From an earlier check, or from built-in data.
    record Known() implements State {}

    record Checking() implements State {}

    record Works(String folder) implements State {}

    record Failed(Problem problem) implements State {}
  }

  MailboxModel(Postroom engine, Tasks tasks, AccountsModel accounts) {
    this.engine = engine;
    this.tasks = tasks;
    this.accounts = accounts;
    accounts.chosenProperty().subscribe(_ -> show());
    host.addListener((_, _, _) -> changed());
    port.addListener((_, _, _) -> changed());
    security.addListener((_, _, _) -> changed());
  }

  StringProperty host() {
    return host;
  }

  StringProperty port() {
    return port;
  }

  ReadOnlyObjectProperty<Through.Security> security() {
    return security;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Calls `update` where another account is shown, or something about its mailbox has changed.
  void onChange(Runnable update) {
    accounts.chosenProperty().subscribe(update);
    state.subscribe(update);
    host.subscribe(update);
    port.subscribe(update);
    security.subscribe(update);
  }

  /// Only an account that is kept and signs in has a mailbox.
  boolean offered() {
    return account().isPresent();
  }

  /// The usual port goes with the kind, where no other was typed.
  void secure(Through.Security kind) {
    boolean usual =
        port.get().isBlank() || port.get().strip().equals(Integer.toString(usual(security.get())));
    security.set(kind);
    if (usual) {
      port.set(Integer.toString(usual(kind)));
    }
  }

  /// Plain text is offered for this computer itself only.
  List<Through.Security> kinds() {
    List<Through.Security> kinds =
        new ArrayList<>(List.of(Through.Security.IMPLICIT_TLS, Through.Security.STARTTLS));
    if (AccountFields.loopback(host.get()) || security.get() == Through.Security.NONE) {
      kinds.add(Through.Security.NONE);
    }
    return kinds;
  }

  /// Why it cannot be checked, as a text's key; null where it can.
  @Nullable String wrong() {
    if (!HOST.matcher(host.get().strip()).matches()
        || (security.get() == Through.Security.NONE && !AccountFields.loopback(host.get()))) {
      return "accounts.mailbox.wrong.host";
    }
    int number = AccountFields.number(port.get());
    return number < 1 || number > 65_535 ? "accounts.mailbox.wrong.port" : null;
  }

  /// Signs in and opens the folder of sent mail; what works is kept.
  void check() {
    Optional<Account> account = account();
    if (wrong() != null || account.isEmpty() || state.get() instanceof State.Checking) {
      return;
    }
    int mine = ++run;
    state.set(new State.Checking());
    String typed = accounts.fields().password().get();
    char @Nullable [] password = typed.isEmpty() ? null : typed.toCharArray();
    ImapServer server =
        new ImapServer(host.get().strip(), AccountFields.number(port.get()), security.get());
    tasks
        .work(_ -> engine.checkMailbox(account.get().server(), server, password))
        .onSuccess(folder -> tell(mine, new State.Works(folder)))
        .onProblem(problem -> tell(mine, new State.Failed(problem)))
        .onEnd(
            () -> {
              if (password != null) {
                Arrays.fill(password, '\0');
              }
            })
        .start();
  }

  private void tell(int mine, State now) {
    if (mine == run) {
      state.set(now);
    }
  }

  private Optional<Account> account() {
    return accounts.chosenProperty().get() instanceof Chosen.Kept(Account kept)
            && kept.server().user() != null
        ? Optional.of(kept)
        : Optional.empty();
  }

  private void changed() {
    if (!filling) {
      run++;
      state.set(new State.Open());
    }
  }

  private void show() {
    fill("", TLS_PORT, Through.Security.IMPLICIT_TLS);
    int mine = ++run;
    state.set(new State.Open());
    account()
        .ifPresent(
            account ->
                tasks
                    .work(_ -> engine.imapFor(account.server()))
                    .onSuccess(known -> known.ifPresent(server -> known(mine, server)))
                    .onProblem(problem -> tell(mine, new State.Failed(problem)))
                    .start());
  }

  private void known(int mine, ImapServer server) {
    if (mine == run) {
      fill(server.host(), server.port(), server.security());
      state.set(new State.Known());
    }
  }

  private void fill(String name, int number, Through.Security kind) {
    filling = true;
    host.set(name);
    port.set(Integer.toString(number));
    security.set(kind);
    filling = false;
  }

  private static int usual(Through.Security kind) {
    return kind == Through.Security.IMPLICIT_TLS ? TLS_PORT : STARTTLS_PORT;
  }
}
