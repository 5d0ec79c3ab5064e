package org.postroom.files;

import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.message.PersonalFiles;

/// The files of a mailshot by the names that its document gives them: on the disk, or frozen when
/// it was cleared. The same pipeline runs over both. A file is read once; what it was then, it
/// stays.
public interface SourceFiles {
  /// The file of this name, relative to the document. Nobody asked yet whether it is a list.
  Reading read(String name);

  /// As [#read], of the recipient list: its bytes are read when somebody asks for them, so that the
  /// size of a large one is known before.
  default Reading list(String name) {
    return read(name);
  }

  /// Each person's own files under `folder`, which is relative to the document (rule V6).
  PersonalFiles personal(String folder, KnownLists lists);

  /// What came of reading a file.
  sealed interface Reading {
    record Found(FileCandidate file) implements Reading {}

    /// There is no such file, or it is a folder.
    ///
    /// @param name as in the document
    record Missing(String name) implements Reading {}

    /// There is one that cannot be read.
    ///
    /// @param name as in the document
    /// @param why the platform's words
    record Unreadable(String name, String why) implements Reading {}
  }
}
