package org.postroom.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each platform keeps a program's data for one user.
final class WorkspaceFolder {
  private WorkspaceFolder() {}

  static Path of(@Nullable Path named, Map<String, String> environment) {
    if (named != null) {
      return named.toAbsolutePath().normalize();
    }
    Path home = Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      String local = environment.get("LOCALAPPDATA");
      Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
      return base.resolve("Postroom");
    }
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Postroom");
    }
    String data = environment.get("XDG_DATA_HOME");
    Path base =
        data == null || !Path.of(data).isAbsolute()
            ? home.resolve(".local").resolve("share")
            : Path.of(data);
    return base.resolve("postroom");
  }
}
