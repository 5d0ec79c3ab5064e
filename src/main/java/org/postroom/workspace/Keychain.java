package org.postroom.workspace;

import java.util.Optional;

/// A place for secrets outside the workspace's files. Nothing here prompts or throws: where it does
/// not work, it has nothing and keeps nothing.
public interface Keychain {
  /// The secret of this name. The caller owns the array and blanks it.
  Optional<char[]> get(String name);

  /// @return true where it is kept now
  boolean put(String name, char[] secret);

  void remove(String name);

  /// No keychain: headless machines, and tests.
  Keychain NONE =
      new Keychain() {
        @Override
        public Optional<char[]> get(String name) {
          return Optional.empty();
        }

        @Override
        public boolean put(String name, char[] secret) {
          return false;
        }

        @Override
        public void remove(String name) {}
      };
}
