package org.postroom.engine;

/// What came of saving an account.
public enum AccountSaved {
  SAVED,
  /// There is no keychain that keeps the password and no passphrase was given: nothing was saved.
  PASSPHRASE_NEEDED
}
