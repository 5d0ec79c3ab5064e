package org.postroom.recipients;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Names and addresses as short keys, which are the same where an address is made of a name: both
/// names (`ann|smith`), a name and the other's initial (`a+smith`), or one long name (`smith`).
/// Accents and the ways to write umlauts make no difference; other alphabets have no keys.
final class NameKeys {
  private static final int MOST_WORDS = 5;
  private static final int MOST_SEGMENTS = 4;
  private static final int LONG = 4;
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "rev", "herr", "frau", "mme", "mlle",
          "sig", "sra", "und", "and", "van", "von", "den", "der", "del", "della");

  private NameKeys() {}

  /// The words of a name, in lower case and plain letters.
  static List<String> words(String name) {
    List<String> words = new ArrayList<>(3);
    for (String word : split(name.replace("'", "").replace("’", ""))) {
      if (word.length() > 1 && !TITLES.contains(word) && words.size() < MOST_WORDS) {
        words.add(word);
      }
    }
    return words;
  }

  static Set<String> ofName(List<String> words) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      single(words.get(i), keys::add);
      for (int k = i + 1; k < words.size(); k++) {
        pair(words.get(i), words.get(k), keys::add);
        pair(words.get(i).substring(0, 1), words.get(k), keys::add);
        pair(words.get(i), words.get(k).substring(0, 1), keys::add);
      }
    }
    return keys;
  }

  /// @param local the part before the @
  static void ofAddress(String local, Consumer<String> keys) {
    List<String> parts = split(local);
    int count = Math.min(MOST_SEGMENTS, parts.size());
    for (int i = 0; i < count; i++) {
      String part = parts.get(i);
      single(part, keys);
      for (int cut = 1; cut < part.length(); cut++) {
        String start = part.substring(0, cut);
        String end = part.substring(cut);
        single(start, keys);
        single(end, keys);
        pair(start, end, keys);
      }
      for (int k = i + 1; k < count; k++) {
        pair(part, parts.get(k), keys);
      }
    }
  }

  /// True for a key that two names, or a name and an initial, are in.
  static boolean isStrong(String key) {
    return key.indexOf('|') > 0 || key.indexOf('+') > 0;
  }

  /// Whether an address may well be made of a name, with a generous eye: a part of the name stands
  /// anywhere in it, or it begins as a name does, or it is the initials.
  static boolean mayBelong(List<String> words, String address) {
    int at = address.lastIndexOf('@');
    String all = String.join("", split(address));
    List<String> parts = split(address.substring(0, Math.max(0, at)));
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      initials.append(word.charAt(0));
      if ((word.length() > 2 && all.contains(word))
          || parts.stream().anyMatch(part -> part.length() > 2 && word.startsWith(part))) {
        return true;
      }
    }
    return initials.length() > 1 && parts.stream().anyMatch(part -> part.contentEquals(initials));
  }

  /// Of an address that is made of one of these first names, or its initial, and a surname: the
  /// surname, where it is one of `surnames`; otherwise null.
  static @Nullable String otherSurname(
      List<String> firstNames, String address, Set<String> surnames) {
    @Nullable String[] found = new @Nullable String[1];
    ofAddress(
        address.substring(0, Math.max(0, address.lastIndexOf('@'))),
        key -> {
          int between = Math.max(key.indexOf('|'), key.indexOf('+'));
          if (between > 0) {
            String one = key.substring(0, between);
            String other = key.substring(between + 1);
            for (String first : firstNames) {
              if ((one.equals(first) || (first.startsWith(one) && one.length() == 1))
                  && surnames.contains(other)) {
                found[0] = other;
              } else if (other.equals(first) && surnames.contains(one)) {
                found[0] = one;
              }
            }
          }
        });
    return found[0];
  }

  private static void single(String word, Consumer<String> keys) {
    if (word.length() >= LONG) {
      keys.accept(word);
    }
  }

  /// In the order of the alphabet, since both orders are usual.
  private static void pair(String one, String other, Consumer<String> keys) {
    if (one.length() + other.length() < LONG) {
      return;
    }
    if (one.length() == 1 || other.length() == 1) {
      boolean first = one.length() == 1;
      keys.accept((first ? one : other) + "+" + (first ? other : one));
    } else {
      keys.accept(one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one);
    }
  }

  private static List<String> split(String text) {
    String plain = plain(text);
    List<String> words = new ArrayList<>(3);
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      boolean letter = i < plain.length() && plain.charAt(i) >= 'a' && plain.charAt(i) <= 'z';
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(umlauts(plain.substring(start, i)));
        start = -1;
      }
    }
    return words;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int ascii = 0;
    while (ascii < lower.length() && lower.charAt(ascii) < 0x80) {
      ascii++;
    }
    if (ascii == lower.length()) {
      return lower;
    }
    StringBuilder plain = new StringBuilder(lower.length() + 2);
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'ß' -> plain.append("ss");
        case 'ø', 'œ' -> plain.append('o');
        case 'æ' -> plain.append('a');
        case 'ł' -> plain.append('l');
        case 'đ', 'ð' -> plain.append('d');
        case 'þ' -> plain.append("th");
        case 'ı' -> plain.append('i');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }

  /// `mueller` and `muller` are one.
  private static String umlauts(String word) {
    return word.indexOf('e') < 0
        ? word
        : word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }
}
