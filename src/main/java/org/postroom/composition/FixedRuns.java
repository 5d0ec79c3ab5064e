package org.postroom.composition;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// The stretches of one mailshot's template, each made ready once. There are as many as the
/// template has; should there be more, all are forgotten and made anew.
final class FixedRuns {
  /// Chars of text. No letter is that long.
  private static final long MOST_KEPT = 16L << 20;

  private final ConcurrentMap<String, FixedRun> byText = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();

  FixedRun of(String text) {
    FixedRun known = byText.get(text);
    return known != null ? known : made(text);
  }

  private FixedRun made(String text) {
    FixedRun made = FixedRun.of(text);
    if (kept.addAndGet(text.length()) > MOST_KEPT) {
      byText.clear();
      kept.set(text.length());
    }
    byText.put(text, made);
    return made;
  }
}
