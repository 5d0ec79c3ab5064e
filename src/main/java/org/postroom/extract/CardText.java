package org.postroom.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of cards and calendars: lines unfolded (RFC 5545 section 3.1, RFC 6350 section 3.2),
/// then unescaped; of vCard 2.1 quoted-printable is decoded too.
final class CardText {
  private static final Pattern QUOTED =
      Pattern.compile("(?im)^([^:\\r\\n]*QUOTED-PRINTABLE[^:\\r\\n]*:)(.*)$");
  private static final Pattern OCTETS = Pattern.compile("(?:=[0-9A-Fa-f]{2})+");

  private CardText() {}

  static String of(String card) {
    String lines = card.replaceAll("=\\r?\\n|\\r?\\n[ \\t]", "");
    return QUOTED
        .matcher(lines)
        .replaceAll(line -> Matcher.quoteReplacement(line.group(1) + decoded(line.group(2))))
        .replaceAll("\\\\[nN]", "\n")
        .replaceAll("\\\\([,;])", "$1");
  }

  private static String decoded(String value) {
    return OCTETS
        .matcher(value)
        .replaceAll(octets -> Matcher.quoteReplacement(text(octets.group())));
  }

  /// In UTF-8 or, where it cannot be that, in Latin-1.
  private static String text(String quoted) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int at = 0; at < quoted.length(); at += 3) {
      octets.write(Integer.parseInt(quoted, at + 1, at + 3, 16));
    }
    String text = octets.toString(StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : octets.toString(StandardCharsets.ISO_8859_1);
  }
}
