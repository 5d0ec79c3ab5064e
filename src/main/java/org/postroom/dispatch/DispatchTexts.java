package org.postroom.dispatch;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What people read where the dispatcher itself speaks.
final class DispatchTexts {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("org.postroom.dispatch.dispatch", Locale.UK);

  private DispatchTexts() {}

  static Reply reply(String key, Object... args) {
    return Reply.local(new MessageFormat(TEXTS.getString(key), Locale.UK).format(args));
  }
}
