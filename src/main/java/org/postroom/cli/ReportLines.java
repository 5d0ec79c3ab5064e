package org.postroom.cli;

import java.io.PrintWriter;
import org.postroom.dispatch.LetterState;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;

/// A report as lines for a person: the counts, then everybody whose letter was not simply accepted.
final class ReportLines {
  private static final int MOST = 20;

  private ReportLines() {}

  static void print(PrintWriter to, Report report, boolean everybody) {
    Counts counts = report.counts();
    if (report.practice()) {
      to.println(CliTexts.text("report.practice"));
    }
    to.println(CliTexts.text("report.title", report.name(), counts.accepted(), counts.planned()));
    line(to, "report.accepted", counts.accepted(), true);
    line(to, "report.deferred", counts.deferred(), false);
    line(to, "report.refused", counts.refused(), false);
    line(to, "report.in-doubt", counts.inDoubt(), false);
    line(to, "report.not-yet-sent", counts.notYetSent(), false);
    line(to, "report.withdrawn", counts.withdrawn(), false);
    line(to, "report.left-out", report.leftOut(), false);
    people(to, report, everybody);
    to.flush();
  }

  private static void line(PrintWriter to, String key, int number, boolean always) {
    if (always || number > 0) {
      to.println(CliTexts.text(key, number));
    }
  }

  private static void people(PrintWriter to, Report report, boolean everybody) {
    int shown = 0;
    int more = 0;
    for (Report.PersonOutcome person : report.letters()) {
      if (!everybody && !isNews(person.state())) {
        continue;
      }
      if (!everybody && shown == MOST) {
        more++;
        continue;
      }
      shown++;
      String reply = person.reply();
      to.println(
          CliTexts.text(
              "report.person",
              Integer.toString(person.row()),
              person.address(),
              person.state().code(),
              reply == null ? "" : reply));
    }
    if (more > 0) {
      to.println(CliTexts.text("report.more", more));
    }
  }

  private static boolean isNews(LetterState state) {
    return switch (state) {
      case REFUSED, IN_DOUBT, COMMITTING, DEFERRED -> true;
      case ACCEPTED, PLANNED, CLAIMED, WITHDRAWN -> false;
    };
  }
}
