package org.postroom.ui.common;

import java.util.List;
import java.util.function.Consumer;
import org.postroom.dispatch.LetterState;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.Counts;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.engine.Through;

/// A correction: a new mailshot from the same sender to those who have the first or may have it. It
/// goes through the same review and hold; its text is the person's to write.
public final class Correction {
  /// The list's name in the new mailshot's folder.
  private static final String LIST = "those-who-got-it.csv";

  private Correction() {}

  /// Whether it is offered: practice letters reached nobody who could be told, but a drill is there
  /// to try it.
  ///
  /// @param counts of what was sent
  public static boolean offered(UiContext context, MailshotModel mailshot, Counts counts) {
    return people(counts) > 0 && (!mailshot.practice() || context.sandbox());
  }

  /// How many would get it.
  public static int people(Counts counts) {
    return counts.accepted() + counts.inDoubt();
  }

  /// Makes it, and opens its message.
  ///
  /// @param report of the mailshot that is corrected
  public static void write(
      UiContext context, MailshotModel mailshot, Report report, Consumer<Problem> onProblem) {
    MailshotDocument first = mailshot.document();
    Through through = mailshot.throughProperty().get();
    String name = context.texts().get("report.correct.name", first.name());
    context
        .tasks()
        .work(
            _ -> {
              MailshotFile file = context.engine().create(name);
              context.engine().exportReport(reached(report), file.folder().resolve(LIST));
              return context.engine().save(file.with(of(file.document(), first, name)));
            })
        .onSuccess(file -> context.navigator().open(file, through, Step.MESSAGE))
        .onProblem(onProblem)
        .start();
  }

  /// The report with only those who have it or may have it.
  private static Report reached(Report report) {
    List<PersonOutcome> people =
        report.letters().stream()
            .filter(
                person ->
                    switch (person.state()) {
                      case ACCEPTED, IN_DOUBT, COMMITTING -> true;
                      case PLANNED, CLAIMED, DEFERRED, REFUSED, WITHDRAWN -> false;
                    })
            .toList();
    int accepted =
        (int) people.stream().filter(each -> each.state() == LetterState.ACCEPTED).count();
    return new Report(
        report.mailshot(),
        report.name(),
        report.revision(),
        report.practice(),
        new Counts(people.size(), accepted, 0, 0, people.size() - accepted, 0, 0),
        report.leftOut(),
        people,
        report.acknowledgements(),
        report.headHash());
  }

  /// @param made the new, empty document
  /// @param first the one that is corrected
  private static MailshotDocument of(MailshotDocument made, MailshotDocument first, String name) {
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
