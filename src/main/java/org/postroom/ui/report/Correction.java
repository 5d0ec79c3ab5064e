package org.postroom.ui.report;

import java.util.List;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.Counts;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;

/// A correction: a new mailshot from the same sender to those who have the first or may have it. It
/// goes through the same review and hold; its text is the person's to write.
final class Correction {
  /// The list's name in the new mailshot's folder.
  static final String LIST = "those-who-got-it.csv";

  private Correction() {}

  /// The report with only those who have it or may have it.
  static Report reached(Report report) {
    List<PersonOutcome> people =
        report.letters().stream()
            .filter(
                person ->
                    switch (ReportModel.filter(person)) {
                      case ACCEPTED, IN_DOUBT -> true;
                      case ALL, WAITING, REFUSED, NOT_YET -> false;
                    })
            .toList();
    int doubt =
        (int)
            people.stream()
                .filter(person -> ReportModel.filter(person) == ReportModel.Filter.IN_DOUBT)
                .count();
    return new Report(
        report.mailshot(),
        report.name(),
        report.revision(),
        report.practice(),
        new Counts(people.size(), people.size() - doubt, 0, 0, doubt, 0, 0),
        report.leftOut(),
        people,
        report.acknowledgements(),
        report.headHash());
  }

  /// @param made the new, empty document
  /// @param first the one that is corrected
  static MailshotDocument of(MailshotDocument made, MailshotDocument first, String name) {
    return new DocumentEdit(made)
        .name(name)
        .kind(first.kind())
        .from(first.from())
        .replyTo(first.replyTo())
        .unsubscribeMailto(first.unsubscribeMailto())
        .postalAddress(first.postalAddress())
        .subject(name)
        .recipients(
            new RecipientsEdit(Recipients.none())
                .file(LIST)
                .addressColumn("address")
                .nameColumn("name")
                .basis(first.recipients().basis())
                .recipients())
        .document();
  }
}
