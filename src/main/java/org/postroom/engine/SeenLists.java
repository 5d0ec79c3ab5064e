package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Kind;
import org.postroom.message.MailshotId;

/// The recipient lists that this workspace has seen: what `check`, `preview`, `send` and the People
/// step read, as long as somebody was in it. Each file's content is a list of its own.
public interface SeenLists {
  /// Every list that was not forgotten, the latest first.
  List<SeenList> all() throws ProblemException;

  /// The list with these very bytes; empty where it was never seen, or forgotten.
  Optional<SeenList> find(String sha256) throws ProblemException;

  /// Forgets a list: from here on nothing is compared with it. Its file, mailshots and reports stay
  /// as they are. The reason is kept. A forgotten list that is read again is a new one.
  ///
  /// @throws ProblemException where there is no such list, or the reason is blank
  void forget(String sha256, String reason) throws ProblemException;

  /// Where a list came from (incident I6).
  ///
  /// @param sha256 of the file's bytes, lower-case hex: which list it is
  /// @param fileName without folders
  /// @param sheet that was read, where there are sheets
  /// @param path where the file was when it was last read; null where that is not known
  /// @param modified when the file was last changed, as its disk says; null where that is not known
  /// @param people to write to, when it was last read
  /// @param leftOut rows left out, when it was last read
  /// @param basis why these people may be written to, in the words of the mailshot that last read
  ///   it; empty where nobody said
  /// @param importedBy who imported it first, as the computer calls them; empty where unknown
  /// @param lastUse what was last sent to it, practice apart
  record SeenList(
      String sha256,
      String fileName,
      @Nullable String sheet,
      @Nullable Path path,
      @Nullable Instant modified,
      int people,
      int leftOut,
      String basis,
      String importedBy,
      Instant firstImported,
      Instant lastImported,
      Optional<Use> lastUse) {}

  /// A mailshot that was planned for a list.
  ///
  /// @param name what the sender called it
  /// @param sender From's address
  record Use(MailshotId mailshot, String name, String sender, Kind kind, Instant at) {}
}
