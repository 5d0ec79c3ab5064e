package org.postroom.ui.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ImapServer;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Postroom.Decision;
import org.postroom.engine.Problem;
import org.postroom.engine.Report;
import org.postroom.engine.Report.PersonOutcome;
import org.postroom.engine.SentLook;
import org.postroom.engine.Through;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// The report as the window shows it: a filter, a search, and decisions. It has no nodes.
public final class ReportModel {
  /// The least length of a reason.
  public static final int LEAST_REASON = 10;

  private final Postroom engine;
  private final Tasks tasks;
  private final MailshotModel mailshot;
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable SentLook> look = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper(false);

  /// Which people are shown.
  public enum Filter {
    ALL,
    ACCEPTED,
    WAITING,
    REFUSED,
    IN_DOUBT,
    NOT_YET
  }

  public ReportModel(Postroom engine, Tasks tasks, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.mailshot = mailshot;
  }

  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /// Why a decision was not taken, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The people whom filter and search leave.
  public List<PersonOutcome> shown() {
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    return all().stream()
        .filter(each -> filter.get() == Filter.ALL || filter.get() == filter(each))
        .filter(
            each -> (each.name() + " " + each.address()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  public List<PersonOutcome> inDoubt() {
    return all().stream().filter(each -> filter(each) == Filter.IN_DOUBT).toList();
  }

  public int count(Filter which) {
    return which == Filter.ALL
        ? all().size()
        : (int) all().stream().filter(each -> filter(each) == which).count();
  }

  /// Settles letters that are in doubt.
  ///
  /// @return false where the reason is too short to be one
  public boolean decide(List<PersonOutcome> people, Decision decision, String reason) {
    if (reason.strip().length() < LEAST_REASON) {
      return false;
    }
    boolean practice = mailshot.practice();
    MailshotFile file = mailshot.file();
    tasks
        .act(
            _ -> {
              for (PersonOutcome person : people) {
                engine.decide(file, practice, person.address(), decision, reason.strip());
              }
            })
        .onSuccess(_ -> problem.set(null))
        .onProblem(problem::set)
        .onEnd(mailshot::refreshReport)
        .start();
    return true;
  }

  /// What was found in the folder of sent mail when it was looked into last, or null.
  public ReadOnlyObjectProperty<@Nullable SentLook> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /// True while it is being looked into.
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /// True where there is a mailbox behind the account that it left through.
  public boolean mayLook() {
    return mailshot.throughProperty().get() instanceof Through.Server server
        && server.user() != null;
  }

  /// Looks into the folder of sent mail.
  ///
  /// @param which asked for the mailbox's server where it is not known; it calls
  ///   [#look(ImapServer)]
  public void look(Runnable which) {
    if (mailshot.throughProperty().get() instanceof Through.Server account) {
      tasks
          .work(_ -> engine.imapFor(account))
          .onSuccess(known -> known.ifPresentOrElse(this::look, which))
          .onProblem(problem::set)
          .start();
    }
  }

  /// Looks there. It decides nothing.
  public void look(ImapServer server) {
    if (looking.get() || !(mailshot.throughProperty().get() instanceof Through.Server account)) {
      return;
    }
    MailshotFile file = mailshot.file();
    looking.set(true);
    tasks
        .work(_ -> engine.lookInSent(file, account, server))
        .onSuccess(
            found -> {
              problem.set(null);
              look.set(found);
            })
        .onProblem(problem::set)
        .onEnd(() -> looking.set(false))
        .start();
  }

  /// Shows why something was not done.
  void problem(Problem why) {
    problem.set(why);
  }

  private List<PersonOutcome> all() {
    Report report = mailshot.reportProperty().get();
    return report == null ? List.of() : report.letters();
  }

  /// Under which filter a person stands.
  static Filter filter(PersonOutcome person) {
    return switch (Objects.requireNonNull(person).state()) {
      case ACCEPTED -> Filter.ACCEPTED;
      case DEFERRED -> Filter.WAITING;
      case REFUSED -> Filter.REFUSED;
      case COMMITTING, IN_DOUBT -> Filter.IN_DOUBT;
      case PLANNED, CLAIMED, WITHDRAWN -> Filter.NOT_YET;
    };
  }
}
