package org.postroom.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Account;
import org.postroom.engine.Begun;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.MailshotEntry.State;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Start;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ways;

/// The list of mailshots: what is shown of it, and what the reader is told about it. No nodes.
public final class HomeModel {
  /// What is shown.
  public enum Filter {
    ALL,
    NEEDS_YOU,
    DRAFTS,
    DONE
  }

  private final Postroom engine;
  private final Tasks tasks;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable List<MailshotEntry>> entries =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Account>> accounts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable MailshotEntry> selected = new SimpleObjectProperty<>();

  public HomeModel(Postroom engine, Tasks tasks, Texts texts) {
    this.engine = engine;
    this.tasks = tasks;
    this.texts = texts;
  }

  private record Read(List<MailshotEntry> entries, List<Account> accounts) {}

  /// Reads the list again.
  public void refresh() {
    tasks
        .work(_ -> new Read(engine.mailshots(), engine.accounts()))
        .onSuccess(
            read -> {
              accounts.set(read.accounts());
              problem.set(null);
              entries.set(read.entries());
              keepSelection();
            })
        .onProblem(problem::set)
        .start();
  }

  /// Null until it was read.
  public ReadOnlyObjectProperty<@Nullable List<MailshotEntry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  public StringProperty queryProperty() {
    return query;
  }

  public ObjectProperty<@Nullable MailshotEntry> selectedProperty() {
    return selected;
  }

  public ReadOnlyObjectProperty<List<Account>> accountsProperty() {
    return accounts.getReadOnlyProperty();
  }

  public boolean hasAccount() {
    return !accounts.get().isEmpty();
  }

  /// True where there is no mailshot at all.
  public boolean firstStart() {
    List<MailshotEntry> now = entries.get();
    return now != null && now.isEmpty();
  }

  private List<MailshotEntry> all() {
    List<MailshotEntry> now = entries.get();
    return now == null ? List.of() : now;
  }

  public int count(Filter of) {
    return (int) all().stream().filter(entry -> matches(entry, of)).count();
  }

  private static boolean matches(MailshotEntry entry, Filter filter) {
    return switch (filter) {
      case ALL -> true;
      case NEEDS_YOU -> needsYou(entry);
      case DRAFTS -> entry.state() == State.DRAFT;
      case DONE -> entry.state() == State.DONE;
    };
  }

  /// Decisions, holds and pauses.
  public static boolean needsYou(MailshotEntry entry) {
    return switch (entry.state()) {
      case HELD, NEEDS_DECISION, PAUSED, STOPPED -> true;
      case DRAFT, DONE -> false;
    };
  }

  /// Those that need somebody first, then the rest, as filter and search leave them.
  public List<MailshotEntry> shown() {
    String words = query.get().strip().toLowerCase(Locale.ROOT);
    List<MailshotEntry> shown = new ArrayList<>();
    for (boolean needs : new boolean[] {true, false}) {
      all().stream()
          .filter(entry -> needsYou(entry) == needs)
          .filter(entry -> matches(entry, filter.get()))
          .filter(
              entry ->
                  words.isEmpty()
                      || entry.name().toLowerCase(Locale.ROOT).contains(words)
                      || entry.subject().toLowerCase(Locale.ROOT).contains(words))
          .forEach(shown::add);
    }
    return shown;
  }

  /// One sentence that sums up what needs the reader.
  public String summary() {
    int decisions = (int) all().stream().filter(e -> e.state() == State.NEEDS_DECISION).count();
    int held = (int) all().stream().filter(e -> e.state() == State.HELD).count();
    int stopped = count(Filter.NEEDS_YOU) - decisions - held;
    List<String> sentences = new ArrayList<>();
    if (decisions > 0) {
      sentences.add(texts.get("home.summary.decisions", decisions));
    }
    if (held > 0) {
      sentences.add(texts.get("home.summary.held", held));
    }
    if (stopped > 0) {
      sentences.add(texts.get("home.summary.stopped", stopped));
    }
    return sentences.isEmpty() ? texts.get("home.summary.calm") : String.join(" ", sentences);
  }

  /// The step that a mailshot opens at. A draft is a draft: it never opens at Send.
  public static Step opensAt(MailshotEntry entry) {
    return switch (entry.state()) {
      case DRAFT -> Step.PEOPLE;
      case HELD, STOPPED, PAUSED -> Step.SEND;
      case NEEDS_DECISION, DONE -> Step.REPORT;
    };
  }

  /// Through what a mailshot is to be sent when it is opened.
  public Through through(@Nullable MailshotEntry entry) {
    boolean practice = entry != null && entry.practice();
    return practice || accounts.get().isEmpty()
        ? new Through.Practice(null)
        : accounts.get().getFirst().server();
  }

  /// As it was chosen for this mailshot, where that account is still there.
  private Through through(MailshotEntry entry, Optional<String> way) {
    if (way.filter(Ways.PRACTICE::equals).isPresent()) {
      return new Through.Practice(null);
    }
    return accounts.get().stream()
        .filter(account -> way.filter(account.name()::equals).isPresent())
        .<Through>map(Account::server)
        .findFirst()
        .orElseGet(() -> through(entry));
  }

  private record Found(MailshotFile file, Optional<String> way) {}

  /// What happens after a mailshot was opened.
  public interface Opened {
    void open(MailshotFile file, Through through, Step step);
  }

  public void open(MailshotEntry entry, Opened then) {
    opening(
        _ -> new Found(engine.open(entry.path()), Ways.of(engine, entry.id())),
        found -> then.open(found.file(), through(entry, found.way()), opensAt(entry)));
  }

  /// One at a time: a second press while the first is under way does nothing.
  private <T> void opening(Tasks.Work<T> work, Consumer<T> then) {
    if (!busy.get()) {
      busy.set(true);
      tasks
          .work(work)
          .onSuccess(
              file -> {
                busy.set(false);
                then.accept(file);
              })
          .onEnd(() -> busy.set(false))
          .start();
    }
  }

  /// True while a mailshot is being opened or made.
  public ReadOnlyObjectProperty<Boolean> busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public void create(Opened then) {
    String name = texts.get("home.new-name");
    Optional<Account> first = accounts.get().stream().findFirst();
    opening(
        _ -> {
          MailshotFile made = engine.create(name);
          return first.isPresent() ? Ways.from(engine, made, first.get().address()) : made;
        },
        file -> then.open(file, through(null), Step.PEOPLE));
  }

  /// A mailshot that begins with a text, at that text.
  ///
  /// @param told what did not come along
  public void begin(String name, Start start, Opened then, Consumer<Begun> told) {
    Optional<Account> first = accounts.get().stream().findFirst();
    opening(
        _ -> {
          Begun begun = engine.begin(name, start);
          return first.isPresent()
              ? new Begun(
                  Ways.from(engine, begun.file(), first.get().address()),
                  begun.lost(),
                  begun.notTaken())
              : begun;
        },
        begun -> {
          then.open(begun.file(), through(null), Step.MESSAGE);
          told.accept(begun);
        });
  }

  /// The sample choir, always to practice.
  public void createSample(Opened then) {
    opening(
        _ -> engine.createSample(),
        file -> then.open(file, new Through.Practice(null), Step.PEOPLE));
  }

  /// Moves a mailshot to the Bin; where that is refused, the window says why.
  public void moveToBin(MailshotEntry entry, Runnable moved) {
    tasks
        .act(_ -> engine.moveToBin(entry.id()))
        .onSuccess(
            _ -> {
              refresh();
              moved.run();
            })
        .start();
  }

  public void restore(MailshotEntry entry) {
    tasks.act(_ -> engine.restoreFromBin(entry.id())).onSuccess(_ -> refresh()).start();
  }

  private void keepSelection() {
    MailshotEntry before = selected.get();
    selected.set(
        shown().stream()
            .filter(entry -> before != null && entry.id().equals(before.id()))
            .findFirst()
            .orElse(null));
  }
}
