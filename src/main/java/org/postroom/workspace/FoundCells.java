package org.postroom.workspace;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.postroom.safety.ListCells;

/// The cells of the list at hand, found by their fingerprints: thirteen bytes each, and four to
/// eight for the table.
final class FoundCells {
  static final int NOBODY = -1;

  /// So many people are looked at to tell whether these are the list's.
  private static final int SAMPLE = 64;

  private int[] prints = new int[1 << 10];
  private int[] persons = new int[1 << 10];
  private byte[] traits = new byte[1 << 10];
  private int[] slots = new int[0];
  private int count;
  private int people;

  private FoundCells() {}

  /// What was kept of the list, where its people stood then as they do `now`; where somebody left
  /// rows out since, they are printed anew.
  ///
  /// @param most so many people at most
  static FoundCells read(Connection connection, int list, byte[] key, ListCells now, int most)
      throws SQLException {
    FoundCells kept = new FoundCells();
    kept.people = CellPrints.read(connection, list, most, kept::add);
    if (!kept.isOf(key, now)) {
      kept = of(key, now, most);
    }
    kept.index();
    return kept;
  }

  private static FoundCells of(byte[] key, ListCells now, int most) {
    FoundCells cells = new FoundCells();
    Fingerprints fingerprints = new Fingerprints(key);
    cells.people = Math.min(now.people(), most);
    for (int i = 0; i < cells.people; i++) {
      int person = i;
      now.of(i, cell -> cells.add(person, fingerprints.ofCell(cell.value()), cell.traits()));
    }
    return cells;
  }

  /// True where everybody of a sample has the address that was kept in that place.
  private boolean isOf(byte[] key, ListCells now) {
    int[] addresses = new int[people];
    boolean[] known = new boolean[people];
    for (int cell = 0; cell < count; cell++) {
      if (traits[cell] == ListCells.ADDRESS) {
        addresses[persons[cell]] = prints[cell];
        known[persons[cell]] = true;
      }
    }
    Fingerprints fingerprints = new Fingerprints(key);
    boolean[] same = {people > 0};
    int step = Math.max(1, people / SAMPLE);
    for (int i = 0; i < people; i += step) {
      int person = i;
      if (person >= now.people()) {
        return false;
      }
      now.of(
          person,
          cell -> {
            if (cell.traits() == ListCells.ADDRESS && known[person]) {
              same[0] &= addresses[person] == fingerprints.ofCell(cell.value());
            }
          });
    }
    return same[0];
  }

  private void add(int person, int print, int trait) {
    if (count == prints.length) {
      prints = Arrays.copyOf(prints, count * 2);
      persons = Arrays.copyOf(persons, count * 2);
      traits = Arrays.copyOf(traits, count * 2);
    }
    prints[count] = print;
    persons[count] = person;
    traits[count++] = (byte) trait;
  }

  private void index() {
    slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4)];
    Arrays.fill(slots, NOBODY);
    for (int cell = 0; cell < count; cell++) {
      int slot = prints[cell] & (slots.length - 1);
      while (slots[slot] != NOBODY) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = cell;
    }
  }

  int people() {
    return people;
  }

  /// Whose cell it is.
  int person(int cell) {
    return persons[cell];
  }

  int traits(int cell) {
    return traits[cell];
  }

  /// Each cell with this fingerprint: addresses, or what is none.
  void find(int print, boolean address, IntConsumer cell) {
    int slot = print & (slots.length - 1);
    while (slots[slot] != NOBODY) {
      int found = slots[slot];
      if (prints[found] == print && (traits[found] == ListCells.ADDRESS) == address) {
        cell.accept(found);
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
