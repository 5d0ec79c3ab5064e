package org.postroom.cli;

import java.util.Optional;
import org.postroom.engine.Passwords;
import org.postroom.engine.Through;

/// `POSTROOM_SMTP_PASSWORD`, or a prompt on a terminal; for the file that a passphrase opens
/// `POSTROOM_PASSPHRASE`, or a prompt.
record EnvironmentPasswords(Surroundings around) implements Passwords {
  static final String VARIABLE = "POSTROOM_SMTP_PASSWORD";
  static final String PASSPHRASE = "POSTROOM_PASSPHRASE";

  @Override
  public Optional<char[]> given(Through.Server server) {
    return Optional.ofNullable(around.environment().get(VARIABLE)).map(String::toCharArray);
  }

  @Override
  public Optional<char[]> ask(Through.Server server) {
    return around
        .password()
        .apply(CliTexts.text("password.prompt", String.valueOf(server.user()), server.host()));
  }

  @Override
  public Optional<char[]> passphrase(Through.Server server, boolean again) {
    String given = around.environment().get(PASSPHRASE);
    if (given != null) {
      // The same words would not open it the second time either.
      return again ? Optional.empty() : Optional.of(given.toCharArray());
    }
    return around
        .password()
        .apply(
            CliTexts.text(
                again ? "passphrase.again" : "passphrase.prompt",
                String.valueOf(server.user()),
                server.host()));
  }
}
