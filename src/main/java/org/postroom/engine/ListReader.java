package org.postroom.engine;

import java.util.Set;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.FieldName;

/// Reads a file as the people to write to and the rows left out, each with its reason.
public interface ListReader {
  /// @param file the list
  /// @param choices the document's, or those of a command line
  /// @param memory of the workspace
  /// @param headerFields columns whose values go into a header, as the subject's do: a row with a
  ///   control character in one is left out (rule V1)
  /// @throws ProblemException where the file is no list, or a reference to a row no longer holds
  ListReading read(
      FileCandidate file,
      Recipients choices,
      ListMemory memory,
      Set<FieldName> headerFields,
      WorkProgress progress)
      throws ProblemException;

  /// Where no value goes into a header.
  default ListReading read(
      FileCandidate file, Recipients choices, ListMemory memory, WorkProgress progress)
      throws ProblemException {
    return read(file, choices, memory, Set.of(), progress);
  }

  /// The choices of a request that belongs to no mailshot.
  static Recipients choices(ListRequest request) {
    return new RecipientsEdit(Recipients.none())
        .file(request.file().toString())
        .addressColumn(request.addressColumn())
        .nameColumn(request.nameColumn())
        .sheet(request.sheet())
        .charset(request.charset())
        .delimiter(request.delimiter())
        .headingRow(request.headingRow())
        .recipients();
  }
}
