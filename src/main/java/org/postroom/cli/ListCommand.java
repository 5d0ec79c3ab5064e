package org.postroom.cli;

import java.nio.file.Path;
import org.postroom.engine.ListReading;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom list`: reads a list as the import would.
@Command(name = "list")
final class ListCommand extends EngineCommand {
  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Option(names = "--json")
  private boolean json;

  ListCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    ListReading read = engine.readList(reading.request(file), WorkProgress.NONE);
    if (json) {
      print(Json.write(Json.list(file.toString(), read)));
    } else {
      show(read);
    }
    FindingLines.print(around().err(), read.findings(), null);
    return ReadingHints.print(around().err(), read.findings());
  }

  /// What was found out, as far as the format has it.
  private static String how(ListOrigin origin) {
    String sheet = origin.sheet();
    if (sheet != null) {
      return CliTexts.text("list.file-sheet", origin.fileName(), origin.format(), sheet);
    }
    return origin.delimiter().isEmpty()
        ? CliTexts.text("list.file-cards", origin.fileName(), origin.format(), origin.charset())
        : CliTexts.text(
            "list.file",
            origin.fileName(),
            origin.format(),
            origin.charset(),
            ListOptions.shown(origin.delimiter()));
  }

  private void show(ListReading reading) {
    RecipientList list = reading.list();
    FieldName address = list.addressColumn();
    print(how(list.origin()));
    print(
        CliTexts.text(
            "list.columns",
            String.join(", ", list.columns().names().stream().map(FieldName::shown).toList()),
            address == null ? CliTexts.text("list.no-address-column") : address.shown()));
    print(CliTexts.text("list.rows", list.rows(), list.people().size(), list.leftOut().size()));
    list.leftOut().forEach(row -> print(leftOut(row)));
  }

  static String leftOut(LeftOut row) {
    return CliTexts.text(
        row.why().isEmpty() ? "list.left-out" : "list.left-out-why",
        Integer.toString(row.at().row()),
        Long.toString(row.at().line()),
        row.reason().code(),
        row.value(),
        row.why());
  }
}
