package org.postroom.recipients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// Names and addresses that resemble each other, but for other rows (incident I11): a column was
/// shifted, or sorted alone. In an ordinary list many addresses are made of the name beside them.
/// Here nearly none is, while many a name that only one person has is found again in the address of
/// another row. A list whose addresses are not made of names says nothing either way.
///
/// It takes about 20 people, and a quarter of the addresses made of names, to say so. Where the
/// list is in step down to some row and slipped by one distance from there on, eight rows are
/// enough. The time is linear in the rows; of lists with more than 100,000 people the first 100,000
/// are compared.
final class OutOfStep {
  private static final int FEWEST = 12;
  private static final int MOST = 100_000;
  private static final int SAMPLE = 1_000;
  private static final int LARGE = 5_000;
  private static final int BLOCK = 50;

  /// So many rows must resemble another one …
  private static final int ELSEWHERE = 6;

  /// … or so many, where only a part of the list has slipped.
  private static final int IN_A_PART = 8;

  /// A key that stands in more addresses than this singles nobody out.
  private static final int ADDRESSES = 2;

  /// Names of one word resemble strangers' addresses by chance: more of them must do so.
  private static final int ONE_WORD = 20;

  private final List<Recipient> people;
  private final int[] columns;

  // What is looked at several times; a person is made anew each time.
  private final String[] names;
  private final String[] locals;

  private OutOfStep(List<Recipient> people, int[] columns) {
    this.people = people;
    this.columns = columns;
    this.names = new String[people.size()];
    this.locals = new String[people.size()];
  }

  static Optional<Finding> about(RecipientList list) {
    List<Recipient> people = list.people().subList(0, Math.min(MOST, list.people().size()));
    if (people.size() < FEWEST) {
      return Optional.empty();
    }
    for (int[] columns : NameColumn.people(list.columns(), list.addressColumn())) {
      Slip slip = new OutOfStep(people, columns).find();
      if (slip == null && columns.length == 2) {
        slip = MovedSurnames.find(people, columns[0], columns[1]);
      }
      if (slip != null) {
        return Optional.of(finding(slip, list.origin().sha256()));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Slip slip, String sha256) {
    String address = slip.other().mailbox().address().wire();
    return Finding.of("list.out-of-step", Severity.CONFIRM)
        .at(Place.row(slip.one().at().row(), null), sha256)
        .args(slip.name(), address, slip.other().at().row(), 0)
        .build();
  }

  /// @param name of `one`, which the address of `other` is made of
  record Slip(Recipient one, String name, Recipient other) {}

  /// A key that one person alone has.
  private static final class Claim {
    private final int row;
    private boolean shared;
    private int addresses;
    private int elsewhere = -1;

    Claim(int row) {
      this.row = row;
    }
  }

  /// What a row says.
  ///
  /// @param elsewhere the row whose address resembles this one's name, or -1 where its own does
  private record Sign(int row, int elsewhere) {}

  private @Nullable Slip find() {
    if (people.size() > LARGE && inStepEverywhere()) {
      return null;
    }
    for (int i = 0; i < names.length; i++) {
      Recipient person = people.get(i);
      names[i] = name(person);
      locals[i] = local(person);
    }
    Map<String, Claim> claims = claims();
    boolean[] usable = new boolean[people.size()];
    int count = 0;
    for (Claim claim : claims.values()) {
      if (!claim.shared && !usable[claim.row]) {
        usable[claim.row] = true;
        count++;
      }
    }
    if (count < ELSEWHERE) {
      return null;
    }
    seek(claims);
    List<Sign> signs = signs(claims);
    int elsewhere = (int) signs.stream().filter(sign -> sign.elsewhere() >= 0).count();
    boolean oneWord = Arrays.stream(names).noneMatch(name -> NameKeys.words(name).size() > 1);
    if (oneWord && (elsewhere < ONE_WORD || elsewhere * 10 < count * 7)) {
      return null;
    }
    if (elsewhere >= ELSEWHERE && hasSlipped(elsewhere, signs.size() - elsewhere, count)) {
      return slip(signs.stream().filter(sign -> sign.elsewhere() >= 0).toList());
    }
    return inPart(signs, usable);
  }

  /// @param elsewhere rows whose name is found in another row's address
  /// @param own rows whose name is found in their own
  /// @param usable rows whose name nobody else has
  static boolean hasSlipped(int elsewhere, int own, int usable) {
    return own * 4 <= elsewhere && elsewhere * 4 >= usable;
  }

  /// A look at blocks of rows, which settles it for an ordinary list at once.
  private boolean inStepEverywhere() {
    int step = Math.max(BLOCK, people.size() / 40);
    for (int start = 0; start + BLOCK <= people.size(); start += step) {
      int own = 0;
      for (int i = start; i < start + BLOCK; i++) {
        Recipient person = people.get(i);
        own += NameKeys.mayBelong(words(person), person.key().value()) ? 1 : 0;
      }
      if (own * 3 < BLOCK) {
        return false;
      }
    }
    return true;
  }

  /// The keys of a sample of names, and who else has them.
  private Map<String, Claim> claims() {
    Map<String, Claim> claims = new HashMap<>();
    int step = Math.max(1, people.size() / SAMPLE);
    for (int i = 0; i < people.size(); i += step) {
      for (String key : NameKeys.ofName(NameKeys.words(names[i]))) {
        claims.computeIfAbsent(key, _ -> new Claim(-1));
      }
    }
    for (int i = 0; i < people.size(); i++) {
      for (String key : NameKeys.ofName(NameKeys.words(names[i]))) {
        int row = i;
        claims.computeIfPresent(
            key,
            (_, claim) -> {
              if (claim.row < 0) {
                return new Claim(row);
              }
              claim.shared = true;
              return claim;
            });
      }
    }
    return claims;
  }

  /// Looks for the keys in the addresses.
  private void seek(Map<String, Claim> claims) {
    for (int i = 0; i < people.size(); i++) {
      int row = i;
      NameKeys.ofAddress(
          locals[i],
          key -> {
            Claim claim = claims.get(key);
            if (claim != null && !claim.shared) {
              claim.addresses++;
              if (row != claim.row) {
                claim.elsewhere = row;
              }
            }
          });
    }
  }

  /// In the order of the rows.
  private List<Sign> signs(Map<String, Claim> claims) {
    int[] strength = new int[people.size()];
    int[] elsewhere = new int[people.size()];
    boolean[] claimed = new boolean[people.size()];
    claims.forEach(
        (key, claim) -> {
          if (claim.shared) {
            return;
          }
          claimed[claim.row] = true;
          boolean strong = NameKeys.isStrong(key);
          if (claim.elsewhere >= 0
              && claim.addresses <= (strong ? ADDRESSES : 1)
              && (strong || NameKeys.words(names[claim.row]).size() == 1)) {
            strength[claim.row] = 2;
            elsewhere[claim.row] = claim.elsewhere;
          }
        });
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      int own = claimed[i] ? own(i) : 0;
      if (strength[i] > own) {
        signs.add(new Sign(i, elsewhere[i]));
      } else if (own > 0) {
        signs.add(new Sign(i, -1));
      }
    }
    return signs;
  }

  /// How much an address resembles the name beside it: 0 not at all, 2 as plainly as another may.
  private int own(int row) {
    List<String> words = NameKeys.words(names[row]);
    boolean[] strong = new boolean[1];
    var keys = NameKeys.ofName(words);
    NameKeys.ofAddress(
        locals[row], key -> strong[0] |= NameKeys.isStrong(key) && keys.contains(key));
    if (!strong[0] && !NameKeys.mayBelong(words, people.get(row).key().value())) {
      return 0;
    }
    return strong[0] || words.size() == 1 ? 2 : 1;
  }

  /// Rows that slipped by the same distance, down from some row.
  private @Nullable Slip inPart(List<Sign> signs, boolean[] usable) {
    Map<Integer, List<Sign>> byDistance = new HashMap<>();
    for (Sign sign : signs) {
      if (sign.elsewhere() >= 0) {
        int distance = row(sign.elsewhere()) - row(sign.row());
        byDistance.computeIfAbsent(distance, _ -> new ArrayList<>()).add(sign);
      }
    }
    for (List<Sign> slipped : byDistance.values()) {
      int from = slipped.getFirst().row();
      int to = slipped.getLast().row();
      int own = 0;
      for (Sign sign : signs) {
        own += sign.elsewhere() < 0 && sign.row() >= from && sign.row() <= to ? 1 : 0;
      }
      int of = 0;
      for (int i = from; i <= to; i++) {
        of += usable[i] ? 1 : 0;
      }
      if (slipped.size() >= IN_A_PART && hasSlipped(slipped.size(), own, of)) {
        return slip(slipped);
      }
    }
    return null;
  }

  private Slip slip(List<Sign> slipped) {
    Recipient one = people.get(slipped.getFirst().row());
    return new Slip(one, name(one), people.get(slipped.getFirst().elsewhere()));
  }

  private int row(int index) {
    return people.get(index).at().row();
  }

  private List<String> words(Recipient person) {
    return NameKeys.words(name(person));
  }

  private String name(Recipient person) {
    StringBuilder name = new StringBuilder();
    for (int column : columns) {
      name.append(name.isEmpty() ? "" : " ").append(Cells.strip(person.cell(column)));
    }
    return name.toString();
  }

  private static String local(Recipient person) {
    String key = person.key().value();
    return key.substring(0, key.lastIndexOf('@'));
  }
}
