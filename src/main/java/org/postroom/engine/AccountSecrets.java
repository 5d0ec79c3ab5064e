package org.postroom.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postroom.workspace.PasswordStore;
import org.postroom.workspace.WorkspaceException;

/// The passwords of accounts: given with the start of the program, in the platform's keychain, in a
/// file that a passphrase opens, or asked of the person. What was opened or asked is remembered
/// until the program ends, so that nobody is asked twice.
final class AccountSecrets {
  private static final int TRIES = 3;

  private final Parts parts;
  private final Map<String, char[]> session = new ConcurrentHashMap<>();

  AccountSecrets(Parts parts) {
    this.parts = parts;
  }

  /// `user@host:port`: the identity of an account, under which its password is kept too.
  static String account(Through.Server server) {
    String user = server.user();
    return (user == null ? "" : user + "@") + server.host() + ":" + server.port();
  }

  /// The caller blanks the array.
  Optional<char[]> password(Through.Server server) throws WorkspaceException {
    Optional<char[]> known = known(server);
    if (known.isPresent()) {
      return known;
    }
    Optional<char[]> found =
        store().isEncrypted(account(server)) ? opened(server) : parts.passwords().ask(server);
    found.ifPresent(password -> remember(server, password));
    return found;
  }

  private Optional<char[]> known(Through.Server server) {
    return parts
        .passwords()
        .given(server)
        .or(() -> Optional.ofNullable(session.get(account(server))).map(char[]::clone))
        .or(() -> store().get(account(server)));
  }

  private Optional<char[]> opened(Through.Server server) throws WorkspaceException {
    for (int i = 0; i < TRIES; i++) {
      Optional<char[]> passphrase = parts.passwords().passphrase(server, i > 0);
      if (passphrase.isEmpty()) {
        return Optional.empty();
      }
      PasswordStore.Opened opened = store().getEncrypted(account(server), passphrase.get());
      Arrays.fill(passphrase.get(), '\0');
      if (opened instanceof PasswordStore.Opened.Password password) {
        return Optional.of(password.password());
      }
    }
    return Optional.empty();
  }

  PasswordState state(Through.Server server) {
    if (server.user() == null) {
      return PasswordState.NOT_NEEDED;
    }
    Optional<char[]> known = known(server);
    if (known.isPresent()) {
      Arrays.fill(known.get(), '\0');
      return PasswordState.KEPT;
    }
    return store().isEncrypted(account(server)) ? PasswordState.LOCKED : PasswordState.MISSING;
  }

  boolean hasKeychain() {
    return store().hasKeychain();
  }

  /// Into the keychain, or into the file that `passphrase` opens.
  AccountSaved keep(Through.Server server, char[] password, char @Nullable [] passphrase)
      throws WorkspaceException {
    if (!store().put(account(server), password)) {
      if (passphrase == null) {
        return AccountSaved.PASSPHRASE_NEEDED;
      }
      store().putEncrypted(account(server), password, passphrase);
    }
    remember(server, password);
    return AccountSaved.SAVED;
  }

  void forget(Through.Server server) throws WorkspaceException {
    store().remove(account(server));
    char[] remembered = session.remove(account(server));
    if (remembered != null) {
      Arrays.fill(remembered, '\0');
    }
  }

  private void remember(Through.Server server, char[] password) {
    session.put(account(server), password.clone());
  }

  private PasswordStore store() {
    return parts.workspace().passwords();
  }
}
