package org.postroom.recipients;

import java.util.Set;
import java.util.regex.Pattern;

/// Which mailboxes stand for many people: everyone@, all@, choir-list@. One letter to them reaches
/// thousands, and so does an answer that they get.
public final class GroupAddress {
  private static final Set<String> GROUPS =
      Set.of(
          "all",
          "everyone",
          "everybody",
          "allstaff",
          "all-staff",
          "staff-all",
          "all.staff",
          "alle",
          "an-alle",
          "tous",
          "todos",
          "tutti",
          "iedereen",
          "list",
          "lists",
          "mailinglist");
  private static final Pattern GROUP =
      Pattern.compile(".*-(?:list|all|everyone|members|subscribers)|(?:list|all)-.*");

  private GroupAddress() {}

  /// @param local a local part in small letters
  public static boolean isGroup(String local) {
    // Most addresses have no hyphen, and need no pattern.
    return GROUPS.contains(local) || (local.indexOf('-') >= 0 && GROUP.matcher(local).matches());
  }
}
