package org.postroom.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postroom.message.Kind;
import org.postroom.workspace.ListUse;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.WorkspaceException;

/// The lists seen, as people look at them.
final class ListBook implements SeenLists {
  private final Parts parts;

  ListBook(Parts parts) {
    this.parts = parts;
  }

  @Override
  public List<SeenList> all() throws ProblemException {
    try {
      return parts.workspace().lists().all().stream().map(ListBook::shown).toList();
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public Optional<SeenList> find(String sha256) throws ProblemException {
    try {
      return parts.workspace().lists().find(sha256).map(ListBook::shown);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  @Override
  public void forget(String sha256, String reason) throws ProblemException {
    String words = SuppressionRows.oneLine(reason);
    if (words.isEmpty()) {
      throw Problems.of(Problem.Kind.DOCUMENT, "lists.no-reason");
    }
    try {
      if (!parts.workspace().lists().forget(sha256, words, parts.clock().instant())) {
        throw Problems.of(Problem.Kind.DOCUMENT, "lists.unknown", sha256);
      }
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static SeenList shown(ListsSeen.Remembered list) {
    ListsSeen.Seen last = list.last();
    ListsSeen.Origin origin = last.origin();
    return new SeenList(
        last.sha256(),
        last.fileName(),
        origin.sheet(),
        origin.path().isEmpty() ? null : Path.of(origin.path()),
        origin.modified(),
        last.people(),
        last.leftOut(),
        origin.basis(),
        origin.by(),
        list.firstSeen(),
        last.at(),
        list.lastUse().map(ListBook::use));
  }

  private static Use use(ListUse use) {
    Kind kind = Kind.valueOf(use.kind().toUpperCase(Locale.ROOT));
    return new Use(use.mailshot(), use.name(), use.sender(), kind, use.at());
  }
}
