package org.postroom.cli;

import java.util.Optional;
import org.postroom.engine.Passwords;
import org.postroom.engine.Through;

/// `POSTROOM_SMTP_PASSWORD`, or a prompt on a terminal.
record EnvironmentPasswords(Surroundings around) implements Passwords {
  static final String VARIABLE = "POSTROOM_SMTP_PASSWORD";

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
}
