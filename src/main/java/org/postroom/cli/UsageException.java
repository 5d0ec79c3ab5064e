package org.postroom.cli;

/// The command line itself is wrong: exit code 2.
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String key, Object... args) {
    super(CliTexts.text(key, args));
  }
}
