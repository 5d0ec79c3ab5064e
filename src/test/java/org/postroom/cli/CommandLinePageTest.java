package org.postroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;

/// Holds the page `command-line.md`, which says what each command's help says.
class CommandLinePageTest {
  private static final Path PAGE = Path.of("src/site/markdown/command-line.md");
  private static final String MARK = "<!-- From here on written by CommandLinePageTest. -->";

  private static final EngineOpener NO_ENGINE =
      new EngineOpener() {
        @Override
        public Postroom open(@Nullable Path workspace, Passwords passwords) {
          throw new AssertionError("help needs no engine");
        }

        @Override
        public Path log(@Nullable Path workspace) {
          throw new AssertionError("help fails nowhere");
        }
      };

  /// To write the page anew: `-Dpostroom.pages=write`.
  @Test
  void thePageEqualsTheHelp() throws IOException {
    String page = Files.readString(PAGE);
    String whole = page.substring(0, page.indexOf(MARK)) + render();
    if ("write".equals(System.getProperty("postroom.pages"))) {
      Files.writeString(PAGE, whole);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(whole);
  }

  private static String render() {
    StringBuilder page = new StringBuilder(MARK).append("\n");
    String all = help();
    page.append("\n```\n").append(all).append("```\n");
    List<String> commands = commands(all);
    assertThat(commands).contains("list", "check", "preview", "send", "resume", "report");
    for (String command : commands) {
      page.append("\n## ").append(command).append("\n\n```\n");
      page.append(help(command)).append("```\n");
    }
    return page.toString();
  }

  /// The first word of each line under the last heading.
  private static List<String> commands(String help) {
    List<String> commands = new ArrayList<>();
    boolean listed = false;
    for (String line : help.lines().toList()) {
      if (listed && line.matches("  [a-z]+ .*")) {
        commands.add(line.strip().split(" ", 2)[0]);
      }
      listed |= line.equals("Commands:");
    }
    return commands;
  }

  private static String help(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--help");
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    Surroundings around =
        new Surroundings(
            printer, printer, Map.of(), false, _ -> Optional.empty(), new StopSignal());
    assertThat(new Cli(around, NO_ENGINE).run(words.toArray(String[]::new))).isZero();
    return out.toString()
        .replaceAll("\u001b\\[[0-9;]*m", "")
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
