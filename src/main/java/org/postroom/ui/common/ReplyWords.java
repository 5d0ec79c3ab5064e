package org.postroom.ui.common;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a server's reply means, in plain words. Told by its enhanced status code (RFC 3463) alone:
/// the words behind it differ from server to server, and are shown as they are beside these.
public final class ReplyWords {
  private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.(\\d{1,3}\\.\\d{1,3})\\b");

  private final Texts texts;

  public ReplyWords(Texts texts) {
    this.texts = texts;
  }

  /// @param reply as the report has it, or null
  /// @param refused true for refused, false for waiting
  public String of(@Nullable String reply, boolean refused) {
    Matcher code = ENHANCED.matcher(reply == null ? "" : reply);
    String key =
        !code.find()
            ? "other"
            : switch (code.group(1)) {
              case "1.1", "1.2", "1.3", "1.6", "1.10" -> "no-mailbox";
              case "2.1" -> "closed";
              case "2.2" -> "full";
              case "2.3", "3.4" -> "too-big";
              case "6.7" -> "characters";
              default -> code.group(1).startsWith("7.") ? "rule" : "other";
            };
    return texts.get("reply." + key + (refused ? "" : ".waiting"));
  }
}
