package org.postroom.safety;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;
import org.postroom.safety.check.RowsShown;

/// What can be said of a file at the moment it is attached. A kindness: the review decides.
public sealed interface AttachmentReading {
  /// Read through, nothing personal found.
  record Nothing() implements AttachmentReading {}

  /// It could not be read through; the review will ask.
  ///
  /// @param why key of the reason's words
  record NotRead(String why) implements AttachmentReading {}

  /// It holds people's data.
  ///
  /// @param finding as the review will make it, where nothing else names people
  /// @param people how many
  record NamesPeople(Finding finding, int people) implements AttachmentReading {}

  /// Reads `file` and looks for people of `list`, of earlier lists, and others.
  static AttachmentReading look(
      FileCandidate file,
      RecipientList list,
      Set<MailboxKey> senders,
      Memory memory,
      TextExtractor extractor) {
    Extraction extraction = extractor.extract(file);
    ReadFile read =
        new ReadFile(
            "attachment:" + file.fileName(),
            file.fileName(),
            file.contentType(),
            file.content().sha256(),
            file.content().size(),
            extraction);
    People.Named named = new People.Named();
    People people = new People(list, senders, memory);
    for (Piece piece : read.pieces()) {
      people.search(piece.text(), named);
    }
    int several = People.several(list.people().size());
    if (People.isMost(named.onList().size(), list.people().size())) {
      return names(
          "list.is-attachment",
          Severity.BLOCK,
          read,
          named.known(),
          file.fileName(),
          list.origin().fileName());
    }
    if (named.known() < several) {
      List<Recipient> rows = RowsShown.in(list, read.texts());
      if (People.isMost(rows.size(), list.people().size())) {
        return names(
            "list.is-attachment",
            Severity.BLOCK,
            read,
            rows.size(),
            file.fileName(),
            list.origin().fileName());
      }
      if (rows.size() >= several) {
        return names("content.lists-people", Severity.BLOCK, read, rows.size(), rows.size(), "");
      }
      Optional<RowsShown.Earlier> earlier =
          RowsShown.ofEarlier(memory.earlierCells(), read.texts())
              .filter(RowsShown.Earlier::blocks);
      if (earlier.isPresent()) {
        return earlier(read, earlier.get());
      }
    }
    if (named.known() > 0) {
      Severity severity = named.known() >= several ? Severity.BLOCK : Severity.CONFIRM;
      String first =
          named.onList().isEmpty()
              ? named.onEarlierLists().getFirst()
              : named.onList().firstEntry().getKey().value();
      return names("content.lists-people", severity, read, named.known(), named.known(), first);
    }
    if (named.unknown().size() >= People.UNKNOWN_CONFIRM) {
      int unknown = named.unknown().size();
      Severity severity = unknown >= People.UNKNOWN_BLOCK ? Severity.BLOCK : Severity.CONFIRM;
      return names(
          "content.lists-people", severity, read, unknown, unknown, named.unknown().getFirst());
    }
    return extraction instanceof Extraction.Unreadable(String why, var _)
        ? new NotRead(why)
        : new Nothing();
  }

  private static NamesPeople earlier(ReadFile file, RowsShown.Earlier earlier) {
    int people = earlier.people();
    return earlier.isTheList()
        ? names("list.is-attachment", Severity.BLOCK, file, people, file.fileName(), earlier.list())
        : names("content.lists-people", Severity.BLOCK, file, people, people, "");
  }

  private static NamesPeople names(
      String id, Severity severity, ReadFile file, int people, Object... args) {
    return new NamesPeople(
        Finding.of(id, severity).at(Place.part(file.part()), file.sha256()).args(args).build(),
        people);
  }
}
