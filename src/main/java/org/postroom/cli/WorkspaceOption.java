package org.postroom.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--workspace`, which every command takes.
final class WorkspaceOption {
  @Option(names = "--workspace", paramLabel = "DIR")
  private @Nullable Path folder;

  /// What the option says, else the environment, else null: the platform's own.
  @Nullable Path folder(Map<String, String> environment) {
    if (folder != null) {
      return folder;
    }
    String named = environment.get("POSTROOM_WORKSPACE");
    return named == null || named.isBlank() ? null : Path.of(named);
  }
}
