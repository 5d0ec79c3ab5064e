package org.postroom.workspace;

import com.microsoft.credentialstorage.SecretStore;
import com.microsoft.credentialstorage.StorageProvider;
import com.microsoft.credentialstorage.StorageProvider.SecureOption;
import com.microsoft.credentialstorage.model.StoredCredential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The platform's keychain: Credential Manager, Keychain, or the desktop's secret service.
///
/// On Linux it is asked only in a desktop session; without one there is nobody who could unlock it
/// and the bus may never answer. A call that takes longer than some seconds counts as no keychain,
/// for the rest of the process.
public final class PlatformKeychain implements Keychain {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String PREFIX = "postroom/";

  /// Held, because the platform forgets levels of loggers that nobody holds.
  private static final Logger ITS_LOG = Logger.getLogger("com.microsoft.credentialstorage");

  private final SecretStore<StoredCredential> store;
  private volatile boolean answers = true;

  private PlatformKeychain(SecretStore<StoredCredential> store) {
    this.store = store;
  }

  /// The platform's keychain, or [Keychain#NONE] where there is none. Silent and quick.
  public static Keychain find() {
    if (!mayBeThere(System.getenv(), System.getProperty("os.name", ""))) {
      return NONE;
    }
    ITS_LOG.setLevel(Level.SEVERE);
    SecretStore<StoredCredential> store =
        inTime(() -> StorageProvider.getCredentialStorage(true, SecureOption.REQUIRED));
    return store == null ? NONE : new PlatformKeychain(store);
  }

  /// True unless this is a Linux or Unix without a desktop session.
  static boolean mayBeThere(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("windows") || name.contains("mac")) {
      return true;
    }
    boolean display = has(environment, "DISPLAY") || has(environment, "WAYLAND_DISPLAY");
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    boolean bus =
        has(environment, "DBUS_SESSION_BUS_ADDRESS")
            || (!runtime.isEmpty() && Files.exists(Path.of(runtime, "bus")));
    return display && bus;
  }

  @Override
  public Optional<char[]> get(String name) {
    StoredCredential found = answers ? ask(() -> store.get(PREFIX + name)) : null;
    return found == null ? Optional.empty() : Optional.of(found.getPassword());
  }

  @Override
  public boolean put(String name, char[] secret) {
    return answers
        && Boolean.TRUE.equals(
            ask(() -> store.add(PREFIX + name, new StoredCredential(name, secret))));
  }

  @Override
  public void remove(String name) {
    if (answers) {
      ask(() -> store.delete(PREFIX + name));
    }
  }

  private <T> @Nullable T ask(Callable<T> call) {
    try {
      return run(call);
    } catch (TimeoutException e) {
      answers = false;
      return null;
    }
  }

  private static <T> @Nullable T inTime(Callable<T> call) {
    try {
      return run(call);
    } catch (TimeoutException e) {
      return null;
    }
  }

  /// On a thread of its own, because native code cannot be interrupted.
  private static <T> @Nullable T run(Callable<T> call) throws TimeoutException {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "keychain");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // A missing library, a locked or broken keychain: the same as none.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "keychain", e);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static boolean has(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
