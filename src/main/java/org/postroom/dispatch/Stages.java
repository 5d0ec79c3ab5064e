package org.postroom.dispatch;

/// Staged release: the first 5 letters, then 1 % (from 200 letters), then the rest. Letters that
/// were settled in earlier runs count.
final class Stages {
  private static final int FIRST = 5;
  private static final int SECOND_FROM = 200;

  private final boolean staged;
  private final int second;
  private int position;

  /// @param total letters of the plan
  /// @param settled letters that have an outcome from before
  Stages(boolean staged, int total, int settled) {
    this.staged = staged;
    this.second = total >= SECOND_FROM ? FIRST + (total + 99) / 100 : FIRST;
    this.position = settled;
  }

  /// True where the next letter is one of the first stage.
  boolean isFirst() {
    return staged && position < FIRST;
  }

  /// True where one more may leave while `leaving` have no outcome yet: a stage ends before the
  /// next begins.
  boolean hasRoom(int leaving) {
    if (!staged || position >= second) {
      return true;
    }
    return position + leaving < (position < FIRST ? FIRST : second);
  }

  void next() {
    position++;
  }

  /// True where the letter that was counted last ended a stage that others follow.
  boolean between() {
    return staged && (position == FIRST || position == second);
  }

  /// True where the letter that was counted last was the last of the second stage.
  boolean endsHere() {
    return staged && position == second;
  }
}
