package org.postroom.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.postroom.engine.SeenLists;
import org.postroom.message.Kind;

/// Where a list came from, as lines for a person.
final class SeenListLines {
  private SeenListLines() {}

  /// One line: file and sheet, who imported it when, and why these people may be written to.
  static String line(SeenLists.SeenList list) {
    String sheet = list.sheet();
    String who = list.importedBy().isEmpty() ? CliTexts.text("lists.unknown") : list.importedBy();
    return CliTexts.text(
        sheet == null ? "lists.origin" : "lists.origin-sheet",
        list.fileName(),
        sheet == null ? "" : sheet,
        day(list.firstImported()),
        who,
        list.basis().isEmpty() ? CliTexts.text("lists.no-basis") : list.basis());
  }

  /// What it holds and what it was last used for.
  static String more(SeenLists.SeenList list) {
    return CliTexts.text(
        "lists.more",
        list.people(),
        list.leftOut(),
        day(list.lastImported()),
        list.lastUse().map(SeenListLines::use).orElse(CliTexts.text("lists.never-used")),
        list.sha256());
  }

  private static String use(SeenLists.Use use) {
    String key = use.kind() == Kind.NEWSLETTER ? "lists.used-newsletter" : "lists.used";
    return CliTexts.text(key, day(use.at()), use.name(), use.sender());
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
