package org.postroom.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SuppressionList;
import org.postroom.engine.WorkProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom suppress`: who is not written to, whichever list they stand in.
@Command(name = "suppress")
final class SuppressCommand extends EngineCommand {
  @Parameters(index = "0", paramLabel = "list|add|remove|import|export")
  private Act act = Act.LIST;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ADDRESS|FILE")
  private @Nullable String what;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  @Option(names = "--json")
  private boolean json;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  /// What is done.
  enum Act {
    LIST,
    ADD,
    REMOVE,
    IMPORT,
    EXPORT
  }

  SuppressCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  boolean takesAnAddress() {
    return true;
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    refuseAnOption(what);
    SuppressionList people = engine.suppressions();
    switch (act) {
      case LIST -> list(people.all());
      case ADD -> {
        String address = what();
        tell(people.add(address, reason()) ? "suppress.added" : "suppress.already", address);
      }
      case REMOVE -> {
        String address = what();
        people.remove(address, reason());
        tell("suppress.removed", address);
      }
      case IMPORT -> {
        return imported(
            people.importFrom(reading.request(Path.of(what())), reason, WorkProgress.NONE));
      }
      case EXPORT -> {
        String csv = what();
        tell("suppress.exported", people.export(Path.of(csv)), csv);
      }
    }
    return ExitCode.DONE;
  }

  private void list(List<SuppressionList.Suppressed> people) {
    if (json) {
      print(Json.write(Json.suppressed(people)));
      return;
    }
    if (people.isEmpty()) {
      tell("suppress.none");
    }
    for (SuppressionList.Suppressed person : people) {
      print(
          CliTexts.text(
              person.byServer() ? "suppress.line-server" : "suppress.line",
              person.address(),
              person.reason(),
              LocalDate.ofInstant(person.since(), ZoneOffset.UTC).toString()));
    }
  }

  /// Whoever runs this from a script must notice rows that could not be taken: these people would
  /// still be written to.
  private int imported(SuppressionList.Imported done) {
    if (json) {
      print(Json.write(Json.imported(done)));
    } else {
      print(
          CliTexts.text(
              "suppress.imported",
              done.rows(),
              done.added(),
              done.already(),
              done.repeated(),
              done.leftOut().size()));
      done.leftOut().forEach(row -> print(ListCommand.leftOut(row)));
    }
    if (done.leftOut().isEmpty()) {
      return ExitCode.DONE;
    }
    tell("suppress.import-left-out", done.leftOut().size());
    return ExitCode.SOME_NOT_ACCEPTED;
  }

  private String what() throws UsageException {
    if (what == null) {
      throw new UsageException("suppress.what." + act.name().toLowerCase(Locale.ROOT));
    }
    return what;
  }

  private String reason() throws UsageException {
    if (reason == null || reason.isBlank()) {
      throw new UsageException("suppress.reason");
    }
    return reason;
  }
}
