package org.postroom.ui.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Pace;
import org.postroom.engine.Account;
import org.postroom.engine.ConnectionStep;
import org.postroom.engine.PasswordState;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProviderProfile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Tasks;

/// The accounts, the one that is being looked at, and its connection test. It has no nodes.
///
/// What was tested is exactly what is saved: every change of what a test is about voids it.
public final class AccountsModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final InstantSource clock;
  private final AccountFields fields = new AccountFields();
  private final ReadOnlyObjectWrapper<List<Entry>> entries = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Chosen> chosen =
      new ReadOnlyObjectWrapper<>(new Chosen.Added());
  private final ReadOnlyObjectWrapper<Testing> testing =
      new ReadOnlyObjectWrapper<>(Testing.NOT_TESTED);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Account> saved = new ReadOnlyObjectWrapper<>();
  private final MailboxModel mailbox;
  private final BooleanProperty serverOpen = new SimpleBooleanProperty(false);
  private boolean found;
  private boolean filling;
  private int run;

  /// An account and where its password stands.
  public record Entry(Account account, PasswordState password) {}

  AccountsModel(Postroom engine, Tasks tasks, InstantSource clock) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    fields.address().addListener((_, _, _) -> lookUp());
    fields.whenTested(this::changed);
    fields.clear();
    mailbox = new MailboxModel(engine, tasks, this);
  }

  AccountFields fields() {
    return fields;
  }

  /// The mailbox of the account that is shown.
  MailboxModel mailbox() {
    return mailbox;
  }

  ReadOnlyObjectProperty<List<Entry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Chosen> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Testing> testingProperty() {
    return testing.getReadOnlyProperty();
  }

  /// What stood in the way of a test or of saving, or null.
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The account that was saved just now, or null.
  ReadOnlyObjectProperty<@Nullable Account> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// True while the fields for the server are shown.
  BooleanProperty serverOpenProperty() {
    return serverOpen;
  }

  /// True where the server comes from built-in data.
  boolean found() {
    return found;
  }

  boolean hasKeychain() {
    return engine.hasKeychain();
  }

  ProviderProfile profile() {
    return engine.profile(fields.host().get().strip());
  }

  Pace pace() {
    return fields.own().orElseGet(() -> profile().pace());
  }

  /// Reads the accounts; where nothing was begun the first of them is shown.
  void refresh(@Nullable String show) {
    tasks
        .work(
            _ -> {
              List<Entry> all = new ArrayList<>();
              for (Account account : engine.accounts()) {
                all.add(new Entry(account, engine.passwordState(account.server())));
              }
              return all;
            })
        .onSuccess(
            all -> {
              entries.set(List.copyOf(all));
              boolean begun = !fields.address().get().isEmpty();
              all.stream()
                  .filter(entry -> show == null || entry.account().name().equals(show))
                  .findFirst()
                  .filter(_ -> show != null || (chosen.get() instanceof Chosen.Added && !begun))
                  .ifPresent(entry -> choose(new Chosen.Kept(entry.account())));
            })
        .onProblem(problem::set)
        .start();
  }

  void choose(Chosen next) {
    filling = true;
    run++;
    switch (next) {
      case Chosen.Added _, Chosen.Practice _ -> fields.clear();
      case Chosen.Kept(Account account) -> fields.fill(account);
    }
    found = false;
    serverOpen.set(false);
    testing.set(Testing.NOT_TESTED);
    problem.set(null);
    saved.set(null);
    filling = false;
    chosen.set(next);
  }

  /// A well-known provider's server is known from the address alone.
  private void lookUp() {
    if (filling || !(chosen.get() instanceof Chosen.Added)) {
      return;
    }
    Optional<Through.Server> server = engine.serverFor(fields.address().get().strip());
    if (server.isPresent()) {
      found = true;
      serverOpen.set(false);
      fields.server(server.get());
    } else if (found) {
      found = false;
      fields.server(null);
    }
  }

  /// The address was left: where its server is not known the person names it.
  ///
  /// @return true where the fields for the server were opened now
  boolean addressLeft() {
    if (fields.addressIsOne() && fields.host().get().isBlank() && !serverOpen.get()) {
      serverOpen.set(true);
      return true;
    }
    return false;
  }

  private void changed() {
    if (!filling) {
      run++;
      testing.set(Testing.NOT_TESTED);
      problem.set(null);
      saved.set(null);
    }
  }

  /// Why it cannot be tested yet, as a text's key; null where it can.
  @Nullable String missing() {
    if (!fields.addressIsOne()) {
      return "accounts.missing.address";
    }
    if (isThereAlready()) {
      return "accounts.missing.twice";
    }
    if (fields.password().get().isEmpty() && !passwordKept()) {
      return "accounts.missing.password";
    }
    return fields.server().isEmpty() ? "accounts.missing.server" : null;
  }

  /// An account is added once; to change it, it is chosen at the left.
  private boolean isThereAlready() {
    String address = fields.address().get().strip();
    return chosen.get() instanceof Chosen.Added
        && entries.get().stream()
            .anyMatch(entry -> entry.account().name().equalsIgnoreCase(address));
  }

  private boolean passwordKept() {
    return chosen.get() instanceof Chosen.Kept(Account account)
        && fields
            .server()
            .map(AccountsModel::identity)
            .equals(Optional.of(identity(account.server())))
        && entries.get().stream()
            .anyMatch(
                entry ->
                    entry.account().name().equals(account.name())
                        && entry.password() != PasswordState.MISSING);
  }

  /// Whose password it is: the same server with other limits keeps it.
  private static String identity(Through.Server server) {
    return server.user() + "@" + server.host() + ":" + server.port();
  }

  /// Runs the test; nothing happens where something is missing or one runs already.
  void test() {
    Optional<Through.Server> server = fields.server();
    if (missing() != null || server.isEmpty() || testing.get().stage() == Testing.Stage.RUNNING) {
      return;
    }
    int mine = ++run;
    problem.set(null);
    saved.set(null);
    testing.set(Testing.started());
    char @Nullable [] typed = typed();
    String address = fields.address().get().strip();
    Instant[] last = {clock.instant()};
    tasks
        .work(
            _ ->
                engine.testConnection(
                    server.get(),
                    address,
                    typed,
                    step -> {
                      Instant now = clock.instant();
                      Duration took = Duration.between(last[0], now);
                      last[0] = now;
                      tasks.onScreen(() -> passed(mine, step, took));
                    }))
        .onSuccess(
            check -> {
              if (mine == run) {
                Testing ended = testing.get().ended(check);
                testing.set(ended);
                problem.set(ended.failed() == null ? null : ended.failed().problem());
              }
            })
        .onProblem(
            what -> {
              if (mine == run) {
                testing.set(Testing.NOT_TESTED);
                problem.set(what);
              }
            })
        .onEnd(() -> blank(typed))
        .start();
  }

  private void passed(int mine, ConnectionStep step, Duration took) {
    if (mine == run) {
      testing.set(testing.get().passed(step, took));
    }
  }

  private char @Nullable [] typed() {
    String password = fields.password().get();
    return password.isEmpty() ? null : password.toCharArray();
  }

  /// Why it cannot be saved yet, as a text's key; null where it can.
  @Nullable String unsaved() {
    if (testing.get().stage() != Testing.Stage.PASSED) {
      return chosen.get() instanceof Chosen.Kept
          ? "accounts.save.test-again"
          : "accounts.save.must-work";
    }
    if (fields.raised(profile().pace()) && fields.source().get().isBlank()) {
      return "accounts.save.source";
    }
    return null;
  }

  /// Saves what was tested.
  ///
  /// @param passphrase null where none was asked for yet
  /// @param ask called where there is no keychain: asks for a passphrase and saves again
  void save(char @Nullable [] passphrase, Runnable ask) {
    Optional<Through.Server> server = fields.server();
    if (unsaved() != null || server.isEmpty()) {
      return;
    }
    String address = fields.address().get().strip();
    boolean own = server.get().own() != null;
    Account account =
        new Account(
            address,
            address,
            server.get(),
            own ? fields.source().get().strip() : "",
            clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    char @Nullable [] typed = typed();
    tasks
        .work(_ -> engine.saveAccount(account, typed, passphrase))
        .onSuccess(
            end -> {
              switch (end) {
                case PASSPHRASE_NEEDED -> ask.run();
                case SAVED -> {
                  choose(new Chosen.Kept(account));
                  saved.set(account);
                  refresh(null);
                }
              }
            })
        .onProblem(problem::set)
        .onEnd(
            () -> {
              blank(typed);
              blank(passphrase);
            })
        .start();
  }

  private static void blank(char @Nullable [] secret) {
    if (secret != null) {
      Arrays.fill(secret, '\0');
    }
  }

  /// Removes the account that is shown.
  void remove() {
    if (chosen.get() instanceof Chosen.Kept(Account account)) {
      tasks
          .act(_ -> engine.removeAccount(account.name()))
          .onSuccess(
              _ -> {
                choose(new Chosen.Added());
                refresh(null);
              })
          .onProblem(problem::set)
          .start();
    }
  }
}
