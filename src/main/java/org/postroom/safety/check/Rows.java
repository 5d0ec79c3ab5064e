package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroom.message.AttachmentSlot;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;

/// The distinctive cells of the list (rule E3): values of four signs or more that stand in two rows
/// at most (or one of a thousand) and so single a person out. [Mentions] judges those that stand in
/// a text.
final class Rows {
  /// Of a longer value its beginning is enough.
  static final int LONGEST = 1_000;

  private static final int SHORTEST = 4;

  /// In so many rows an address is somebody whom the list names, the leader of a section, say.
  private static final int NAMED_BY_MANY = 3;

  private static final int CHUNK = 1 << 20;

  private final RecipientList list;
  private final List<ListColumn> columns;

  /// The numbers of the rows, by the places of the people.
  private final int[] numbers;

  private final CellIndex cells;

  /// First word of such values → a bit for each number of words that they have.
  private final FirstWords firstWords = new FirstWords();

  /// Any address-like value → the rows in whose other columns it stands, a few of them.
  private final CellIndex naming = new CellIndex(NAMED_BY_MANY);

  private Rows(RecipientList list, Set<Integer> without) {
    this.list = list;
    int people = list.people().size();
    cells = new CellIndex(Math.max(2, people / 1000));
    numbers = new int[people];
    columns = columns(list, without);
    int place = 0;
    for (Recipient person : list.people()) {
      numbers[place] = person.at().row();
      add(place++, person);
    }
  }

  private void add(int place, Recipient person) {
    List<String> names = new ArrayList<>();
    for (ListColumn column : columns) {
      String value = Folded.of(person.cell(column.at()));
      if (value.isEmpty()) {
        continue;
      }
      if (value.contains("@")) {
        naming.add(CellIndex.hash(value), place, PersonCell.PERSON);
      }
      CellKind kind = column.kindOf(value);
      if (column.isName(kind)) {
        names.add(value);
      }
      boolean alone = column.tellsAlone(value, kind);
      add(value, new PersonCell(place, column.group(kind), kind, alone));
    }
    // Short names single nobody out; together they do.
    for (int i = 1; i < names.size(); i++) {
      PersonCell cell = new PersonCell(place, PersonCell.NAMES, CellKind.NAME, true);
      add(names.get(i - 1) + " " + names.get(i), cell);
      add(names.get(i) + " " + names.get(i - 1), cell);
      add(names.get(i) + ", " + names.get(i - 1), cell);
    }
  }

  private void add(String value, PersonCell cell) {
    String bare = Folded.bare(value);
    if (cell.kind() == CellKind.ORDINARY || bare.length() < SHORTEST) {
      return;
    }
    // A number is compared as a number alone, so that two ways to write it are one value.
    String number = Digits.ofNumber(value);
    String key = number.isEmpty() ? firstWords.add(bare) : number;
    cells.add(CellIndex.hash(key), cell.bits(), PersonCell.PERSON);
  }

  /// All columns but the one of the addresses, and those that name files.
  private static List<ListColumn> columns(RecipientList list, Set<Integer> without) {
    Set<Integer> repeating = RepeatingColumns.of(list);
    List<ListColumn> columns = new ArrayList<>();
    for (int at = 0; at < list.columns().size(); at++) {
      if (!without.contains(at)) {
        columns.add(ListColumn.of(list, at, repeating.contains(at)));
      }
    }
    return columns;
  }

  static Rows of(Material material) {
    return material.once(Rows.class, Rows::make);
  }

  private static Rows make(Material material) {
    RecipientList list = material.subject().list();
    Set<Integer> without = new HashSet<>();
    if (list.addressColumn() != null) {
      without.add(list.columns().indexOf(list.addressColumn()));
    }
    for (AttachmentSlot slot : material.mailshot().slots()) {
      if (slot instanceof AttachmentSlot.PerPerson personal) {
        without.add(list.columns().indexOf(personal.column()));
      }
    }
    return new Rows(list, without);
  }

  /// As [#of(Material)], for a list alone.
  static Rows of(RecipientList list) {
    return new Rows(
        list,
        list.addressColumn() == null
            ? Set.of()
            : Set.of(list.columns().indexOf(list.addressColumn())));
  }

  /// True where at least three rows name this address in another column than their own address's,
  /// and `mine` is one of them.
  boolean isNamedByManyAnd(Recipient mine, String address) {
    return naming.count(CellIndex.hash(address)) >= NAMED_BY_MANY
        && columns.stream().anyMatch(column -> Folded.of(mine.cell(column.at())).equals(address));
  }

  Recipient person(int place) {
    return list.people().get(place);
  }

  /// Where a person stands among the people; negative for somebody else.
  int place(Recipient person) {
    return Arrays.binarySearch(numbers, person.at().row());
  }

  /// What the row of a person says, for whoever must not take it for another's.
  OwnRow own(Recipient person) {
    List<OwnRow.Cell> own = new ArrayList<>();
    for (ListColumn column : columns) {
      String value = Folded.of(person.cell(column.at()));
      if (!value.isEmpty()) {
        own.add(
            new OwnRow.Cell(value, column.isTitle() ? CellKind.ORDINARY : column.kindOf(value)));
      }
    }
    return new OwnRow(person, own);
  }

  /// Everybody of whom texts for all say two things close together.
  List<Recipient> in(List<String> texts) {
    return find(texts).people().stream().map(this::person).toList();
  }

  /// Another person of whom one person's texts say two things close together that they could not
  /// say of `mine`.
  Optional<Mentions.Other> of(List<String> texts, Recipient mine) {
    return find(texts).ofOthers(place(mine), own(mine)::covers, CellKind::betraysWith).stream()
        .findFirst();
  }

  /// The distinctive cells that stand in some texts.
  Mentions find(List<String> texts) {
    Mentions found = new Mentions();
    if (cells.isEmpty() || numbers.length < 2) {
      return found;
    }
    int base = 0;
    for (String text : texts) {
      int from = 0;
      while (from < text.length()) {
        int to = chunkEnd(text, from, CHUNK);
        String chunk = Folded.of(text.substring(from, to));
        find(chunk, base, found);
        base += chunk.length() + 1;
        from = to;
      }
      // What stands at the end of one text is not close to the beginning of the next.
      base += Mentions.CLOSE + 1;
    }
    return found;
  }

  /// Where the piece from `from` ends: at a line's end, if it can.
  static int chunkEnd(String text, int from, int length) {
    if (text.length() - from <= length) {
      return text.length();
    }
    int line = text.lastIndexOf('\n', from + length);
    return line > from ? line : from + length;
  }

  private void find(String text, int base, Mentions found) {
    CellIndex.TextHashes hashes = new CellIndex.TextHashes(text);
    for (int at = 0; at < text.length(); at++) {
      if (Folded.isWord(text.charAt(at))) {
        int start = at;
        int end = Folded.wordEnd(text, start);
        firstWords.values(
            text,
            start,
            end,
            hashes,
            to -> add(hashes.of(start, to), base + start, base + to, text, start, to, found));
        if (Character.isDigit(text.charAt(start))) {
          Digits.numbers(
              text,
              start,
              (number, to) ->
                  cells.find(
                      CellIndex.hash(number),
                      bits -> found.add(base + start, base + to, number, PersonCell.of(bits))));
        }
        at = end;
      }
    }
  }

  private void add(long hash, int at, int end, String text, int start, int to, Mentions found) {
    cells.find(hash, bits -> found.add(at, end, text.substring(start, to), PersonCell.of(bits)));
  }
}
