package org.postroom.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.message.MailshotId;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Navigator;
import org.postroom.ui.common.News;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.frame.ElsewhereDialog;
import org.postroom.ui.frame.HomeRail;
import org.postroom.ui.frame.SenderDialog;
import org.postroom.ui.frame.TitleBar;
import org.postroom.ui.frame.WayDialog;
import org.postroom.ui.home.HomeScreen;
import org.postroom.ui.preview.PreviewScreen;
import org.postroom.ui.recipients.PeopleScreen;

/// The ways from screen to screen: either a page of the home rail is shown or a step of the
/// mailshot that is open.
final class Routes implements Navigator {
  private final UiContext context;
  private final WindowFrame frame;
  private final HomeScreen home;
  private final Onward onward;
  private final Consumer<Optional<News>> news;
  private @Nullable OpenMailshot open;

  /// Mailshots that were left while they are held or sent: they go on, and are found again.
  private final Map<MailshotId, OpenMailshot> kept = new HashMap<>();

  private @Nullable HomePage page;

  /// @param news told how a run ended
  Routes(
      Services services,
      Tasks tasks,
      Dialogs dialogs,
      TitleBar.Acts bar,
      Consumer<Optional<News>> news) {
    this.news = news;
    context =
        new UiContext(
            services.engine(),
            tasks,
            services.texts(),
            services.clock(),
            services.zone(),
            this,
            dialogs,
            services.files(),
            services.desktop(),
            services.sandbox());
    onward = new Onward(context, this, mailshot -> mailshot.equals(open));
    frame = new WindowFrame(services.texts(), dialogs, this, bar, services.sandbox());
    home =
        new HomeScreen(
            context, frame.toasts(), count -> frame.count(HomeRail.Place.MAILSHOTS, count));
  }

  UiContext context() {
    return context;
  }

  WindowFrame frame() {
    return frame;
  }

  HomeScreen homeScreen() {
    return home;
  }

  @Nullable OpenMailshot mailshot() {
    return open;
  }

  /// What is shown.
  @Nullable Screen screen() {
    return open == null ? page : open.current();
  }

  // --- the pages of the home rail

  @Override
  public void home() {
    if (mayLeave(this::leaveForHome)) {
      leaveForHome();
    }
  }

  private void leaveForHome() {
    page(home, HomeRail.Place.MAILSHOTS);
    context
        .tasks()
        .work(_ -> context.engine().accounts().size())
        .onSuccess(count -> frame.count(HomeRail.Place.ACCOUNTS, count))
        .start();
  }

  @Override
  public void practiceMailbox() {
    if (mayLeave(this::leaveForPractice)) {
      leaveForPractice();
    }
  }

  private void leaveForPractice() {
    page(Screens.practiceMailbox(context), HomeRail.Place.PRACTICE);
  }

  private void bin() {
    if (mayLeave(this::leaveForBin)) {
      leaveForBin();
    }
  }

  private void leaveForBin() {
    page(Screens.bin(context), HomeRail.Place.BIN);
  }

  @Override
  public void accounts() {
    if (mayLeave(this::leaveForAccounts)) {
      leaveForAccounts();
    }
  }

  private void leaveForAccounts() {
    page(
        Screens.accounts(
            context,
            Waiters.of(open, context, this),
            count -> frame.count(HomeRail.Place.ACCOUNTS, count)),
        HomeRail.Place.ACCOUNTS);
  }

  @Override
  public void notWrittenTo() {
    leave(() -> page(Screens.notWrittenTo(context), HomeRail.Place.NOT_WRITTEN_TO));
  }

  private void leave(Runnable way) {
    if (mayLeave(way)) {
      way.run();
    }
  }

  void place(HomeRail.Place place) {
    switch (place) {
      case MAILSHOTS -> home();
      case LISTS -> leave(() -> page(Screens.lists(context), place));
      case NOT_WRITTEN_TO -> notWrittenTo();
      case ACCOUNTS -> accounts();
      case PRACTICE -> practiceMailbox();
      case BIN -> bin();
    }
  }

  private void page(HomePage next, HomeRail.Place place) {
    close();
    if (page != null) {
      page.hidden();
    }
    page = next;
    frame.around(next, place);
    next.shown();
    frame.say(next.strip().getValue());
    next.strip()
        .subscribe(
            state -> {
              if (next.equals(page)) {
                frame.say(state);
              }
            });
    frame.focus(next);
  }

  // --- the mailshot that is open

  /// Opens a document that was named to the program.
  void open(Path document) {
    context
        .tasks()
        .work(_ -> context.engine().open(document))
        .onSuccess(file -> open(file, new Through.Practice(null), Step.PEOPLE))
        .onProblem(this::tell)
        .start();
  }

  @Override
  public void open(MailshotFile file, Through through, Step step) {
    if (page != null) {
      page.hidden();
      page = null;
    }
    close();
    OpenMailshot before = kept.remove(file.id());
    if (before != null) {
      if (before.goesOn()) {
        open = before;
        frame.around(before.model().document().name());
        goTo(before, Step.SEND);
        update();
        return;
      }
      before.close();
    }
    MailshotModel model =
        new MailshotModel(context.engine(), context.tasks(), context.clock(), file, through);
    OpenMailshot opened = new OpenMailshot(context, model);
    open = opened;
    frame.around(file.document().name());
    opened.onChange(this::update);
    opened.onEnd(news);
    opened.onElsewhere(
        files -> {
          StepScreen shown = opened.current();
          if (shown != null) {
            new ElsewhereDialog(context, model).show(files, shown.step());
          }
        });
    model.start();
    goTo(opened, step);
  }

  @Override
  public void step(Step step) {
    OpenMailshot now = open;
    if (now != null && now.state(step).open()) {
      // A run goes on while another step is looked at: only leaving the mailshot asks.
      goTo(now, step);
    }
  }

  @Override
  public void onward(Step step) {
    if (open != null) {
      onward.to(open, step);
    }
  }

  @Override
  public void leftOut() {
    if (open != null && open.screen(Step.PEOPLE) instanceof PeopleScreen people) {
      people.showLeftOut();
      step(Step.PEOPLE);
    }
  }

  private void goTo(OpenMailshot mailshot, Step step) {
    StepScreen screen = mailshot.screen(step);
    if (screen == null || screen.equals(mailshot.current())) {
      return;
    }
    mailshot.current(screen);
    frame.step(screen, () -> step(step.before()));
    screen.shown();
    update();
    frame.focus(screen);
  }

  private void update() {
    if (open != null) {
      frame.say(open);
    }
  }

  @Override
  public void chooseWay() {
    if (open != null) {
      new WayDialog(context, open.model()).show();
    } else {
      accounts();
    }
  }

  @Override
  public void test() {
    if (open != null && open.screen(Step.PREVIEW) instanceof PreviewScreen preview) {
      preview.test();
    }
  }

  @Override
  public void changeSender() {
    if (open != null) {
      new SenderDialog(context, open.model()).show();
    }
  }

  /// Shows what stands behind a part of the strip.
  void evidence(StripState.About about) {
    if (open == null) {
      if (about == StripState.About.WAY) {
        accounts();
      } else if (page != null) {
        page.evidence(about);
      }
      return;
    }
    switch (about) {
      case PEOPLE -> step(Step.PEOPLE);
      case MESSAGES, SIGHT -> step(Step.PREVIEW);
      case WAY -> chooseWay();
    }
  }

  /// Whether what is open may be left; a screen that says no asks, and calls `goOn`.
  boolean mayLeave(Runnable goOn) {
    return open == null || open.isScheduled() || open.mayLeave(goOn);
  }

  /// Whether the window may be closed: what goes on elsewhere in it asks as well.
  boolean mayClose(Runnable goOn) {
    return (open == null || open.mayLeave(goOn))
        && kept.values().stream().allMatch(mailshot -> mailshot.mayLeave(goOn));
  }

  /// Closes the mailshot that is open; one that goes on is kept.
  void close() {
    OpenMailshot now = open;
    open = null;
    if (now != null && now.goesOn()) {
      now.current(null);
      kept.put(now.model().file().id(), now);
      now.onRunning(this::refreshHome);
    } else if (now != null) {
      now.close();
    }
  }

  private void refreshHome() {
    if (home.equals(page)) {
      home.shown();
    }
  }

  /// Closes everything.
  void closeAll() {
    close();
    kept.values().forEach(OpenMailshot::close);
    kept.clear();
  }

  /// Tells what went wrong.
  void tell(Problem problem) {
    context
        .dialogs()
        .ask(
            problem.happened(),
            (problem.kept() + " " + problem.next()).strip(),
            Dialogs.Choice.plain(context.texts().get("dialog.close"), () -> {}));
  }
}
