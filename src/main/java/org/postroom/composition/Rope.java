package org.postroom.composition;

import java.util.ArrayList;
import java.util.List;

/// A letter being written: its own octets, and between them those that it shares with others.
final class Rope {
  private final List<Segment> segments = new ArrayList<>();
  private Octets own = new Octets();

  /// Where the letter's own octets go.
  Octets own() {
    return own;
  }

  void share(byte[] octets, String sha256) {
    flush();
    segments.add(Segment.shared(octets, sha256));
  }

  List<Segment> segments() {
    flush();
    return List.copyOf(segments);
  }

  private void flush() {
    if (own.length() > 0) {
      segments.add(Segment.own(own.toArray()));
      own = new Octets();
    }
  }
}
