package org.postroom.ui.accounts;

import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Through;
import org.postroom.ui.common.Texts;

/// How the ways of securing a connection are called where one of them is chosen.
final class SecurityWords extends StringConverter<Through.@Nullable Security> {
  private final Texts texts;

  SecurityWords(Texts texts) {
    this.texts = texts;
  }

  @Override
  public String toString(Through.@Nullable Security kind) {
    return kind == null ? "" : texts.get("accounts.security." + kind.name());
  }

  @Override
  public Through.@Nullable Security fromString(String text) {
    return null; // Chosen, never typed.
  }
}
