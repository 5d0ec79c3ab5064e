package org.postroom.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Place;

/// Findings as lines for a person.
final class FindingLines {
  private static final FindingTexts TEXTS = new FindingTexts(CliTexts.LOCALE);

  private FindingLines() {}

  static void print(PrintWriter to, Iterable<Finding> findings, @Nullable Judgement judgement) {
    for (Finding found : findings) {
      String reason = judgement == null ? null : judgement.reason(found);
      String key =
          reason == null
              ? "finding." + found.severity().name().toLowerCase(java.util.Locale.ROOT)
              : "finding.acknowledged";
      to.println(CliTexts.text(key, found.id(), place(found), TEXTS.message(found)));
      if (reason != null) {
        to.println(CliTexts.text("finding.reason", reason));
      }
    }
    to.flush();
  }

  private static String place(Finding found) {
    Place where = found.where();
    StringBuilder text = new StringBuilder();
    if (where.row() != null) {
      text.append(CliTexts.text("finding.row", where.row()));
    } else if (where.part() != null) {
      text.append(where.part());
    }
    if (found.count() > 1) {
      text.append(text.isEmpty() ? "" : ", ").append(CliTexts.text("finding.count", found.count()));
    }
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
