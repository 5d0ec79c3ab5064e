package org.postroom.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.message.Kind;
import org.postroom.safety.Provenance;
import org.postroom.workspace.ListUse;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.WorkspaceException;

/// The past of a list, for the review. A list is as old as its content: from its first import here,
/// or from the last change of its file where that is earlier.
final class Past {
  /// What packs and copies files without knowing their age dates them 1970 or 1980.
  private static final Instant BELIEVABLE = Instant.parse("1990-01-01T00:00:00Z");

  private Past() {}

  static Provenance of(Parts parts, String sha256) throws WorkspaceException {
    ListsSeen lists = parts.workspace().lists();
    Optional<ListsSeen.Remembered> list = lists.find(sha256);
    if (list.isEmpty()) {
      return Provenance.UNKNOWN;
    }
    Instant since = list.get().firstSeen();
    Instant modified = list.get().last().origin().modified();
    if (modified != null && modified.isAfter(BELIEVABLE) && modified.isBefore(since)) {
      since = modified;
    }
    return new Provenance(
        LocalDate.ofInstant(since, parts.zone()),
        lists.lastUse(sha256).map(use -> lastUse(parts, use)).orElse(null));
  }

  private static Provenance.@Nullable LastUse lastUse(Parts parts, ListUse use) {
    return AddressReader.read(use.sender()) instanceof AddressReading.One one
        ? new Provenance.LastUse(
            use.name(),
            use.sender(),
            one.mailbox().key(),
            Kind.valueOf(use.kind().toUpperCase(Locale.ROOT)),
            LocalDate.ofInstant(use.at(), parts.zone()))
        : null;
  }
}
