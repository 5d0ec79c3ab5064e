package org.postroom.mta;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Debian's strace around a program: it can let chosen calls to chosen files fail, and writes down
/// what was called.
final class Traced {
  private static final Path STRACE = Path.of("/usr/bin/strace");

  private Traced() {}

  /// @throws IllegalStateException where strace is missing
  static List<String> command(Path log, String... options) {
    if (!Files.isExecutable(STRACE)) {
      throw new IllegalStateException(STRACE + " is missing: apt-get install strace");
    }
    List<String> command = new ArrayList<>();
    command.add(STRACE.toString());
    // With the filter in the kernel only the calls that are asked for are slowed down.
    command.addAll(List.of("-f", "-qq", "--seccomp-bpf", "-o", log.toString()));
    command.addAll(List.of(options));
    return command;
  }

  /// The options that narrow it down to the ledger's files, whatever exists of them.
  static List<String> onlyTheLedger(Path workspace) {
    List<String> options = new ArrayList<>();
    for (String name : List.of("postroom.db", "postroom.db-wal", "postroom.db-journal")) {
      options.addAll(List.of("-P", workspace.resolve(name).toString()));
    }
    return options;
  }
}
