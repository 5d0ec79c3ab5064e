package org.postroom.finding;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences for findings, from the bundle `findings.properties`: `<id>.title` and `<id>.why`
/// (both `MessageFormat` patterns over the finding's args; `{0}` … in order).
public final class FindingTexts {
  private final ResourceBundle bundle;
  private final Locale locale;

  public FindingTexts(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("org.postroom.finding.findings", locale);
  }

  /// What it is, in a few words.
  public String title(Finding finding) {
    return text(finding, ".title");
  }

  /// Why it matters and what to do, one or two sentences.
  public String why(Finding finding) {
    return text(finding, ".why");
  }

  /// Title and reason in one line, as the command line prints it.
  public String message(Finding finding) {
    return title(finding) + ". " + why(finding);
  }

  private String text(Finding finding, String suffix) {
    return new MessageFormat(bundle.getString(finding.id() + suffix), locale)
        .format(finding.args().toArray());
  }
}
