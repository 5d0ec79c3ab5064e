package org.postroom.message;

import java.util.Optional;

/// What is known about lists when a file is to be attached: the list in use and every list that was
/// ever imported in this workspace. Implemented by adapters; pure look-ups.
public interface KnownLists {
  /// Name of the list that is the same file (by path, link, file key or content), if there is one.
  Optional<String> sameFile(FileCandidate file);

  /// A world without lists, for texts of the program's own.
  KnownLists NONE = _ -> Optional.empty();
}
