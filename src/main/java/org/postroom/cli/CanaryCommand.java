package org.postroom.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListExporter.Export;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom canary`: which export of a list an address was put into.
@Command(name = "canary")
final class CanaryCommand extends EngineCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "list|whose")
  private Act act = Act.LIST;

  @Parameters(index = "1", arity = "0..1", paramLabel = "ADDRESS")
  private @Nullable String address;

  @Option(names = "--json")
  private boolean json;

  /// What is done.
  enum Act {
    LIST,
    WHOSE
  }

  CanaryCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  boolean takesAnAddress() {
    return true;
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    refuseAnOption(address);
    return switch (act) {
      case LIST -> list(engine.exporter().all());
      case WHOSE -> {
        if (address == null) {
          throw new UsageException("canary.whose");
        }
        yield whose(address, engine.exporter().whose(address));
      }
    };
  }

  private int list(List<Export> exports) {
    if (json) {
      print(Json.write(ListJson.exports(exports)));
      return ExitCode.DONE;
    }
    if (exports.isEmpty()) {
      tell("canary.none");
    }
    exports.forEach(this::show);
    return ExitCode.DONE;
  }

  private int whose(String canary, Optional<Export> export) {
    if (json) {
      print(Json.write(ListJson.whose(canary, export.orElse(null))));
    } else if (export.isPresent()) {
      show(export.get());
    }
    if (export.isEmpty()) {
      tell("canary.nobodys", canary);
    }
    return export.isPresent() ? ExitCode.DONE : ExitCode.WRONG;
  }

  private void show(Export export) {
    String canary = export.canary();
    print(
        CliTexts.text(
            "canary.line",
            canary == null ? CliTexts.text("canary.without") : canary,
            export.file().toString(),
            export.listFile(),
            export.people(),
            LocalDate.ofInstant(export.at(), ZoneOffset.UTC).toString(),
            export.by().isEmpty() ? CliTexts.text("lists.unknown") : export.by(),
            export.handedTo().isEmpty() ? CliTexts.text("canary.not-said") : export.handedTo()));
  }
}
