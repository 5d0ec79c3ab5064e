package org.postroom.files;

import java.util.List;
import java.util.Optional;
import org.postroom.message.Blob;
import org.postroom.message.FileCandidate;
import org.postroom.message.KnownLists;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.UncheckedWorkspaceException;
import org.postroom.workspace.WorkspaceException;

/// Knows a recipient list when it sees one (rule E0): the list in use by path, link, hard link and
/// content; lists imported here earlier by content, because inodes are used again.
///
/// Where the workspace cannot be read [#sameFile] throws [UncheckedWorkspaceException].
public final class ListIdentities implements KnownLists {
  private final List<FileCandidate> inUse;
  private final Earlier earlier;

  /// The list with this SHA-256 that was imported here, by its file's name.
  interface Earlier {
    Optional<String> nameOf(String sha256);
  }

  ListIdentities(List<FileCandidate> inUse, Earlier earlier) {
    this.inUse = List.copyOf(inUse);
    this.earlier = earlier;
  }

  /// @param inUse the mailshot's own list, as far as there is one
  public static ListIdentities of(List<FileCandidate> inUse, ListsSeen seen) {
    return new ListIdentities(
        inUse,
        sha256 -> {
          try {
            return seen.find(sha256).map(list -> list.last().fileName());
          } catch (WorkspaceException e) {
            throw UncheckedWorkspaceException.of(e);
          }
        });
  }

  @Override
  public Optional<String> sameFile(FileCandidate file) {
    if (file.content().size() == 0) {
      // All empty files have the same bytes, and nobody's data is in them.
      return Optional.empty();
    }
    FileIdentity identity = FileIdentity.read(file.fileKey());
    for (FileCandidate list : inUse) {
      if (isSame(list.content(), file.content())
          || FileIdentity.read(list.fileKey()).isSameAs(identity)) {
        return Optional.of(list.fileName());
      }
    }
    return earlier.nameOf(file.content().sha256());
  }

  /// A large list is not read where its size tells already.
  private static boolean isSame(Blob one, Blob other) {
    return one.size() == other.size() && one.sha256().equals(other.sha256());
  }
}
