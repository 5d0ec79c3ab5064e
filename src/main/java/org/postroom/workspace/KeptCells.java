package org.postroom.workspace;

import java.nio.IntBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.ListCells;

/// The cells that were kept of lists, read piece by piece at each question.
final class KeptCells implements EarlierCells {
  private static final int EMPTY = -1;

  private final Database database;
  private final List<Kept> lists;

  private final List<byte[]> keys;

  /// @param key the place of the one that printed it
  private record Kept(EarlierList list, int key, WordFilter words) {}

  private KeptCells(Database database, List<Kept> lists, List<byte[]> keys) {
    this.database = database;
    this.lists = List.copyOf(lists);
    this.keys = keys;
  }

  /// @param sha256 the list that is none of them
  /// @param keys those that are there
  static EarlierCells read(
      Database database, Connection connection, String sha256, List<byte[]> keys)
      throws SQLException {
    List<Kept> lists = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT s.number, s.file_name, w.people, s.key_mark, w.words FROM list_words w"
                + " JOIN list_seen s ON s.number = w.list_no"
                + " WHERE s.sha256 <> ? AND w.form = ? AND w.people > 0 ORDER BY s.number")) {
      select.setString(1, sha256);
      select.setInt(2, ListCells.FORM);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          EarlierList list = new EarlierList(row.getInt(1), row.getString(2), row.getInt(3));
          String mark = row.getString(4);
          WordFilter words = WordFilter.of(row.getBytes(5));
          IntStream.range(0, keys.size())
              .filter(key -> ListPrints.mark(keys.get(key)).equals(mark))
              .limit(1)
              .forEach(key -> lists.add(new Kept(list, key, words)));
        }
      }
    }
    return lists.isEmpty() ? EarlierCells.NONE : new KeptCells(database, lists, keys);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public int[] lengths(List<String> words) {
    int[] lengths = new int[words.size()];
    for (int key : keysInUse()) {
      List<WordFilter> filters = of(key).stream().map(Kept::words).toList();
      Fingerprints prints = new Fingerprints(keys.get(key));
      for (int i = 0; i < lengths.length; i++) {
        IntBuffer word = prints.ofWord(words.get(i));
        for (WordFilter filter : filters) {
          lengths[i] |= filter.lengths(word);
        }
      }
    }
    return lengths;
  }

  @Override
  public void find(List<String> values, Found found) {
    if (values.isEmpty()) {
      return;
    }
    for (int key : keysInUse()) {
      Asked asked = new Asked(keys.get(key), values);
      for (Kept kept : of(key)) {
        Records.unchecked(
            () ->
                database.readAside(
                    connection -> {
                      read(connection, kept.list(), asked, found);
                      return true;
                    }));
      }
    }
  }

  private int[] keysInUse() {
    return lists.stream().mapToInt(Kept::key).distinct().toArray();
  }

  private List<Kept> of(int key) {
    return lists.stream().filter(kept -> kept.key() == key).toList();
  }

  private static void read(Connection connection, EarlierList list, Asked asked, Found found)
      throws SQLException {
    int person = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT cells FROM list_cells WHERE list_no = ? ORDER BY piece")) {
      select.setInt(1, list.number());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          person = asked.read(row.getBytes(1), list, person, found);
        }
      }
    }
  }

  /// The fingerprints of some values, found by themselves: they are evenly spread.
  private static final class Asked {
    private final int[] prints;
    private final int[] slots;

    Asked(byte[] key, List<String> values) {
      Fingerprints fingerprints = new Fingerprints(key);
      prints = new int[values.size()];
      slots = new int[Math.max(4, Integer.highestOneBit(prints.length) * 4)];
      Arrays.fill(slots, EMPTY);
      for (int value = 0; value < prints.length; value++) {
        prints[value] = fingerprints.ofCell(values.get(value));
        int slot = prints[value] & (slots.length - 1);
        while (slots[slot] != EMPTY) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = value;
      }
    }

    /// @param person of the first cell
    /// @return who is next
    int read(byte[] cells, EarlierList list, int person, Found found) {
      return CellPrints.read(
          cells,
          person,
          (whose, print, traits) -> {
            int slot = print & (slots.length - 1);
            while (slots[slot] != EMPTY) {
              if (prints[slots[slot]] == print) {
                found.cell(list, whose, traits, slots[slot]);
              }
              slot = (slot + 1) & (slots.length - 1);
            }
          });
    }
  }
}
