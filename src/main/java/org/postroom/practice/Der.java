package org.postroom.practice;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// As much of DER (X.690) as one certificate takes.
final class Der {
  private static final DateTimeFormatter GENERALIZED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return of(0x30, joined(parts));
  }

  static byte[] set(byte[]... parts) {
    return of(0x31, joined(parts));
  }

  /// A context-specific tag: `constructed` for explicit tagging.
  static byte[] context(int number, boolean constructed, byte[] content) {
    return of(0x80 | (constructed ? 0x20 : 0) | number, content);
  }

  static byte[] integer(BigInteger value) {
    return of(0x02, value.toByteArray());
  }

  static byte[] bits(byte[] content) {
    return of(0x03, joined(new byte[] {0}, content));
  }

  static byte[] octets(byte[] content) {
    return of(0x04, content);
  }

  static byte[] utf8(String text) {
    return of(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /// UTCTime up to 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5).
  static byte[] time(Instant at) {
    boolean early = at.atZone(ZoneOffset.UTC).getYear() < 2050;
    String text = early ? UTC_TIME.format(at) : GENERALIZED.format(at);
    return of(early ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// An object identifier such as 2.5.4.3.
  static byte[] oid(int... arcs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(40 * arcs[0] + arcs[1]);
    for (int i = 2; i < arcs.length; i++) {
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arcs[i] >>> shift != 0) {
          out.write(0x80 | (arcs[i] >>> shift & 0x7f));
        }
      }
      out.write(arcs[i] & 0x7f);
    }
    return of(0x06, out.toByteArray());
  }

  private static byte[] of(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int octets = (32 - Integer.numberOfLeadingZeros(content.length) + 7) / 8;
      out.write(0x80 | octets);
      for (int i = octets - 1; i >= 0; i--) {
        out.write(content.length >>> (8 * i));
      }
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
