package org.postroom.ui;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
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
    WindowPasswords passwords) {}
