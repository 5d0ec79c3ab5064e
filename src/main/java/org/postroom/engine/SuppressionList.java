package org.postroom.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.LeftOut;

/// The people of this workspace who are not written to, whichever list they stand in. Planning
/// leaves them out, and each letter asks again just before it leaves. Practice asks too and never
/// writes here.
public interface SuppressionList {
  /// In the order of their addresses.
  List<Suppressed> all() throws ProblemException;

  /// @return false where the address stood there by a person's word already; it then keeps its
  ///   first reason
  /// @throws ProblemException where it is not one address, or the reason is blank
  boolean add(String address, String reason) throws ProblemException;

  /// Writes to this address again; the reason is kept.
  ///
  /// @throws ProblemException where it is not there, or the reason is blank
  void remove(String address, String reason) throws ProblemException;

  /// Adds everybody in a list, all of them or, where something goes wrong, nobody. A column
  /// `reason` and a column `since`, as [#export] writes them, are taken over.
  ///
  /// @param reason for rows without one of their own; null names the file
  Imported importFrom(ListRequest list, @Nullable String reason, WorkProgress progress)
      throws ProblemException;

  /// Writes a CSV that is safe to open in a spreadsheet (rule V7) and that [#importFrom] reads
  /// back. A file that is there already is never replaced.
  ///
  /// @return how many people stand in it
  int export(Path csv) throws ProblemException;

  /// @param address lower case, domain as A-labels
  /// @param reason a person's words, or the server's reply
  /// @param byServer true where a server said that there is no such mailbox
  record Suppressed(String address, String reason, boolean byServer, Instant since) {}

  /// Every row of an imported list: rows = added + already + repeated + left out.
  ///
  /// @param already rows of people who were suppressed before
  /// @param repeated rows of an address that an earlier row has
  /// @param leftOut rows without an address that can be used
  record Imported(int added, int already, int repeated, List<LeftOut> leftOut) {
    public Imported {
      leftOut = List.copyOf(leftOut);
    }

    public int rows() {
      return added + already + repeated + leftOut.size();
    }
  }
}
