package org.postroom.recipients;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// What became of each row of a table: a byte a row. The people and the rows left out are made anew
/// from the row's bytes whenever somebody looks, by the judge who decided about them.
final class Verdicts {
  private static final int ROWS_OF_A_TASK = 2048;
  private static final int TASKS_BETWEEN_QUESTIONS = 8;
  private static final List<LeftOutReason> REASONS = List.of(LeftOutReason.values());
  private static final byte CONTROL = state(LeftOutReason.CONTROL_CHARACTER);
  private static final byte NAME = state(LeftOutReason.DISPLAY_NAME);
  private static final byte PERSON = -1;

  private final List<SourceRow> rows;
  private final RowJudge judge;
  private final byte[] states;
  private int[] others = new int[0];
  private MailboxIndex index = MailboxIndex.NONE;

  Verdicts(List<SourceRow> rows, RowJudge judge) {
    this.rows = rows;
    this.judge = judge;
    this.states = new byte[rows.size()];
  }

  /// Asks the judge about each row.
  ///
  /// @param findings what there is to say about a row
  /// @param stop asked now and then by the caller's thread; true to stop
  /// @throws CancellationException where `stop` said so
  void decide(ImportFindings findings, BooleanSupplier stop) {
    int[] hashes = new int[states.length];
    int wave = ROWS_OF_A_TASK * TASKS_BETWEEN_QUESTIONS;
    for (int start = 0; start < states.length; start += wave) {
      if (stop.getAsBoolean()) {
        throw new CancellationException();
      }
      int first = start;
      int tasks = Math.ceilDiv(Math.min(wave, states.length - start), ROWS_OF_A_TASK);
      // What is said of a row depends on that row alone, so that their order does not matter.
      IntStream.range(0, tasks)
          .parallel()
          .forEach(task -> decide(first + task * ROWS_OF_A_TASK, hashes, findings));
    }
    index = new MailboxIndex(hashes);
    for (int row = 0; row < states.length; row++) {
      if (isPerson(row)) {
        index.add(row, this::key);
      } else if (states[row] == CONTROL || states[row] == NAME) {
        findings.refused(leftOut(row));
      }
    }
  }

  private void decide(int start, int[] hashes, ImportFindings findings) {
    for (int row = start; row < Math.min(start + ROWS_OF_A_TASK, states.length); row++) {
      SourceRow source = rows.get(row);
      switch (judge.judge(new RowRef(row + 1, source.line()), source)) {
        case RowJudge.Verdict.Person(Recipient person) -> {
          states[row] = PERSON;
          hashes[row] = MailboxIndex.hash(person.key());
          findings.person(row, person);
        }
        case RowJudge.Verdict.Out(LeftOut out) -> states[row] = state(out.reason());
      }
    }
  }

  private static byte state(LeftOutReason reason) {
    return (byte) REASONS.indexOf(reason);
  }

  int size() {
    return states.length;
  }

  boolean isPerson(int row) {
    return states[row] == PERSON;
  }

  private MailboxKey key(int row) {
    return person(row).key();
  }

  /// Who among the rows `wanted` has this mailbox, or null.
  @Nullable Recipient find(MailboxKey key, IntPredicate wanted) {
    int row = index.find(key, this::key, wanted);
    return row < 0 ? null : person(row);
  }

  /// @param row of a person, or of one who is a duplicate
  Recipient person(int row) {
    SourceRow source = rows.get(row);
    return judge.person(new RowRef(row + 1, source.line()), source);
  }

  CellSearch.Told told(int row, CellSearch search) {
    return rows instanceof PackedRows packed && !judge.isCorrected(row + 1)
        ? packed.told(row, search)
        : CellSearch.Told.PERHAPS;
  }

  /// As [CellBytes#at].
  boolean fold(int row, int column, FoldedCell into) {
    return rows instanceof PackedRows packed
        && !judge.isCorrected(row + 1)
        && packed.fold(row, column, into);
  }

  /// @param row one that is left out
  LeftOut leftOut(int row) {
    if (others.length > 0 && others[row] > 0) {
      Recipient person = person(row);
      return new LeftOut(
          person.at(),
          REASONS.get(states[row]),
          judge.addressCell(person),
          person.cells(),
          others[row]);
    }
    SourceRow source = rows.get(row);
    return switch (judge.judge(new RowRef(row + 1, source.line()), source)) {
      case RowJudge.Verdict.Out(LeftOut out) -> out;
      case RowJudge.Verdict.Person _ -> throw new IllegalStateException("a person: " + row);
    };
  }

  MailboxIndex index() {
    return index;
  }

  /// Somebody who would be written to twice, or who stands there with different data.
  ///
  /// @param other 0-based: the row that is named beside it
  void leaveOut(int row, LeftOutReason reason, int other) {
    if (others.length == 0) {
      others = new int[states.length];
    }
    states[row] = state(reason);
    others[row] = other + 1;
  }

  /// The rows of the people, or all the others, in order.
  int[] rows(boolean people) {
    int[] found = new int[states.length];
    int count = 0;
    for (int i = 0; i < states.length; i++) {
      if (isPerson(i) == people) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
