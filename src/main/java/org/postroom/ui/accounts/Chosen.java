package org.postroom.ui.accounts;

import org.postroom.engine.Account;

/// Which account is shown at the right.
sealed interface Chosen {
  /// One that is being added.
  record Added() implements Chosen {}

  record Kept(Account account) implements Chosen {}

  record Practice() implements Chosen {}
}
