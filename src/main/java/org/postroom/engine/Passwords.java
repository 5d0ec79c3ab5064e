package org.postroom.engine;

import java.util.Optional;

/// Where passwords come from beside the platform's keychain: before it ([#given]) and after it
/// ([#passphrase], [#ask]). Callers own the array and blank it. Called where it may block.
public interface Passwords {
  /// Given with the start of the program, for example in the environment.
  Optional<char[]> given(Through.Server server);

  /// Asked of the person who sits there, where there is one.
  Optional<char[]> ask(Through.Server server);

  /// The passphrase that opens the file with the password of this server.
  ///
  /// @param again true where the one before did not open it
  Optional<char[]> passphrase(Through.Server server, boolean again);

  Passwords NONE =
      new Passwords() {
        @Override
        public Optional<char[]> given(Through.Server server) {
          return Optional.empty();
        }

        @Override
        public Optional<char[]> ask(Through.Server server) {
          return Optional.empty();
        }

        @Override
        public Optional<char[]> passphrase(Through.Server server, boolean again) {
          return Optional.empty();
        }
      };
}
