package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.safety.ListCells;
import org.postroom.safety.Memory;

/// Compares the kept cells of a list with those of lists that were imported before it. Whose row it
/// is the address says, in both; a column that has, row after row, what the earlier list had beside
/// the neighbour's address has slipped. Only what singles somebody out is kept, so that what many
/// share (a date, a section) says nothing either way.
///
/// Fingerprints are compared with fingerprints: no value is known here, and the time is that of
/// reading them once: a fifth of a second for 100,000 people of seven columns and one earlier list.
/// Of lists with more than 200,000 people the first 200,000 are compared.
final class ListSlips {
  /// So many lists are compared, those seen last.
  private static final int LISTS = 12;

  /// … as long as they have no more people than this together; the first one always.
  private static final int PEOPLE_OF_LISTS = 300_000;

  private static final int MOST_PEOPLE = 200_000;

  /// So many rows one below the other have what their neighbours had.
  private static final int FEWEST = 5;

  private final FoundCells now;
  private final List<Memory.Slip> slips = new ArrayList<>();

  /// Who was in step with some earlier list, by the traits' column.
  private final Map<Integer, BitSet> inStep = new HashMap<>();

  private ListSlips(FoundCells now) {
    this.now = now;
  }

  private record Earlier(int number, String fileName) {}

  /// @param key with which the list was printed
  /// @param now the list, as it is reviewed
  static List<Memory.Slip> of(Connection connection, String sha256, byte[] key, ListCells now)
      throws SQLException {
    List<Earlier> earlier = earlier(connection, sha256);
    if (earlier.isEmpty()) {
      return List.of();
    }
    ListSlips slips =
        new ListSlips(
            FoundCells.read(connection, number(connection, sha256), key, now, MOST_PEOPLE));
    for (Earlier each : earlier) {
      slips.compare(connection, each);
    }
    return slips.told();
  }

  /// Those that came before it and were printed with the same key, the latest first.
  private static List<Earlier> earlier(Connection connection, String sha256) throws SQLException {
    List<Earlier> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT s.number, s.file_name, w.people FROM list_seen s JOIN list_seen n ON n.sha256 = ?"
                + " JOIN list_words w ON w.list_no = s.number WHERE s.sha256 <> n.sha256"
                + " AND s.first_seen < n.first_seen AND s.key_mark = n.key_mark AND w.form = ?"
                + " ORDER BY s.last_seen DESC LIMIT "
                + LISTS)) {
      select.setString(1, sha256);
      select.setInt(2, ListCells.FORM);
      try (ResultSet row = select.executeQuery()) {
        int people = 0;
        while (row.next()) {
          people += row.getInt(3);
          if (found.isEmpty() || people <= PEOPLE_OF_LISTS) {
            found.add(new Earlier(row.getInt(1), row.getString(2)));
          }
        }
      }
    }
    return found;
  }

  private static int number(Connection connection, String sha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT number FROM list_seen WHERE sha256 = ?")) {
      select.setString(1, sha256);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  /// Where a value stood in an earlier list, seen from where it stands now.
  private enum Stood {
    OWN,
    BEFORE,
    BEHIND,
    ELSEWHERE
  }

  /// Cells of the list at hand and who had the same in an earlier one.
  private static final class Links {
    private int[] cells = new int[1 << 10];
    private int[] then = new int[1 << 10];
    private int count;

    void add(int cell, int person) {
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count * 2);
        then = Arrays.copyOf(then, count * 2);
      }
      cells[count] = cell;
      then[count++] = person;
    }
  }

  private void compare(Connection connection, Earlier list) throws SQLException {
    int[] then = new int[now.people()];
    Arrays.fill(then, FoundCells.NOBODY);
    Links links = new Links();
    CellPrints.read(
        connection,
        list.number(),
        Integer.MAX_VALUE,
        (person, print, traits) -> {
          if (traits == ListCells.ADDRESS) {
            now.find(print, true, cell -> then[now.person(cell)] = person);
          } else {
            now.find(print, false, cell -> links.add(cell, person));
          }
        });
    Map<Integer, @Nullable Stood[]> columns = new HashMap<>();
    for (int link = 0; link < links.count; link++) {
      int cell = links.cells[link];
      int person = now.person(cell);
      if (then[person] != FoundCells.NOBODY) {
        @Nullable Stood[] stood =
            columns.computeIfAbsent(column(cell), _ -> new Stood[now.people()]);
        stood[person] = together(stood[person], stood(then, person, links.then[link]));
      }
    }
    columns.forEach((column, stood) -> run(list, column, stood));
  }

  private int column(int cell) {
    return now.traits(cell) >>> 3;
  }

  /// Null where a neighbour was not on that list: it may have been his.
  private static @Nullable Stood stood(int[] then, int person, int had) {
    int before = person > 0 ? then[person - 1] : then[person];
    int behind = person + 1 < then.length ? then[person + 1] : then[person];
    if (then[person] == had) {
      return Stood.OWN;
    }
    if (before == had) {
      return Stood.BEFORE;
    }
    if (behind == had) {
      return Stood.BEHIND;
    }
    return before == FoundCells.NOBODY || behind == FoundCells.NOBODY ? null : Stood.ELSEWHERE;
  }

  /// Of what several had: one's own wins, and what a neighbour had.
  private static @Nullable Stood together(@Nullable Stood one, @Nullable Stood other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) > 0 ? other : one;
  }

  /// The longest run of rows in which everybody has what one neighbour had. Rows whose value is
  /// new, or nobody's alone, are passed over.
  private void run(Earlier list, int column, @Nullable Stood[] stood) {
    BitSet own = inStep.computeIfAbsent(column, _ -> new BitSet());
    Stood running = Stood.OWN;
    int first = 0;
    int rows = 0;
    Memory.Slip longest = null;
    for (int person = 0; person < stood.length; person++) {
      Stood here = stood[person];
      if (here == null) {
        continue;
      }
      if (here == Stood.OWN) {
        own.set(person);
      }
      if (here != running) {
        running = here;
        first = person;
        rows = 0;
      }
      rows++;
      if ((here == Stood.BEFORE || here == Stood.BEHIND)
          && rows >= FEWEST
          && (longest == null || rows > longest.rows())) {
        int distance = here == Stood.BEFORE ? -1 : 1;
        longest = new Memory.Slip(list.fileName(), column << 3, first, person, rows, distance);
      }
    }
    Optional.ofNullable(longest).ifPresent(slips::add);
  }

  /// Without those that were in step with another earlier list: of two that differ one has been
  /// mended.
  private List<Memory.Slip> told() {
    return slips.stream()
        .filter(
            slip ->
                inStep
                            .getOrDefault(slip.traits() >>> 3, new BitSet())
                            .get(slip.first(), slip.last() + 1)
                            .cardinality()
                        * 2
                    < slip.rows())
        .sorted(Comparator.comparingInt(slip -> -slip.rows()))
        .toList();
  }
}
