package org.postroom.finding;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sentences for findings, from the bundle `findings.properties`: `<id>.title` and `<id>.why`,
/// both `MessageFormat` patterns. `{0}` to `{6}` are the finding's args in order, `{7}` its quote,
/// `{8}` its count, `{9}` its place in words, `{10}` its row, `{11}` its address. It never throws:
/// an id without texts reads as its id with a general sentence, and a place without a value reads
/// as "…". Where the finding blocks and has a `<id>.why.block`, that one is used.
public final class FindingTexts {
  private static final int ARGS = 7;

  private final ResourceBundle bundle;
  private final Locale locale;

  public FindingTexts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.postroom.finding.findings", locale);
  }

  /// What it is, in a few words.
  public String title(Finding finding) {
    return has(finding.id()) ? text(finding, ".title") : finding.id();
  }

  /// Why it matters and what to do, one or two sentences.
  public String why(Finding finding) {
    if (!has(finding.id())) {
      return bundle.getString("unknown.why");
    }
    boolean own =
        finding.severity() == Severity.BLOCK && bundle.containsKey(finding.id() + ".why.block");
    return text(finding, own ? ".why.block" : ".why");
  }

  /// Title and reason in one line, as the command line prints it.
  public String message(Finding finding) {
    return title(finding) + ". " + why(finding);
  }

  /// Where it stands, in words: "the text", "the file “programme.pdf”".
  public String place(@Nullable String part) {
    if (part == null) {
      return bundle.getString("place.other");
    }
    int colon = part.indexOf(':');
    String key = "place." + (colon < 0 ? part : part.substring(0, colon));
    String name = part.substring(colon + 1);
    return bundle.containsKey(key)
        ? new MessageFormat(bundle.getString(key), locale).format(new Object[] {name})
        : bundle.getString("place.other");
  }

  private String word(String key) {
    return bundle.containsKey("word." + key) ? bundle.getString("word." + key) : key;
  }

  private static Object shown(@Nullable Object value) {
    return value == null ? "…" : value.toString();
  }

  /// The name of a check that found nothing, for the list of what was looked at.
  public String checked(String id) {
    String key = id + ".checked";
    return bundle.containsKey(key) ? bundle.getString(key) : id;
  }

  /// True where both texts exist.
  public boolean has(String id) {
    return bundle.containsKey(id + ".title") && bundle.containsKey(id + ".why");
  }

  /// Every key of the bundle, for the test that compares it with the ids.
  Set<String> keys() {
    return bundle.keySet();
  }

  private String text(Finding finding, String suffix) {
    String note = finding.id() + ".note" + suffix;
    boolean ofItsOwn = finding.severity() == Severity.NOTE && bundle.containsKey(note);
    String pattern = bundle.getString(ofItsOwn ? note : finding.id() + suffix);
    Object[] values = new Object[12];
    Arrays.fill(values, "…");
    for (int i = 0; i < Math.min(ARGS, finding.args().size()); i++) {
      values[i] =
          finding.args().get(i) instanceof Word(String key) ? word(key) : finding.args().get(i);
    }
    values[7] = finding.quote();
    values[8] = finding.count();
    values[9] = place(finding.where().part());
    values[10] = shown(finding.where().row());
    values[11] = shown(finding.where().address());
    try {
      String text = new MessageFormat(pattern, locale).format(values);
      // A sentence that begins with its place ("the text holds …") begins with a capital.
      return pattern.startsWith("{9}")
          ? text.substring(0, 1).toUpperCase(locale) + text.substring(1)
          : text;
    } catch (IllegalArgumentException e) {
      // A number format over the "…" that stands for a missing value.
      return finding.id();
    }
  }
}
