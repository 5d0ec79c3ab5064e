package org.postroom.dispatch;

/// A server's reply (RFC 5321 section 4.2), or our own words where there was none.
///
/// @param phase what it answers
/// @param code the three digits, or 0 where there was no reply
/// @param enhanced the enhanced status code (RFC 3463), such as `5.1.1`, or empty
/// @param text the words, one line, without secrets
public record Reply(Phase phase, int code, String enhanced, String text) {
  public static Reply local(String text) {
    return new Reply(Phase.LOCAL, 0, "", text);
  }

  /// As it is shown: code, enhanced code, text.
  public String shown() {
    String head = code == 0 ? "" : code + " ";
    return (head + (enhanced.isEmpty() ? "" : enhanced + " ") + text).strip();
  }
}
