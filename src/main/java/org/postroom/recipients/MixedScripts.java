package org.postroom.recipients;

import java.net.IDN;
import java.util.EnumSet;
import java.util.Set;

/// Domains with a label that mixes alphabets, as look-alikes do (Unicode Technical Standard 39,
/// section 5), Latin beside Cyrillic or Greek, for example; or that is written in another alphabet
/// and looks Latin.
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

  /// Small Cyrillic and Greek letters that most fonts draw like a Latin one.
  private static final String LIKE_LATIN = "аеорсухіјѕԁһӏԛԝονιαυρκ";

  private MixedScripts() {}

  /// A label of another alphabet in which each letter looks like a Latin one, under an end that is
  /// Latin: whoever reads it reads another domain (UTS 39, section 4, whole-script confusables).
  private static boolean looksLatin(String label) {
    return label.codePoints().anyMatch(Character::isLetter)
        && label
            .codePoints()
            .filter(Character::isLetter)
            .allMatch(letter -> LIKE_LATIN.indexOf(letter) >= 0);
  }

  /// @param domain as A-labels
  static boolean isOne(String domain) {
    if (!domain.contains("xn--")) {
      return false;
    }
    boolean latinEnd = !domain.substring(domain.lastIndexOf('.') + 1).startsWith("xn--");
    // The platform's tables are those of Unicode 3.2; newer letters are letters too.
    for (String label : IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED).split("\\.", -1)) {
      if (latinEnd && looksLatin(label)) {
        return true;
      }
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
