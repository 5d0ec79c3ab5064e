package org.postroom.ui.common;

import java.time.InstantSource;
import java.time.ZoneId;
import org.postroom.engine.Postroom;

/// What every screen needs; handed down from the window, never looked up.
///
/// @param engine never called on the user-interface thread
/// @param clock for times on the screen
/// @param zone in which times are shown
/// @param files asks for files and folders
/// @param desktop opens files and pages with the platform's programs
/// @param sandbox true in a practice drill, where nothing is real
public record UiContext(
    Postroom engine,
    Tasks tasks,
    Texts texts,
    InstantSource clock,
    ZoneId zone,
    Navigator navigator,
    Dialogs dialogs,
    FilePicker files,
    Desktop desktop,
    boolean sandbox) {
  public Times times() {
    return new Times(clock, zone, texts);
  }
}
