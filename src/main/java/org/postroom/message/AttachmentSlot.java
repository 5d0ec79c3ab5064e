package org.postroom.message;

import org.postroom.finding.Finding;
import org.postroom.recipients.FieldName;

/// One place for a file in a mailshot.
public sealed interface AttachmentSlot {
  /// The same file for everyone.
  record ForAll(Attachment attachment) implements AttachmentSlot {}

  /// A file of their own for each person: the cell of `column` names a file under a folder.
  ///
  /// @param column the column
  /// @param folder as written in the document, for messages
  /// @param files resolves a cell to a file
  record PerPerson(FieldName column, String folder, PersonalFiles files)
      implements AttachmentSlot {}

  /// Refused or missing: stays visible, and the finding (always a block) stands in the review.
  record Refused(String fileName, Finding finding) implements AttachmentSlot {}
}
