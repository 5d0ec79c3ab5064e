package org.postroom.engine;

import java.util.Optional;

/// Where passwords come from beside the platform's keychain: before it ([#given]) and after it
/// ([#ask]). Callers own the array and blank it.
public interface Passwords {
  /// Given with the start of the program, for example in the environment.
  Optional<char[]> given(Through.Server server);

  /// Asked of the person who sits there, where there is one.
  Optional<char[]> ask(Through.Server server);

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
      };
}
