package org.postroom.address;

import java.util.regex.Pattern;

/// Takes every address out of a text that is for somebody else's eyes, such as a log: what looks
/// like one is one, because a text that hides too much does less harm than one that shows too much.
public final class AddressMask {
  /// A run of letters is looked at once, from its beginning.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|(?<![^\\s<>\"(),;:])[^\\s<>\"(),;:]+)"
              + "@([^\\s<>\"'(),;:]+)");

  private AddressMask() {}

  /// Nothing of the address stays.
  public static String whole(String text) {
    return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("…@…");
  }

  /// The domain stays, which whoever helps needs.
  public static String butTheDomain(String text) {
    return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("…@$1");
  }
}
