package org.postroom.engine;

/// Where the password of an account stands.
public enum PasswordState {
  /// The server is used without signing in.
  NOT_NEEDED,
  /// In the keychain, in the environment, or typed since the program began.
  KEPT,
  /// In a file that a passphrase opens.
  LOCKED,
  MISSING
}
