package org.postroom.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SeenLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom lists`: the recipient lists that this workspace has seen, and where they came from.
@Command(name = "lists")
final class ListsCommand extends EngineCommand {
  @Parameters(index = "0", arity = "0..1", paramLabel = "show|forget")
  private Act act = Act.SHOW;

  @Parameters(index = "1", arity = "0..1", paramLabel = "LIST")
  private @Nullable String which;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  @Option(names = "--json")
  private boolean json;

  /// What is done.
  enum Act {
    SHOW,
    FORGET
  }

  ListsCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    SeenLists lists = engine.seenLists();
    switch (act) {
      case SHOW -> show(lists.all());
      case FORGET -> {
        if (reason == null || reason.isBlank()) {
          throw new UsageException("suppress.reason");
        }
        SeenLists.SeenList list = chosen(lists.all());
        lists.forget(list.sha256(), reason);
        tell("lists.forgotten", list.fileName());
      }
    }
    return ExitCode.DONE;
  }

  private void show(List<SeenLists.SeenList> lists) {
    if (json) {
      print(Json.write(ListJson.all(lists)));
      return;
    }
    if (lists.isEmpty()) {
      tell("lists.none");
    }
    for (SeenLists.SeenList list : lists) {
      print(SeenListLines.line(list));
      print(SeenListLines.more(list));
    }
  }

  /// By the file's name or the beginning of its SHA-256, where only one list has it.
  private SeenLists.SeenList chosen(List<SeenLists.SeenList> lists) throws UsageException {
    String name = which;
    if (name == null || name.isBlank()) {
      throw new UsageException("lists.which");
    }
    List<SeenLists.SeenList> meant =
        lists.stream()
            .filter(list -> list.fileName().equals(name) || list.sha256().startsWith(name))
            .toList();
    if (meant.size() != 1) {
      throw new UsageException("lists.not-one", name, meant.size());
    }
    return meant.getFirst();
  }
}
