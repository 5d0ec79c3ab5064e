package org.postroom.richtext;

import java.util.regex.Pattern;

/// Where a link of a letter may lead (rule V4): the web, a mailbox, a telephone, or what a field
/// says, which is looked at again when a letter is made.
public final class Links {
  private static final Pattern ALLOWED =
      Pattern.compile("(?i)(?:https?://|mailto:|tel:)\\S.*|\\{\\{[^{}#^/].*");

  private Links() {}

  public static boolean allowed(String target) {
    return ALLOWED.matcher(target).matches()
        && target.equals(target.strip())
        && target.chars().noneMatch(c -> Character.isISOControl(c) || Tokens.isReserved((char) c));
  }
}
