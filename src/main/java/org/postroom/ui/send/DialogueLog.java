package org.postroom.ui.send;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postroom.dispatch.Dialogue;

/// The last lines of each connection, kept while somebody looks and forgotten when nobody does.
/// Safe for several threads.
final class DialogueLog implements Dialogue {
  /// Lines that are kept of each connection.
  static final int MOST = 8;

  private final NavigableMap<Integer, Deque<Line>> connections = new TreeMap<>();
  private final Set<Integer> over = new TreeSet<>();
  private volatile boolean wanted;

  /// @param connection from 1 on
  /// @param ours true for what Postroom said, false for what the server did
  record Line(int connection, boolean ours, String text) {}

  /// Begins to keep lines, or forgets them.
  synchronized void want(boolean now) {
    wanted = now;
    if (!now) {
      connections.clear();
      over.clear();
    }
  }

  /// By connection, each in the order of what was said.
  synchronized List<Line> lines() {
    List<Line> all = new ArrayList<>();
    connections.values().forEach(all::addAll);
    return all;
  }

  @Override
  public boolean wanted() {
    return wanted;
  }

  @Override
  public void said(int connection, String line) {
    keep(new Line(connection, true, line));
  }

  @Override
  public void heard(int connection, String line) {
    keep(new Line(connection, false, line));
  }

  /// Its last lines stay until another connection takes its place: that is when they are looked at.
  @Override
  public synchronized void ended(int connection) {
    over.add(connection);
  }

  private synchronized void keep(Line line) {
    if (!wanted) {
      return;
    }
    Deque<Line> lines = connections.computeIfAbsent(line.connection(), _ -> new ArrayDeque<>());
    if (over.remove(line.connection())) {
      lines.clear();
    }
    lines.addLast(line);
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
  }
}
