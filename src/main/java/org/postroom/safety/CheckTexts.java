package org.postroom.safety;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/// What each check looks for and what it cannot see, from the bundle `checks.properties`: the keys
/// are the names of the classes.
public final class CheckTexts {
  private final ResourceBundle bundle;

  public CheckTexts(Locale locale) {
    bundle = ResourceBundle.getBundle("org.postroom.safety.checks", locale);
  }

  /// What `check` looks for, in a sentence or two.
  ///
  /// @throws java.util.MissingResourceException where nobody wrote it
  public String looksFor(SafetyCheck check) {
    return bundle.getString(name(check) + ".looks");
  }

  /// What `check` cannot see.
  ///
  /// @throws java.util.MissingResourceException where nobody wrote it
  public String cannotSee(SafetyCheck check) {
    return bundle.getString(name(check) + ".blind");
  }

  /// The names of the checks that have texts.
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    bundle.keySet().forEach(key -> names.add(key.substring(0, key.indexOf('.'))));
    return names;
  }

  private static String name(SafetyCheck check) {
    return check.getClass().getSimpleName();
  }
}
