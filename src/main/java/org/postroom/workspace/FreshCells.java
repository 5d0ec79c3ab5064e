package org.postroom.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.postroom.safety.ListCells;

/// The fingerprints of the cells of a list that is to be remembered, in five bytes each: four of
/// the value's, and the traits, with the highest bit where the next cell is another person's.
///
/// Whoever has not the key learns how many cells a row has, and which two cells are equal, here or
/// in another list.
final class FreshCells {
  static final int SIZE = 5;
  static final int LAST = 0x80;

  private static final int PIECE = 4_000;
  private static final int PIECES = 8;

  private final WordFilter words;
  private final List<byte[]> pieces;
  private final int people;

  private FreshCells(WordFilter words, List<byte[]> pieces) {
    this.words = words;
    this.pieces = List.copyOf(pieces);
    int count = 0;
    for (byte[] piece : pieces) {
      for (int at = SIZE - 1; at < piece.length; at += SIZE) {
        count += piece[at] < 0 ? 1 : 0;
      }
    }
    this.people = count;
  }

  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  static FreshCells of(byte[] key, ListCells cells, BooleanSupplier stop) {
    int size = cells.people();
    WordFilter words = WordFilter.forPeople(size);
    List<byte[]> pieces = new ArrayList<>();
    for (int start = 0; start < size; start += PIECE * PIECES) {
      ask(stop);
      int first = start;
      pieces.addAll(
          IntStream.range(0, Math.ceilDiv(Math.min(PIECE * PIECES, size - start), PIECE))
              .parallel()
              .mapToObj(piece -> piece(key, cells, words, first + piece * PIECE))
              .toList());
    }
    Counts counts = new Counts(size);
    pieces.parallelStream().forEach(counts::add);
    ask(stop);
    return new FreshCells(
        words, pieces.parallelStream().map(piece -> counts.without(piece, cells.most())).toList());
  }

  /// One thread has a code of its own.
  private static byte[] piece(byte[] key, ListCells cells, WordFilter words, int start) {
    Fingerprints prints = new Fingerprints(key);
    Bytes bytes = new Bytes();
    Set<String> told = new HashSet<>();
    for (int person = start; person < Math.min(start + PIECE, cells.people()); person++) {
      cells.of(
          person,
          cell -> {
            bytes.write(prints.ofCell(cell.value()), cell.traits());
            for (String word : cell.begins()) {
              // The same few first names and streets again and again: a code each takes a while.
              if (told.add(word + cell.words())) {
                words.add(prints.ofWord(word), cell.words());
              }
            }
          });
      bytes.endPerson();
    }
    return bytes.toByteArray();
  }

  /// In how many rows a fingerprint stands. Two may have one counter, which forgets both at worst.
  private static final class Counts {
    private static final int FEWEST = 1 << 16;
    private static final int MOST = 1 << 22;
    private static final long EACH = 1_024;

    private final AtomicIntegerArray counters;

    Counts(int people) {
      long wanted = Integer.highestOneBit(Math.max(1, people)) * EACH;
      counters = new AtomicIntegerArray(Math.clamp(wanted, FEWEST, MOST));
    }

    void add(byte[] piece) {
      for (int at = 0; at < piece.length; at += SIZE) {
        counters.incrementAndGet(place(piece, at));
      }
    }

    /// A piece without what more than `most` rows have.
    byte[] without(byte[] piece, int most) {
      Bytes kept = new Bytes();
      for (int at = 0; at < piece.length; at += SIZE) {
        if (counters.get(place(piece, at)) <= most) {
          kept.write(piece, at, SIZE - 1);
          kept.write(piece[at + SIZE - 1] & ~LAST);
        }
        if (piece[at + SIZE - 1] < 0) {
          kept.endPerson();
        }
      }
      return kept.toByteArray();
    }

    private int place(byte[] piece, int at) {
      return ByteBuffer.wrap(piece, at, SIZE - 1).getInt() & (counters.length() - 1);
    }
  }

  private static final class Bytes extends ByteArrayOutputStream {
    private int person;

    void write(int print, int traits) {
      write(print >>> 24);
      write(print >>> 16);
      write(print >>> 8);
      write(print);
      write(traits);
    }

    /// Of nobody who has no cell.
    void endPerson() {
      if (count > person) {
        buf[count - 1] |= (byte) LAST;
        person = count;
      }
    }
  }

  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  void insert(Connection connection, String sha256, BooleanSupplier stop) throws SQLException {
    String mark = mark();
    if (isKept(connection, sha256, mark)) {
      return;
    }
    erase(connection, sha256);
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO list_words (list_no, form, mark, people, words)"
                    + " SELECT number, ?, ?, ?, ? FROM list_seen WHERE sha256 = ?");
        PreparedStatement each =
            connection.prepareStatement(
                "INSERT INTO list_cells (list_no, piece, cells)"
                    + " SELECT number, ?, ? FROM list_seen WHERE sha256 = ?")) {
      insert.setInt(1, ListCells.FORM);
      insert.setString(2, mark);
      insert.setInt(3, people);
      insert.setBytes(4, words.bytes());
      insert.setString(5, sha256);
      insert.executeUpdate();
      for (int piece = 0; piece < pieces.size(); piece++) {
        ask(stop);
        each.setInt(1, piece);
        each.setBytes(2, pieces.get(piece));
        each.setString(3, sha256);
        each.executeUpdate();
      }
    }
  }

  static void erase(Connection connection, String sha256) throws SQLException {
    for (String table : List.of("list_cells", "list_words")) {
      try (PreparedStatement erase =
          connection.prepareStatement(
              "DELETE FROM "
                  + table
                  + " WHERE list_no = (SELECT number FROM list_seen WHERE sha256 = ?)")) {
        erase.setString(1, sha256);
        erase.executeUpdate();
      }
    }
  }

  /// A list that was registered by an earlier run of the program need not be written again.
  private static boolean isKept(Connection connection, String sha256, String mark)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM list_words WHERE mark = ?"
                + " AND list_no = (SELECT number FROM list_seen WHERE sha256 = ?)")) {
      select.setString(1, mark);
      select.setString(2, sha256);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private String mark() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) ListCells.FORM);
      digest.update(words.bytes());
      pieces.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void ask(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
