package org.postroom.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.Cli;
import org.postroom.cli.EngineOpener;
import org.postroom.cli.Surroundings;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.safety.SendWay;

/// Where no window can be shown: the sample choir through the practice server, step by step, by the
/// commands that anybody can type.
final class TerminalSample {
  private static final int MOST_LINES = 8;
  private final Surroundings around;
  private final EngineOpener opener;

  TerminalSample(Surroundings around, EngineOpener opener) {
    this.around = around;
    this.opener = opener;
  }

  /// @return the exit code of the first step that did not work, or 0
  int run() {
    say("sample.intro");
    Path mailshot;
    int people;
    int row;
    try (Postroom engine = opener.open(named(around.environment()), Passwords.NONE)) {
      MailshotFile sample = engine.createSample();
      Draft draft = engine.draft(sample, SendWay.toPractice(), WorkProgress.NONE);
      mailshot = sample.path();
      people = draft.people();
      row = draft.list().people().getFirst().at().row();
    } catch (ProblemException e) {
      around.err().println(e.problem().message());
      around.err().flush();
      return e.problem().kind().exitCode();
    }
    String file = mailshot.toString();
    String previews = mailshot.resolveSibling("preview").toString();
    List<List<String>> steps =
        List.of(
            List.of("check", file),
            List.of("preview", file, "--row", Integer.toString(row), "--out", previews),
            List.of("send", file, "--confirm", Integer.toString(people), "--practice"),
            List.of("report", file, "--practice"));
    int number = 0;
    for (List<String> step : steps) {
      around.out().println();
      say("sample.step", ++number, steps.size(), AppTexts.text("sample." + step.getFirst()));
      say("sample.command", String.join(" ", step));
      int code = shortly(step);
      if (code != 0) {
        say("sample.failed", Integer.toString(code));
        return code;
      }
    }
    around.out().println();
    say("sample.end", people);
    return 0;
  }

  /// Runs one command and shows the beginning of what it prints.
  private int shortly(List<String> step) {
    StringWriter printed = new StringWriter();
    Surroundings within =
        new Surroundings(
            new PrintWriter(printed),
            around.err(),
            around.environment(),
            around.terminal(),
            around.password(),
            around.stop());
    int code = new Cli(within, opener).run(step.toArray(String[]::new));
    List<String> lines = printed.toString().lines().toList();
    lines.stream().limit(MOST_LINES).forEach(around.out()::println);
    if (lines.size() > MOST_LINES) {
      say("sample.more", lines.size() - MOST_LINES);
    }
    around.out().flush();
    return code;
  }

  /// The workspace that the environment names, or null for the platform's own.
  static @Nullable Path named(Map<String, String> environment) {
    String named = environment.get("POSTROOM_WORKSPACE");
    return named == null || named.isBlank() ? null : Path.of(named);
  }

  private void say(String key, Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    around.out().println(AppTexts.text(key, all.toArray()));
    around.out().flush();
  }
}
