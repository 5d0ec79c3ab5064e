package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.postroom.message.WireBytes;
import org.postroom.template.Piece;

/// The octets of one text part: CRLF after every line (RFC 5322 section 2.3), UTF-8, as it is where
/// any relay leaves it alone and quoted-printable otherwise (RFC 2045 section 6.7).
///
/// What the template wrote is encoded once for all letters ([FixedRun]); only the lines that hold a
/// value are looked at here.
final class TextBody {
  /// How a text travels that any relay leaves alone.
  static final String AS_IT_IS = "7bit";

  /// Enough for a few lines with values.
  private static final int USUAL = 384;

  /// The letter's own octets of text, not yet encoded.
  private final Octets own;

  private final List<Knot> knots;
  private final boolean asItIs;

  /// @param at how many of the own octets come before
  private record Knot(int at, FixedRun.Chunk chunk) {}

  private TextBody(Octets own, List<Knot> knots) {
    this.own = own;
    this.knots = knots;
    this.asItIs = allAsItIs();
  }

  static TextBody of(List<Piece> pieces, FixedRuns runs) {
    Octets own = new Octets(USUAL);
    List<Knot> knots = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.fixed()) {
        FixedRun run = runs.of(piece.text());
        for (FixedRun.Chunk chunk : run.chunks()) {
          own.octets(chunk.before());
          knots.add(new Knot(own.length(), chunk));
        }
        own.octets(run.rest());
      } else {
        own.utf8(piece.text());
      }
    }
    return new TextBody(own, knots);
  }

  /// `7bit` or `quoted-printable`.
  String encoding() {
    return asItIs ? AS_IT_IS : "quoted-printable";
  }

  /// Writes the encoded text, ending in CRLF.
  void writeTo(Rope rope) {
    int at = 0;
    for (Knot knot : knots) {
      FixedRun.Chunk chunk = knot.chunk();
      encode(own.array(), at, knot.at(), asItIs, chunk.soft(), rope.own());
      Rope.Shared plain = chunk.asItIs();
      rope.share(asItIs && plain != null ? plain : chunk.quoted());
      at = knot.at();
    }
    encode(own.array(), at, own.length(), asItIs, false, rope.own());
    if (own.length() == 0 && knots.isEmpty()) {
      rope.own().line();
    }
  }

  /// The encoded text.
  byte[] octets() {
    Rope rope = new Rope();
    writeTo(rope);
    WireBytes.Builder pieces = new WireBytes.Builder();
    rope.addTo(pieces);
    return pieces.build().joined();
  }

  /// True where the encoded text holds this boundary. Quoted-printable never does.
  boolean contains(String boundary) {
    if (!asItIs) {
      return false;
    }
    boolean may = mayHoldBoundary(own.array(), own.length());
    for (Knot knot : knots) {
      may |= knot.chunk().marked();
    }
    return may && new String(octets(), StandardCharsets.ISO_8859_1).contains(boundary);
  }

  /// All boundaries of this program begin with `=_`.
  static boolean mayHoldBoundary(byte[] octets, int length) {
    for (int i = 1; i < length; i++) {
      if (octets[i] == '_' && octets[i - 1] == '=') {
        return true;
      }
    }
    return false;
  }

  private boolean allAsItIs() {
    int at = 0;
    for (Knot knot : knots) {
      if (knot.chunk().asItIs() == null || !travelsAsItIs(own.array(), at, knot.at())) {
        return false;
      }
      at = knot.at();
    }
    return travelsAsItIs(own.array(), at, own.length());
  }

  /// Short lines of printable ASCII, no blank at a line's end, and no `From ` at its beginning,
  /// which mailbox files change.
  static boolean travelsAsItIs(byte[] utf8, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      boolean ends = i == to || utf8[i] == '\n' || utf8[i] == '\r';
      if (ends) {
        boolean blankAtEnd = i > start && (utf8[i - 1] == ' ' || utf8[i - 1] == '\t');
        if (i - start > QuotedPrintable.COLUMNS
            || blankAtEnd
            || QuotedPrintable.isFromLine(utf8, start, i)) {
          return false;
        }
        start = i + 1;
      } else if ((utf8[i] < ' ' && utf8[i] != '\t') || utf8[i] == 127) {
        return false;
      }
    }
    return true;
  }

  /// Encodes lines of text, the first of which begins at column 0. The last one is ended, too:
  /// where it goes on, by a soft line break.
  static void encode(byte[] utf8, int from, int to, boolean asItIs, boolean goesOn, Octets out) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && utf8[end] != '\n' && utf8[end] != '\r') {
        end++;
      }
      boolean open = goesOn && end == to;
      if (asItIs) {
        out.octets(utf8, at, end);
      } else {
        QuotedPrintable.line(utf8, at, end, open, out);
      }
      if (open) {
        out.octet('=');
      }
      out.line();
      boolean crlf = end + 1 < to && utf8[end] == '\r' && utf8[end + 1] == '\n';
      at = end + (crlf ? 2 : 1);
    }
  }
}
