package org.postroom.mta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The program in a process of its own, as a person or a script starts it.
final class Postroom {
  private final Path workspace;
  private final Map<String, String> environment;
  private final List<String> jvm;
  private final List<String> wrapper = new ArrayList<>();

  Postroom(Path workspace, Map<String, String> environment, List<String> jvm) {
    this.workspace = workspace;
    this.environment = environment;
    this.jvm = jvm;
  }

  /// The same, begun by another command: a wrapper that runs what follows it.
  Postroom wrapped(String... command) {
    Postroom other = new Postroom(workspace, environment, jvm);
    other.wrapper.addAll(List.of(command));
    return other;
  }

  /// What a run gave.
  record Run(int exit, String out, String err) {}

  Run run(String... arguments) {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.postroom.app.Main");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--workspace", workspace.toString()));
    try {
      Path out = Files.createTempFile(workspace.getParent(), "out", ".txt");
      Path err = Files.createTempFile(workspace.getParent(), "err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      int exit = builder.start().onExit().join().exitValue();
      return new Run(
          exit,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
