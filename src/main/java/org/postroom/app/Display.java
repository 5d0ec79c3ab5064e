package org.postroom.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Whether a window can be shown here.
sealed interface Display {
  record Ready() implements Display {}

  /// @param key of the sentence that says what is missing
  record Missing(String key) implements Display {}

  /// Windows and macOS always have one. Linux needs a display and GTK 3.
  static Display look(Map<String, String> environment) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (!system.contains("linux") || System.getProperty("glass.platform") != null) {
      return new Ready();
    }
    // JavaFX speaks X11; a Wayland session offers it too.
    String display = environment.get("DISPLAY");
    if (display == null || display.isBlank()) {
      return new Missing("no-display");
    }
    return hasGtk() ? new Ready() : new Missing("no-gtk");
  }

  private static boolean hasGtk() {
    return Stream.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib")
        .map(Path::of)
        .filter(Files::isDirectory)
        .anyMatch(Display::holdsGtk);
  }

  /// In the folder itself or in a folder of an architecture below it.
  private static boolean holdsGtk(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      List<Path> entries = found.toList();
      return entries.stream().anyMatch(Display::isGtk)
          || entries.stream()
              .filter(entry -> String.valueOf(entry.getFileName()).contains("-linux-gnu"))
              .anyMatch(entry -> Files.exists(entry.resolve("libgtk-3.so.0")));
    } catch (IOException e) {
      return false; // A folder that cannot be read holds nothing for us.
    }
  }

  private static boolean isGtk(Path file) {
    return "libgtk-3.so.0".equals(String.valueOf(file.getFileName()));
  }
}
