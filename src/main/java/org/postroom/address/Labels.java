package org.postroom.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The part after the `@`: a domain of at least two labels, written as A-labels (RFC 5890) in lower
/// case. What IDNA2003 would turn into another domain (ß, ς) keeps its own letters, as RFC 5891 has
/// it. Characters with compatibility forms (full-width letters and dots) are refused.
final class Labels {
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_DOMAIN = 253;

  private Labels() {}

  /// The domain as A-labels, or null where it is not one: an IP literal or number, a single label,
  /// a trailing dot, letters that no domain has.
  static @Nullable String read(String text) {
    return Ascii.is(text) ? ascii(Ascii.lower(text)) : international(text);
  }

  static @Nullable String ascii(String lower) {
    if (lower.length() > LONGEST_DOMAIN) {
      return null;
    }
    int labels = 0;
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i == lower.length() || lower.charAt(i) == '.') {
        if (!isLabel(lower, start, i)) {
          return null;
        }
        labels++;
        start = i + 1;
      }
    }
    String top = lower.substring(lower.lastIndexOf('.') + 1);
    return labels < 2 || top.length() < 2 || isNumber(top) ? null : lower;
  }

  private static boolean isLabel(String lower, int start, int end) {
    if (start == end
        || end - start > LONGEST_LABEL
        || lower.charAt(start) == '-'
        || lower.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!allowed(lower.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) < '0' || label.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  static @Nullable String international(String text) {
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    if (!Normalizer.isNormalized(lower, Normalizer.Form.NFKC)) {
      return null;
    }
    String[] labels = lower.split("\\.", -1);
    StringJoiner domain = new StringJoiner(".");
    for (String label : labels) {
      String ascii = label(label);
      if (ascii == null) {
        return null;
      }
      domain.add(ascii);
    }
    String top = labels[labels.length - 1];
    boolean wrong =
        labels.length < 2 || top.length() < 2 || isNumber(top) || domain.length() > LONGEST_DOMAIN;
    return wrong ? null : domain.toString();
  }

  private static @Nullable String label(String label) {
    boolean hyphens = label.startsWith("-") || label.endsWith("-");
    if (label.isEmpty() || hyphens || !label.codePoints().allMatch(Labels::allowed)) {
      return null;
    }
    boolean plain = label.chars().allMatch(c -> c < 128);
    if (!plain && (isMark(label.codePointAt(0)) || label.startsWith("--", 2))) {
      return null;
    }
    String ascii = plain ? label : "xn--" + Punycode.encode(label);
    return ascii.length() > LONGEST_LABEL ? null : ascii;
  }

  private static boolean allowed(int c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
        : Character.isLetterOrDigit(c) || isMark(c);
  }

  static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }
}
