package org.postroom.recipients;

import java.net.IDN;
import java.util.EnumSet;
import java.util.Set;

/// Domains with a label that mixes alphabets, as look-alikes do (Unicode Technical Standard 39,
/// section 5): Latin beside Cyrillic or Greek, for example.
final class MixedScripts {
  /// Scripts that are written together in Chinese, Japanese and Korean.
  private static final Set<Character.UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.LATIN);

  private MixedScripts() {}

  /// @param domain as A-labels
  static boolean isOne(String domain) {
    if (!domain.contains("xn--")) {
      return false;
    }
    for (String label : IDN.toUnicode(domain).split("\\.", -1)) {
      Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
      label
          .codePoints()
          .mapToObj(Character.UnicodeScript::of)
          .filter(
              script ->
                  script != Character.UnicodeScript.COMMON
                      && script != Character.UnicodeScript.INHERITED)
          .forEach(scripts::add);
      if (scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts)) {
        return true;
      }
    }
    return false;
  }
}
