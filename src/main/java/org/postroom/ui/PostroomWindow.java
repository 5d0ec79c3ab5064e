package org.postroom.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.accounts.AccountsScreen;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Navigator;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.common.Ways;
import org.postroom.ui.frame.FooterBar;
import org.postroom.ui.frame.HelpDialog;
import org.postroom.ui.frame.HomeRail;
import org.postroom.ui.frame.PracticeStripe;
import org.postroom.ui.frame.Rail;
import org.postroom.ui.frame.SenderDialog;
import org.postroom.ui.frame.Shell;
import org.postroom.ui.frame.Strip;
import org.postroom.ui.frame.TitleBar;
import org.postroom.ui.frame.WayDialog;
import org.postroom.ui.home.HomeScreen;
import org.postroom.ui.recipients.PeopleScreen;
import org.postroom.ui.theme.Appearance;
import org.postroom.ui.theme.ThemeSheets;

/// The window: puts the frame together and goes from screen to screen.
public final class PostroomWindow implements Navigator {
  private static final double FIRST_WIDTH = 1180;
  private static final double FIRST_HEIGHT = 760;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 700;

  private final Stage stage;
  private final Postroom engine;
  private final Texts texts;
  private final Tasks tasks;
  private final UiContext context;
  private final Appearance appearance;
  private final Dialogs dialogs = new Dialogs();
  private final TitleBar titleBar;
  private final Rail rail;
  private final HomeRail homeRail;
  private final FooterBar footer;
  private final Strip strip;
  private final Shell shell;
  private final Scene scene;
  private final HomeScreen home;
  private @Nullable OpenMailshot open;
  private @Nullable HomePage page;
  private @Nullable MoreMenu menu;

  PostroomWindow(Stage stage, Services services) {
    this.stage = stage;
    this.engine = services.engine();
    this.texts = services.texts();
    this.tasks =
        new Tasks(
            services.background(),
            services.screen(),
            services.timer(),
            new Problem(
                Problem.Kind.WORKSPACE,
                texts.get("unexpected.happened"),
                texts.get("unexpected.kept"),
                texts.get("unexpected.next")));
    this.context =
        new UiContext(
            engine,
            tasks,
            texts,
            services.clock(),
            services.zone(),
            this,
            dialogs,
            services.files(),
            services.desktop());
    this.appearance = new Appearance(engine, tasks);
    this.titleBar = new TitleBar(texts, new BarActs());
    this.rail = new Rail(texts, this::step, this::changeSender);
    this.homeRail = new HomeRail(texts, this::place);
    this.footer = new FooterBar(texts);
    this.strip = new Strip(this::evidence);
    this.shell =
        new Shell(
            titleBar,
            rail,
            homeRail,
            footer,
            strip,
            new PracticeStripe(texts, this::chooseWay),
            dialogs);
    this.scene = new Scene(shell, FIRST_WIDTH, FIRST_HEIGHT);
    this.home =
        new HomeScreen(
            context, shell.toasts(), count -> homeRail.count(HomeRail.Place.MAILSHOTS, count));
    services.passwords().window(context);
    tasks.otherProblems(this::tell);
    new Keys(scene, this).install();
    look();
    appearance.themeProperty().addListener((_, _, _) -> look());
    appearance.textSizeProperty().addListener((_, _, _) -> look());
    appearance.stillProperty().addListener((_, _, still) -> dialogs.still(still));
  }

  /// Opens the window and returns when it was closed.
  ///
  /// @param passwords what the engine was opened with
  /// @param args the command line; a mailshot document is opened
  public static void launch(Postroom engine, WindowPasswords passwords, List<String> args) {
    WindowApplication.engine = engine;
    WindowApplication.passwords = passwords;
    Application.launch(WindowApplication.class, args.toArray(String[]::new));
  }

  /// Shows the window.
  ///
  /// @param document opened at once, or null for the list of mailshots
  void show(@Nullable Path document) {
    stage.setTitle(texts.get("program"));
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256}) {
      var icon = getClass().getResourceAsStream("/org/postroom/ui/icons/postroom-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(
        event -> {
          if (!mayLeave(stage::close)) {
            event.consume();
          } else {
            closed();
          }
        });
    appearance.read();
    home();
    stage.show();
    focus(home);
    if (document != null) {
      tasks
          .work(_ -> engine.open(document))
          .onSuccess(file -> open(file, new Through.Practice(null), Step.PEOPLE))
          .onProblem(this::tell)
          .start();
    }
  }

  private void closed() {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  Scene scene() {
    return scene;
  }

  UiContext context() {
    return context;
  }

  Appearance appearance() {
    return appearance;
  }

  @Nullable OpenMailshot mailshot() {
    return open;
  }

  // --- going from screen to screen

  @Override
  public void home() {
    if (mayLeave(this::leaveForHome)) {
      leaveForHome();
    }
  }

  private void leaveForHome() {
    page(home, HomeRail.Place.MAILSHOTS);
    tasks
        .work(_ -> engine.accounts().size())
        .onSuccess(count -> homeRail.count(HomeRail.Place.ACCOUNTS, count))
        .start();
  }

  @Override
  public void practiceMailbox() {
    if (mayLeave(this::leaveForPractice)) {
      leaveForPractice();
    }
  }

  private void leaveForPractice() {
    HomePage mailbox = Screens.practiceMailbox(context);
    if (mailbox != null) {
      page(mailbox, HomeRail.Place.PRACTICE);
    }
  }

  private void place(HomeRail.Place place) {
    switch (place) {
      case MAILSHOTS -> home();
      case ACCOUNTS -> accounts();
      case PRACTICE -> practiceMailbox();
    }
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
            context, waiting(), count -> homeRail.count(HomeRail.Place.ACCOUNTS, count)),
        HomeRail.Place.ACCOUNTS);
  }

  /// The mailshot that is open, to be gone on with through a new account.
  private AccountsScreen.@Nullable Waiting waiting() {
    OpenMailshot now = open;
    StepScreen current = now == null ? null : now.current();
    if (now == null || current == null) {
      return null;
    }
    Path path = now.model().file().path();
    Step step = current.step();
    return new AccountsScreen.Waiting(
        now.model().document().name(),
        account ->
            tasks
                .work(
                    _ -> {
                      MailshotFile file = Ways.from(engine, engine.open(path), account.address());
                      Ways.remember(engine, file.id(), account.name());
                      return file;
                    })
                .onSuccess(file -> open(file, account.server(), step))
                .onProblem(this::tell)
                .start());
  }

  @Override
  public void chooseWay() {
    if (open != null) {
      new WayDialog(context, open.model()).show();
    } else {
      accounts();
    }
  }

  private boolean mayLeave(Runnable goOn) {
    return open == null || open.mayLeave(goOn);
  }

  private void page(HomePage next, HomeRail.Place place) {
    if (open != null) {
      open.close();
      open = null;
    }
    if (page != null) {
      page.hidden();
    }
    page = next;
    titleBar.showHome(next.practice());
    shell.practice(next.practice());
    shell.rail(false);
    homeRail.current(place);
    footer.show(null, () -> {});
    shell.show(next);
    next.shown();
    strip.say(next.strip().getValue());
    next.strip()
        .subscribe(
            state -> {
              if (next.equals(page)) {
                strip.say(state);
              }
            });
    focus(next);
  }

  @Override
  public void open(MailshotFile file, Through through, Step step) {
    if (page != null) {
      page.hidden();
      page = null;
    }
    if (open != null) {
      open.close();
    }
    MailshotModel model = new MailshotModel(engine, tasks, context.clock(), file, through);
    OpenMailshot opened = new OpenMailshot(context, model);
    open = opened;
    titleBar.showMailshot(file.document().name());
    shell.rail(true);
    opened.onChange(this::update);
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
    rail.current(step);
    footer.show(screen, () -> step(step.before()));
    shell.show(screen);
    screen.shown();
    update();
    focus(screen);
  }

  private void focus(Screen screen) {
    // A screen that was never shown is in the scene only once its scroll pane has a skin.
    shell.applyCss();
    shell.layout();
    screen.firstFocus().requestFocus();
  }

  /// What the frame says about the mailshot that is open.
  private void update() {
    OpenMailshot now = open;
    if (now == null) {
      return;
    }
    titleBar.name(now.model().document().name());
    titleBar.state(now.badge());
    titleBar.status(now.status());
    for (Step step : Step.values()) {
      rail.state(step, now.state(step));
    }
    var sender = now.sender();
    rail.sender(
        sender.name().isEmpty() ? sender.address() : sender.name(),
        sender.address(),
        sender.replyTo());
    strip.say(now.strip());
    shell.practice(now.model().practice());
  }

  @Override
  public void changeSender() {
    if (open != null) {
      new SenderDialog(context, open.model()).show();
    }
  }

  private void evidence(StripState.About about) {
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

  // --- what keys and menus do

  void continueByKey() {
    footer.pressByKey();
  }

  void escape() {
    if (dialogs.isOpen()) {
      dialogs.escape();
      return;
    }
    Screen current = screen();
    if (current != null) {
      current.escape();
    }
  }

  @Nullable Screen screen() {
    return open == null ? page : open.current();
  }

  boolean dialogOpen() {
    return dialogs.isOpen();
  }

  void help() {
    new HelpDialog(context).show();
  }

  void rename() {
    titleBar.rename();
  }

  void nextRegion(boolean back) {
    shell.nextRegion(back);
  }

  void newMailshot() {
    if (open == null) {
      home.create();
    }
  }

  private void tell(Problem problem) {
    dialogs.ask(
        problem.happened(),
        (problem.kept() + " " + problem.next()).strip(),
        Dialogs.Choice.plain(texts.get("dialog.close"), () -> {}));
  }

  private void look() {
    ThemeSheets.apply(
        scene,
        ThemeSheets.dark(appearance.themeProperty().get()),
        appearance.textSizeProperty().get());
  }

  private final class BarActs implements TitleBar.Acts {
    @Override
    public void home() {
      PostroomWindow.this.home();
    }

    @Override
    public void rename(String name) {
      if (open != null) {
        open.model().edit(document -> Edits.name(document, name));
      }
    }

    @Override
    public void help() {
      PostroomWindow.this.help();
    }

    @Override
    public void more(Node beside) {
      if (menu == null) {
        menu = new MoreMenu(PostroomWindow.this);
      }
      ContextMenu shown = menu.build();
      shown.show(beside, Side.BOTTOM, 0, 4);
    }
  }
}
