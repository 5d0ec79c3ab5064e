package org.postroom.ui;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.HomePage;
import org.postroom.ui.common.Screen;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StripState;
import org.postroom.ui.common.Texts;
import org.postroom.ui.frame.FooterBar;
import org.postroom.ui.frame.HomeRail;
import org.postroom.ui.frame.PracticeStripe;
import org.postroom.ui.frame.Rail;
import org.postroom.ui.frame.Shell;
import org.postroom.ui.frame.Strip;
import org.postroom.ui.frame.TitleBar;
import org.postroom.ui.frame.Toasts;

/// What stands around every screen: title bar, rail, footer, strip. It says what it is told; where
/// it leads is the routes' business.
final class WindowFrame {
  private final TitleBar titleBar;
  private final Rail rail;
  private final HomeRail homeRail;
  private final FooterBar footer;
  private final Strip strip;
  private final Shell shell;
  private final Dialogs dialogs;

  WindowFrame(Texts texts, Dialogs dialogs, Routes routes, TitleBar.Acts bar, boolean sandbox) {
    this.dialogs = dialogs;
    titleBar = new TitleBar(texts, bar);
    rail = new Rail(texts, routes::step, routes::changeSender);
    homeRail = new HomeRail(texts, routes::place);
    footer = new FooterBar(texts);
    strip = new Strip(routes::evidence);
    shell =
        new Shell(
            titleBar,
            rail,
            homeRail,
            footer,
            strip,
            new PracticeStripe(texts, sandbox ? Optional.empty() : Optional.of(routes::chooseWay)),
            dialogs);
  }

  Scene scene(double width, double height) {
    return new Scene(shell, width, height);
  }

  /// Puts something above everything else.
  void above(Node node) {
    shell.above(node);
  }

  Toasts toasts() {
    return shell.toasts();
  }

  /// How many there are in a place.
  void count(HomeRail.Place place, int count) {
    homeRail.count(place, count);
  }

  /// Stands around a page of the home rail.
  void around(HomePage page, HomeRail.Place place) {
    titleBar.showHome(page.practice());
    shell.practice(page.practice());
    shell.rail(false);
    homeRail.current(place);
    footer.show(null, () -> {});
    shell.show(page);
  }

  /// Stands around a mailshot.
  void around(String name) {
    titleBar.showMailshot(name);
    shell.rail(true);
  }

  /// Shows a step of the mailshot.
  void step(StepScreen screen, Runnable back) {
    rail.current(screen.step());
    footer.show(screen, back);
    shell.show(screen);
  }

  void say(StripState state) {
    strip.say(state);
  }

  /// Says of the mailshot what is known now.
  void say(OpenMailshot now) {
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

  void focus(Screen screen) {
    // A screen that was never shown is in the scene only once its scroll pane has a skin.
    shell.applyCss();
    shell.layout();
    Node first = screen.firstFocus();
    first.requestFocus();
    if (first.isDisabled()) {
      focusWhenReady(first, screen);
    }
  }

  /// A text that is still being read takes the focus when it is there, unless the person has gone
  /// to something else of the screen meanwhile.
  private void focusWhenReady(Node first, Screen screen) {
    first
        .disabledProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends Boolean> disabled, Boolean before, Boolean now) {
                if (!now) {
                  disabled.removeListener(this);
                  if (first.getScene() != null
                      && !screen.node().isFocusWithin()
                      && !dialogs.isOpen()) {
                    first.requestFocus();
                  }
                }
              }
            });
  }

  void continueByKey() {
    footer.pressByKey();
  }

  void rename() {
    titleBar.rename();
  }

  void nextRegion(boolean back) {
    shell.nextRegion(back);
  }
}
