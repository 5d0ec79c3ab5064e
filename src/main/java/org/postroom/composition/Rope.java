package org.postroom.composition;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// A letter's octets: its own, and between them those that it shares with other letters, which are
/// not copied.
final class Rope {
  private final Octets own = new Octets(2048);
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

  long size() {
    return own.length() + shared;
  }

  void writeTo(OutputStream out) throws IOException {
    int at = 0;
    for (Knot knot : knots) {
      out.write(own.array(), at, knot.at() - at);
      out.write(knot.shared().octets());
      at = knot.at();
    }
    out.write(own.array(), at, own.length() - at);
  }

  /// @param start where in `all` the letter's first octet goes
  void copyTo(byte[] all, int start) {
    int to = start;
    int at = 0;
    for (Knot knot : knots) {
      System.arraycopy(own.array(), at, all, to, knot.at() - at);
      to += knot.at() - at;
      byte[] octets = knot.shared().octets();
      System.arraycopy(octets, 0, all, to, octets.length);
      to += octets.length;
      at = knot.at();
    }
    System.arraycopy(own.array(), at, all, to, own.length() - at);
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
