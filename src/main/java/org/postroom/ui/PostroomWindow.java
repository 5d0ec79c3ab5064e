package org.postroom.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.postroom.drill.Drill;
import org.postroom.drill.Drills;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.drill.DrillsDialog;
import org.postroom.ui.frame.Attention;
import org.postroom.ui.frame.HelpDialog;
import org.postroom.ui.frame.HomeRail;
import org.postroom.ui.frame.TitleBar;
import org.postroom.ui.frame.VersionsDialog;
import org.postroom.ui.theme.Appearance;
import org.postroom.ui.theme.ThemeSheets;

/// The window: its stage and sizes, how it looks, and what its keys and menus do. [WindowFrame] is
/// what stands around the screens, [Routes] the ways between them.
public final class PostroomWindow {
  private static final double FIRST_WIDTH = 1180;
  private static final double FIRST_HEIGHT = 760;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 700;
  private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

  private final Stage stage;
  private final Services services;
  private final Texts texts;
  private final Dialogs dialogs = new Dialogs();
  private final Routes routes;
  private final WindowFrame frame;
  private final Scene scene;
  private final Appearance appearance;
  private @Nullable MoreMenu menu;
  private @Nullable PostroomWindow drillWindow;

  PostroomWindow(Stage stage, Services services) {
    this.stage = stage;
    this.services = services;
    this.texts = services.texts();
    Tasks tasks =
        new Tasks(
            services.background(),
            services.screen(),
            services.timer(),
            new Problem(
                Problem.Kind.WORKSPACE,
                texts.get("unexpected.happened"),
                texts.get("unexpected.kept"),
                texts.get("unexpected.next")));
    this.appearance = new Appearance(services.engine(), tasks);
    Attention attention =
        new Attention(
            stage.focusedProperty(), stage.titleProperty(), new StageNotice(stage, texts));
    this.routes = new Routes(services, tasks, dialogs, new BarActs(), attention::tell);
    this.frame = routes.frame();
    this.scene = frame.scene(FIRST_WIDTH, FIRST_HEIGHT);
    services.passwords().window(routes.context());
    tasks.otherProblems(routes::tell);
    new Keys(scene, this).install();
    look();
    appearance.themeProperty().addListener((_, _, _) -> look());
    appearance.textSizeProperty().addListener((_, _, _) -> look());
    appearance.stillProperty().addListener((_, _, still) -> dialogs.still(still));
  }

  /// Opens the window and returns when it was closed.
  ///
  /// @param passwords what the engine was opened with
  /// @param drills the practice drills
  /// @param args the command line; a mailshot document is opened
  public static void launch(
      Postroom engine, WindowPasswords passwords, Drills drills, List<String> args) {
    // A dialog's first frame is painted in the corner and stays there where only the parts that
    // changed are painted; the whole window is painted instead, and only when something changes.
    System.setProperty("prism.dirtyopts", System.getProperty("prism.dirtyopts", "false"));
    WindowApplication.engine = engine;
    WindowApplication.passwords = passwords;
    WindowApplication.drills = Optional.of(drills);
    Application.launch(WindowApplication.class, args.toArray(String[]::new));
  }

  /// Shows the window.
  ///
  /// @param document opened at once, or null for the list of mailshots
  void show(@Nullable Path document) {
    stage.setTitle(texts.get("program"));
    for (int size : ICON_SIZES) {
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
          event.consume();
          close();
        });
    // Whoever comes back from another program may have changed the files there.
    stage.focusedProperty().addListener((_, _, focused) -> lookAtDisk(focused));
    appearance.read();
    home();
    stage.show();
    frame.focus(routes.homeScreen());
    if (document != null) {
      routes.open(document);
    }
  }

  private void lookAtDisk(boolean focused) {
    OpenMailshot open = mailshot();
    if (focused && open != null) {
      open.model().lookAtDisk();
    }
  }

  Scene scene() {
    return scene;
  }

  UiContext context() {
    return routes.context();
  }

  Appearance appearance() {
    return appearance;
  }

  @Nullable OpenMailshot mailshot() {
    return routes.mailshot();
  }

  private void look() {
    ThemeSheets.apply(
        scene,
        ThemeSheets.dark(appearance.themeProperty().get()),
        appearance.textSizeProperty().get());
  }

  // --- what keys and menus do

  void home() {
    routes.home();
  }

  void open(MailshotFile file, Through through, Step step) {
    routes.open(file, through, step);
  }

  void step(Step step) {
    routes.step(step);
  }

  void changeSender() {
    routes.changeSender();
  }

  void continueByKey() {
    frame.continueByKey();
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
    return routes.screen();
  }

  boolean dialogOpen() {
    return dialogs.isOpen();
  }

  void help() {
    Optional<Runnable> drills = services.drills().map(found -> () -> chooseDrill(found));
    new HelpDialog(context(), drills).show();
  }

  private void chooseDrill(Drills drills) {
    new DrillsDialog(context(), drill -> start(drills, drill)).show();
  }

  private void start(Drills drills, Drill drill) {
    context()
        .tasks()
        .work(_ -> drills.start(drill))
        .onSuccess(sandbox -> drillWindow = new DrillWindow(new Stage(), services, sandbox).show())
        .start();
  }

  /// The drill that was started last, or null.
  @Nullable PostroomWindow drill() {
    return drillWindow;
  }

  /// Puts something above everything else of the window.
  void above(Node node) {
    frame.above(node);
  }

  void place(HomeRail.Place place) {
    routes.place(place);
  }

  /// As the person closes it.
  void close() {
    if (routes.mayClose(this::close)) {
      routes.closeAll();
      stage.close();
    }
  }

  void rename() {
    frame.rename();
  }

  /// Shows the earlier versions of the mailshot that is open.
  void versions() {
    OpenMailshot open = mailshot();
    if (open != null && open.current() != null) {
      new VersionsDialog(context(), open.model(), open.current().step(), frame.toasts()).show();
    }
  }

  void nextRegion(boolean back) {
    frame.nextRegion(back);
  }

  void newMailshot() {
    if (mailshot() == null) {
      routes.homeScreen().create();
    }
  }

  private final class BarActs implements TitleBar.Acts {
    @Override
    public void home() {
      PostroomWindow.this.home();
    }

    @Override
    public void rename(String name) {
      OpenMailshot open = mailshot();
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
      menu.build().show(beside, Side.BOTTOM, 0, 4);
    }
  }
}
