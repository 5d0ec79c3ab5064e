package org.postroom.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.FieldName;

/// Reads a file as the people to write to and the rows left out, each with its reason.
public interface ListReader {
  /// @param file the list
  /// @param choices the document's, or those of a command line
  /// @param suppressed addresses that are not written to any more
  /// @throws ProblemException where the file is no list, or a reference to a row no longer holds
  ListReading read(
      FileCandidate file, Recipients choices, Set<MailboxKey> suppressed, WorkProgress progress)
      throws ProblemException;

  /// As [#read(FileCandidate, Recipients, Set, WorkProgress)], where the values of some columns go
  /// into a header, as the subject's do: a row with a control character in one is left out (rule
  /// V1).
  default ListReading read(
      FileCandidate file,
      Recipients choices,
      Set<MailboxKey> suppressed,
      Set<FieldName> headerFields,
      WorkProgress progress)
      throws ProblemException {
    return read(file, choices, suppressed, progress);
  }

  /// The choices of a request that belongs to no mailshot.
  static Recipients choices(ListRequest request) {
    return choices(
        request.file().toString(),
        request.charset(),
        request.delimiter(),
        request.sheet(),
        request.addressColumn(),
        request.nameColumn());
  }

  private static Recipients choices(
      String file,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String sheet,
      @Nullable String addressColumn,
      @Nullable String nameColumn) {
    Recipients none = Recipients.none();
    return new Recipients(
        file,
        addressColumn,
        nameColumn,
        sheet,
        charset,
        delimiter,
        null,
        null,
        null,
        none.leaveOut(),
        none.corrections(),
        none.duplicates(),
        none.where());
  }
}
