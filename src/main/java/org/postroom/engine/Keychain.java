package org.postroom.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Passwords by account, kept by the platform.
public interface Keychain {
  /// The caller owns the array and blanks it.
  Optional<char[]> find(String account);

  void store(String account, char[] password) throws ProblemException;

  /// Remembers until the program ends; for computers without a keychain.
  static Keychain inMemory() {
    Map<String, char[]> passwords = new HashMap<>();
    return new Keychain() {
      @Override
      public synchronized Optional<char[]> find(String account) {
        return Optional.ofNullable(passwords.get(account)).map(char[]::clone);
      }

      @Override
      public synchronized void store(String account, char[] password) {
        passwords.put(account, password.clone());
      }
    };
  }
}
