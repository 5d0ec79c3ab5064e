package org.postroom.composition;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.postroom.message.WireBytes;

/// A letter's octets: its own, and between them those that it shares with other letters, which are
/// not copied.
final class Rope {
  /// Enough for the headers of most letters and their lines with values.
  private static final int USUAL = 1280;

  private final Octets own = new Octets(USUAL);
  private final List<Knot> knots = new ArrayList<>();
  private long shared;

  /// Octets that many letters hold. Nobody writes to them.
  static final class Shared {
    private final byte[] octets;
    private final byte[] digest;

    /// @param digest what tells them from others: a SHA-256 of them, or of the file that they
    ///   encode
    Shared(byte[] octets, byte[] digest) {
      this.octets = octets;
      this.digest = digest;
    }

    byte[] octets() {
      return octets;
    }

    byte[] digest() {
      return digest;
    }
  }

  /// @param at how many of the letter's own octets come before
  private record Knot(int at, Shared shared) {}

  /// Where the letter's own octets go.
  Octets own() {
    return own;
  }

  void share(Shared octets) {
    knots.add(new Knot(own.length(), octets));
    shared += octets.octets().length;
  }

  /// In how many pieces the octets stand, the empty ones included.
  int pieces() {
    return 2 * knots.size() + 1;
  }

  long size() {
    return own.length() + shared;
  }

  /// The same octets, where they stand. Nothing may be added to the letter any more.
  void addTo(WireBytes.Builder pieces) {
    int at = 0;
    for (Knot knot : knots) {
      byte[] octets = knot.shared().octets();
      pieces.add(own.array(), at, knot.at()).add(octets, 0, octets.length);
      at = knot.at();
    }
    pieces.add(own.array(), at, own.length());
  }

  void digest(MessageDigest digest) {
    int at = 0;
    for (Knot knot : knots) {
      digest.update(own.array(), at, knot.at() - at);
      digest.update(knot.shared().octets());
      at = knot.at();
    }
    digest.update(own.array(), at, own.length() - at);
  }

  /// The same, but what is shared counts by its own digest, which is known already.
  void digestInBrief(MessageDigest digest) {
    int at = 0;
    for (Knot knot : knots) {
      digest.update(own.array(), at, knot.at() - at);
      digest.update(knot.shared().digest());
      at = knot.at();
    }
    digest.update(own.array(), at, own.length() - at);
  }
}
