package org.postroom.composition;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that the bytes of a message could be read as, by brute force and without any notion
/// of headers and parts: as they stand, unfolded, with quoted-printable, base64, encoded words and
/// percent signs decoded wherever they might be.
final class RawReading {
  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([BQ])\\?([^?]*)\\?=");
  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4}|\r\n){2,}[A-Za-z0-9+/]*");

  private RawReading() {}

  static List<String> of(byte[] bytes) {
    String wire = new String(bytes, StandardCharsets.UTF_8);
    List<String> readings = new ArrayList<>();
    readings.add(wire);
    readings.add(wire.replaceAll("\r\n[ \t]", ""));
    readings.add(escaped(wire.replace("=\r\n", ""), '='));
    readings.add(escaped(wire.replaceAll("\r\n [^*]*\\*[0-9]\\*=", ""), '%'));
    Matcher word = WORD.matcher(wire.replaceAll("\\?=\r\n =\\?", "?==?"));
    StringBuilder words = new StringBuilder();
    while (word.find()) {
      words.append(
          word.group(1).equals("B")
              ? new String(Base64.getDecoder().decode(word.group(2)), StandardCharsets.UTF_8)
              : escaped(word.group(2).replace('_', ' '), '='));
    }
    readings.add(words.toString());
    Matcher base64 = BASE64.matcher(wire);
    while (base64.find()) {
      readings.add(new String(decoded(base64.group()), StandardCharsets.UTF_8));
    }
    return readings;
  }

  private static byte[] decoded(String base64) {
    String digits = base64.replace("\r\n", "");
    return Base64.getDecoder().decode(digits.substring(0, digits.length() / 4 * 4));
  }

  private static String escaped(String text, char sign) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < utf8.length; i++) {
      int high = utf8[i] == sign && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(utf8[i + 2], 16);
      octets.write(low < 0 ? utf8[i] : high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return octets.toString(StandardCharsets.UTF_8);
  }
}
