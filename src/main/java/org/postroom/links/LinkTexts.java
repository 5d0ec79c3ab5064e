package org.postroom.links;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What came of links in words, for the window and the command line alike.
public final class LinkTexts {
  private final ResourceBundle bundle;
  private final Locale locale;

  public LinkTexts(Locale locale) {
    this.bundle = ResourceBundle.getBundle("org.postroom.links.links", locale);
    this.locale = locale;
  }

  /// A sentence about the link, which it does not repeat.
  public String answer(TriedLink tried) {
    return switch (tried.answer()) {
      case LinkAnswer.There _ -> text("there");
      case LinkAnswer.Moved(URI to) ->
          text(Hosts.same(tried.link(), to) ? "moved" : "moved-away", to, to.getHost());
      case LinkAnswer.NotThere(int code) -> text(code == 410 ? "gone" : "not-there", code(code));
      case LinkAnswer.Refused(int code) -> text("refused", code(code));
      case LinkAnswer.NoSuchHost(String host) -> text("no-such-host", host);
      case LinkAnswer.TooSlow _ -> text("too-slow");
      case LinkAnswer.NotTrusted(String host) -> text("not-trusted", host);
      case LinkAnswer.NoAnswer(String host) -> text("no-answer", host);
      case LinkAnswer.Astray(String where) -> text("astray", where);
      case LinkAnswer.Endless _ -> text("endless");
    };
  }

  /// One word for programs: it does not change with the language.
  public static String code(TriedLink tried) {
    return switch (tried.answer()) {
      case LinkAnswer.There _ -> "there";
      case LinkAnswer.Moved _ -> "moved";
      case LinkAnswer.NotThere _ -> "not-there";
      case LinkAnswer.Refused _ -> "refused";
      case LinkAnswer.NoSuchHost _ -> "no-such-host";
      case LinkAnswer.TooSlow _ -> "too-slow";
      case LinkAnswer.NotTrusted _ -> "not-trusted";
      case LinkAnswer.NoAnswer _ -> "no-answer";
      case LinkAnswer.Astray _ -> "astray";
      case LinkAnswer.Endless _ -> "endless";
    };
  }

  private static String code(int status) {
    return Integer.toString(status);
  }

  private String text(String key, Object... args) {
    return new MessageFormat(bundle.getString(key), locale).format(args);
  }
}
