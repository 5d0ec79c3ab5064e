package org.postroom.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListExporter;
import org.postroom.engine.ListExporter.CanaryWish;
import org.postroom.engine.ListExporter.Exported;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom export`: writes the people of a list out, to hand them to somebody.
@Command(name = "export")
final class ExportCommand extends EngineCommand {
  @Parameters(paramLabel = "FILE|MAILSHOT")
  private Path source = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE")
  private Path out = Path.of("");

  @Option(names = "--handed-to", paramLabel = "TEXT")
  private String handedTo = "";

  @ArgGroup(exclusive = true)
  private @Nullable Canary canary;

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--json")
  private boolean json;

  /// The address that is put in.
  static final class Canary {
    @Option(names = "--canary", required = true, paramLabel = "ADDRESS")
    private @Nullable String own;

    @Option(names = "--canary-exactly", required = true, paramLabel = "ADDRESS")
    private @Nullable String exactly;

    CanaryWish wish() {
      String address = exactly;
      return address == null
          ? new CanaryWish.Plus(String.valueOf(own))
          : new CanaryWish.Exactly(address);
    }
  }

  ExportCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    CanaryWish wish = canary == null ? null : canary.wish();
    ListExporter.Order order = new ListExporter.Order(out, handedTo, wish);
    boolean mailshot = source.toString().toLowerCase(Locale.ROOT).endsWith(".mailshot");
    if (mailshot && !reading.areUnused()) {
      throw new UsageException("export.options");
    }
    Exported done =
        mailshot
            ? engine.exporter().export(engine.open(source), order, WorkProgress.NONE)
            : engine.exporter().export(reading.request(source), order, WorkProgress.NONE);
    if (json) {
      print(Json.write(ListJson.exported(done)));
      return ExitCode.DONE;
    }
    tell("export.done", done.export().people(), done.export().file().toString(), done.leftOut());
    String address = done.export().canary();
    if (address != null) {
      tell("export.canary", address);
    }
    return ExitCode.DONE;
  }
}
