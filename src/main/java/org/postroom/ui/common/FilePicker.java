package org.postroom.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/// Asks for files. The platform's dialogs in the window; answers given in tests.
public interface FilePicker {
  /// A list of people.
  Optional<Path> list();

  /// Files to attach; empty where the person thought better of it.
  List<Path> attachments();

  Optional<Path> image();

  /// A text to begin a mailshot with.
  Optional<Path> text();

  Optional<Path> folder();

  /// A mailshot document.
  Optional<Path> mailshot();

  /// Where to write something.
  Optional<Path> saveAs(String suggestedName);

  /// The same for another window.
  ///
  /// @param first the folder that it begins with
  FilePicker in(Window window, Path first);
}
