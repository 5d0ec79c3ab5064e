package org.postroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.dispatch.StopSignal;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;

class CliUsageTest {
  private static final Logger LOG = Logger.getLogger(Cli.class.getName());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail",
        "list",
        "list a.csv --jsn",
        "check",
        "check a.mailshot b.mailshot",
        "preview a.mailshot --all",
        "preview a.mailshot --out x",
        "preview a.mailshot --all --row 1 --out x",
        "preview a.mailshot --row one --out x",
        "send a.mailshot --practice",
        "send a.mailshot --confirm 3",
        "send a.mailshot --confirm three --practice",
        "send a.mailshot --confirm 3 --practice --smtp smtp://h",
        "resume a.mailshot",
        "report a.mailshot --json --csv x",
        "decide a.mailshot --to a@b.example --accepted",
        "decide a.mailshot --to a@b.example --reason x",
        "decide a.mailshot --to a@b.example --accepted --resend --reason x",
        "practice --prot 1",
        "account",
        "account forget x",
      })
  void aWrongCommandLineIsExitCode2WithTwoLinesAndNothingOpened(String args) {
    assertThat(run(refusing(), args.isEmpty() ? new String[0] : args.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("--help").doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  /// Alone, and as it comes out of the threads that compose letters.
  @ParameterizedTest
  @ValueSource(strings = {"check a.mailshot", "send a.mailshot --confirm 3 --practice"})
  void tooLittleMemoryIsSaidAndWhatCanBeDone(String args) {
    EngineOpener alone =
        opening(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    EngineOpener inAThread =
        opening(
            () -> {
              throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
            });
    for (EngineOpener opener : List.of(alone, inAThread)) {
      err.getBuffer().setLength(0);
      assertThat(run(opener, args.split(" "))).isEqualTo(args.startsWith("send") ? 6 : 2);
      assertThat(err.toString()).contains("not enough memory").doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WORKSPACE, 2",
    "DOCUMENT, 2",
    "FILE, 2",
    "UNCONFIRMED, 4",
    "CONNECTION, 6",
    "BUSY, 7"
  })
  void aProblemIsThreeSentencesAndItsExitCode(Problem.Kind kind, int code) {
    EngineOpener opener =
        opening(
            () -> {
              throw new ProblemException(new Problem(kind, "It broke.", "Nothing.", "Mend it."));
            });

    assertThat(run(opener, "check", "a.mailshot", "--json")).isEqualTo(code);
    assertThat(err.toString()).isEqualTo("It broke. Nothing. Mend it." + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theUnexpectedIsOneSentenceWithTheLogAndNeverAStackTrace() {
    LOG.setUseParentHandlers(false);
    EngineOpener opener =
        opening(
            () -> {
              throw new IllegalStateException("secret detail");
            });

    assertThat(run(opener, "report", "a.mailshot")).isEqualTo(2);
    assertThat(run(opener, "send", "a.mailshot", "--confirm", "1", "--practice")).isEqualTo(6);
    assertThat(err.toString())
        .contains("postroom.log")
        .doesNotContain("secret detail", "IllegalState", "\tat ");
  }

  @Test
  void helpListsEveryCommandAndEveryOptionHasItsWords() {
    assertThat(run(refusing(), "--help")).isZero();
    assertThat(out.toString())
        .contains("list", "check", "preview", "send", "resume", "report", "decide", "practice");
    for (String command : new String[] {"list", "check", "preview", "send", "resume", "report"}) {
      out.getBuffer().setLength(0);
      assertThat(run(refusing(), command, "--help")).isZero();
      assertThat(out.toString().lines().filter(line -> line.matches(" {2,6}-.*")))
          .allMatch(line -> line.strip().matches("\\S+( --?\\S+)? +\\S.*"));
    }
  }

  @Test
  void theWorkspaceComesFromTheOptionThenFromTheEnvironment() {
    Path[] seen = new Path[2];
    EngineOpener opener =
        new EngineOpener() {
          @Override
          public Postroom open(@Nullable Path workspace, Passwords passwords)
              throws ProblemException {
            seen[0] = workspace;
            throw new ProblemException(new Problem(Problem.Kind.FILE, "a", "b", "c"));
          }

          @Override
          public Path log(@Nullable Path workspace) {
            return Path.of("postroom.log");
          }
        };

    run(opener, "check", "a.mailshot", "--workspace", "here");
    assertThat(seen[0]).isEqualTo(Path.of("here"));
    new Cli(around(Map.of("POSTROOM_WORKSPACE", "there")), opener).run("check", "a.mailshot");
    assertThat(seen[0]).isEqualTo(Path.of("there"));
  }

  private int run(EngineOpener opener, String... args) {
    return new Cli(around(Map.of()), opener).run(args);
  }

  private Surroundings around(Map<String, String> environment) {
    return new Surroundings(
        new PrintWriter(out),
        new PrintWriter(err),
        environment,
        false,
        _ -> Optional.empty(),
        new StopSignal());
  }

  private static EngineOpener refusing() {
    return opening(
        () -> {
          throw new AssertionError("no engine is needed to see that this is wrong");
        });
  }

  private interface Opening {
    Postroom open() throws ProblemException;
  }

  private static EngineOpener opening(Opening how) {
    return new EngineOpener() {
      @Override
      public Postroom open(@Nullable Path workspace, Passwords passwords) throws ProblemException {
        return how.open();
      }

      @Override
      public Path log(@Nullable Path workspace) {
        return Path.of("postroom.log");
      }
    };
  }
}
