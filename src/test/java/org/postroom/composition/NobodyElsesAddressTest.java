package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.Attachment;
import org.postroom.message.Letter;
import org.postroom.template.Piece;

/// Random mailshots with hostile names, values, subjects and file names, both deliveries: nobody's
/// address in anybody else's letter, and every letter as rules M1 to M4 and M8 want it.
class NobodyElsesAddressTest {
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2027-02-28T23:59:59-03:30");

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void isInNoPersonalLetterAndEachIsLegalAndReadsBackExactly(@ForAll("personal") Shot shot) {
    check(shot);
  }

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  void isInNoBlindCopyAndEachIsLegalAndReadsBackExactly(@ForAll("blind") Shot shot) {
    check(shot);
  }

  @Provide
  Arbitrary<Shot> personal() {
    return Shot.any(false);
  }

  @Provide
  Arbitrary<Shot> blind() {
    return Shot.any(true);
  }

  private static void check(Shot shot) {
    Composer composer = Letters.composer();
    List<Letter> letters = shot.letters();
    for (int i = 0; i < letters.size(); i++) {
      Letter letter = letters.get(i);
      ComposedLetter composed = composer.compose(Letters.id(letter), letter);
      byte[] bytes = composed.bytes(Letters.DATE);
      ReceivedMessage read = ReceivedMessage.parse(bytes);
      noneOf(othersThan(shot, i), bytes, read);
      legal(bytes, letter);
      readsBack(letter, read, shot);
      repeatable(letter, composed, bytes);
      assertThat(WireGuard.read(bytes, composed.envelope(), order(letter, shot)))
          .isEqualTo(new GuardVerdict.Pass());
    }
  }

  /// What must not be found in letter `index`: addresses and values of everybody else.
  private static List<String> othersThan(Shot shot, int index) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < shot.people().size(); i++) {
      if (shot.blind() || i != index) {
        others.add(shot.people().get(i).address().wire());
        others.add(String.format(Locale.ROOT, "code %02d>", i));
      }
    }
    return others;
  }

  private static void noneOf(List<String> others, byte[] bytes, ReceivedMessage read) {
    List<String> readings = new ArrayList<>(RawReading.of(bytes));
    readings.addAll(read.headers());
    readings.addAll(List.of(read.subject(), read.from(), read.to(), read.text()));
    readings.add(String.valueOf(read.html()));
    List<ReceivedMessage.Part> parts = new ArrayList<>(read.attachments());
    parts.addAll(read.inline().values());
    for (ReceivedMessage.Part part : parts) {
      readings.add(part.fileName());
      readings.add(new String(part.content().bytes(), StandardCharsets.UTF_8));
    }
    for (String reading : readings) {
      String lower = reading.toLowerCase(Locale.ROOT);
      for (String other : others) {
        if (lower.contains(other.toLowerCase(Locale.ROOT))) {
          throw new AssertionError(other + " is in " + reading);
        }
      }
    }
  }

  private static void legal(byte[] bytes, Letter letter) {
    String wire = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(wire).endsWith("\r\n").doesNotContain("\0");
    assertThat(wire.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(wire.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
    // 78 counts characters, 998 counts octets (RFC 6532 section 3.4).
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> headers = List.of(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n"));
    for (String line : headers) {
      boolean foldable = line.strip().contains(" ");
      boolean ascii = line.chars().allMatch(c -> c < 128);
      if (line.length() > (foldable ? 78 : 998) || !(ascii || letter.envelope().needsSmtpUtf8())) {
        throw new AssertionError(line);
      }
    }
    assertThat(headers)
        .filteredOn(line -> !line.startsWith(" "))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsOnlyOnce("Date", "From", "To", "Subject", "Message-ID", "MIME-Version")
        .isSubsetOf(
            "Date",
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");
  }

  private static void readsBack(Letter letter, ReceivedMessage read, Shot shot) {
    Words said = Words.of(letter);
    assertThat(read.subject()).isEqualTo(said.subject().replaceAll("[\\p{Cc}\\u2028\\u2029]", " "));
    assertThat(read.from()).isEqualTo(Letters.FROM.mailbox().shown());
    assertThat(read.to()).isEqualTo(letter.visibleTo().mailbox().shown());
    Mailbox replyTo = letter.replyTo();
    assertThat(read.replyTo()).isEqualTo(replyTo == null ? null : replyTo.shown());
    assertThat(canonical(read.text())).isEqualTo(canonical(Piece.join(said.text())));
    String html = said.html() == null ? null : Piece.join(said.html());
    String received = read.html();
    assertThat(received == null).isEqualTo(html == null);
    if (html != null && received != null) {
      assertThat(
              canonical(
                  received.replaceAll("cid:image1\\.[0-9a-f]{12}", "img/logo &amp; sign.png")))
          .isEqualTo(canonical(html));
    }
    same(read.attachments(), shot.words().files());
    Attachment image = shot.words().image();
    same(List.copyOf(read.inline().values()), image == null ? List.of() : List.of(image));
  }

  private static void same(List<ReceivedMessage.Part> read, List<Attachment> sent) {
    assertThat(read).hasSameSizeAs(sent);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).fileName()).isEqualTo(sent.get(i).fileName());
      assertThat(read.get(i).content().bytes()).isEqualTo(sent.get(i).content().bytes());
      assertThat(read.get(i).content().sha256()).isEqualTo(sent.get(i).content().sha256());
    }
  }

  private static void repeatable(Letter letter, ComposedLetter first, byte[] bytes) {
    ComposedLetter again = Letters.compose(letter);
    assertThat(again.bytes(Letters.DATE)).isEqualTo(bytes).hasSize((int) first.size());
    assertThat(again.digest()).isEqualTo(first.digest());
    byte[] later = first.bytes(LATER);
    assertThat(Arrays.copyOfRange(later, 39, later.length))
        .isEqualTo(Arrays.copyOfRange(bytes, 39, bytes.length));
    assertThat(new String(later, 0, 39, StandardCharsets.US_ASCII))
        .isEqualTo("Date: Sun, 28 Feb 2027 23:59:59 -0330\r\n");
  }

  private static GuardOrder order(Letter letter, Shot shot) {
    List<AddrSpec> cleared = letter.envelope().rcptTo();
    Mailbox replyTo = letter.replyTo();
    Set<AddrSpec> also = replyTo == null ? Set.of() : Set.of(replyTo.address());
    return new GuardOrder(Letters.FROM.mailbox().address(), cleared, shot.blind(), also);
  }

  /// One kind of line end, also after the last line.
  private static String canonical(@Nullable String text) {
    String lines = String.valueOf(text).replace("\r\n", "\n").replace('\r', '\n');
    return lines.endsWith("\n") ? lines : lines + "\n";
  }
}
