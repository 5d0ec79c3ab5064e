package org.postroom.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.stage.Stage;
import org.postroom.drill.Drills;
import org.postroom.drill.Sandbox;
import org.postroom.engine.Postroom;
import org.postroom.ui.common.Desktop;
import org.postroom.ui.common.FilePicker;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Timer;

/// What the window stands on; given by whoever starts it, so that a test can give other parts.
///
/// @param background where work runs
/// @param screen the user-interface thread
/// @param passwords what the engine asks for a password that is kept nowhere
/// @param drills starts practice drills; empty in a drill
/// @param sandbox true in a drill, where nothing is real
record Services(
    Postroom engine,
    Executor background,
    Executor screen,
    Timer timer,
    InstantSource clock,
    ZoneId zone,
    Texts texts,
    FilePicker files,
    Desktop desktop,
    WindowPasswords passwords,
    Optional<Drills> drills,
    boolean sandbox) {
  /// The same for the window of a drill.
  Services in(Stage stage, Sandbox drill) {
    return new Services(
        drill.engine(),
        background,
        screen,
        timer,
        clock,
        zone,
        texts,
        files.in(stage, drill.mailshot().folder()),
        desktop,
        new WindowPasswords(),
        Optional.empty(),
        true);
  }
}
