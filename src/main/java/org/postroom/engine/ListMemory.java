package org.postroom.engine;

import java.util.Map;
import java.util.Set;
import org.postroom.address.MailboxKey;

/// What a workspace knows that reading a list needs: who gets nothing, whichever list they stand
/// in, with the words that say why, and which files were exported here.
///
/// @param suppressed people who asked, and mailboxes that do not exist
/// @param canaries addresses of the sender's own, put into exports of lists
/// @param exports the SHA-256 of CSV files that were exported here, whose cells stand as
///   [ListTable] made them safe
public record ListMemory(
    Map<MailboxKey, String> suppressed, Map<MailboxKey, String> canaries, Set<String> exports) {
  public static final ListMemory NONE = new ListMemory(Map.of(), Map.of(), Set.of());

  public ListMemory {
    suppressed = Map.copyOf(suppressed);
    canaries = Map.copyOf(canaries);
    exports = Set.copyOf(exports);
  }
}
