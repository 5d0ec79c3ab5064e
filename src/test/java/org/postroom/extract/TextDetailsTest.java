package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// Charsets that promise too much, cards of old programs, and archives that are almost well made.
class TextDetailsTest {
  private static final String WORDS = "ann@choir.example";

  private static Extraction read(String name, byte[] content) {
    return new FileText().extract(name, "", content);
  }

  private static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }

  static Stream<Arguments> charsets() {
    String zeros = "x".repeat(40);
    return Stream.of(
        Arguments.of(bytes(0xef, 0xbb, 0xbf, 'Z', 'o', 0xeb), "Zoë"),
        Arguments.of(bytes('Z', 'o', 0xeb), "Zoë"),
        Arguments.of(bytes(0xff, 0xfe, 'Z', 0, 'o', 0, 0xeb, 0), "Zoë"),
        Arguments.of(bytes(0xff, 0xfe, 'Z', 0, 'o', 0, 0xeb), "Zo\ufffd"),
        Arguments.of(bytes(0xfe, 0xff, 0, 'Z', 0, 'o', 0xd8), "Zo\ufffd"),
        Arguments.of((zeros + "–").getBytes(StandardCharsets.UTF_16LE), zeros + "–"),
        Arguments.of((zeros + "–").getBytes(StandardCharsets.UTF_16BE), zeros + "–"));
  }

  @ParameterizedTest
  @MethodSource
  void charsets(byte[] content, String words) {
    assertThat(read("a.txt", content))
        .isEqualTo(new Extraction.Text(List.of(new Piece("", words))));
  }

  @Test
  void aMarkOfACharsetAloneSaysNothing() {
    Extraction nothing = new Extraction.Text(List.of());
    assertThat(read("a.txt", bytes(0xff, 0xfe))).isEqualTo(nothing);
    assertThat(read("a.txt", bytes(0xfe, 0xff))).isEqualTo(nothing);
    assertThat(read("a.txt", bytes(0xef, 0xbb, 0xbf))).isEqualTo(nothing);
  }

  /// UTF-16 has its zeros in every other place, and in no others.
  @Test
  void zerosHereAndThereMakeNoText() {
    for (String pattern : List.of("x\0\0\0", "\0x\0\0", "x\0yz", "\0xyz")) {
      assertThat(read("a.bin", Files.utf8(pattern.repeat(25))))
          .isEqualTo(new Extraction.Unreadable("unknown-format"));
    }
  }

  static Stream<Arguments> cards() {
    return Stream.of(
        Arguments.of("NOTE:Zo\r\n ë", "NOTE:Zoë"),
        Arguments.of("NOTE:one\\ntwo\\, three\\; four", "NOTE:one\ntwo, three; four"),
        Arguments.of("N;ENCODING=QUOTED-PRINTABLE:=C3=89ric", "N;ENCODING=QUOTED-PRINTABLE:Éric"),
        Arguments.of("N;quoted-printable:=C9ric", "N;quoted-printable:Éric"),
        Arguments.of("N;QUOTED-PRINTABLE:Zo=EB=2C Li", "N;QUOTED-PRINTABLE:Zoë, Li"),
        Arguments.of("N;QUOTED-PRINTABLE:Zo=\n=C3=AB", "N;QUOTED-PRINTABLE:Zoë"),
        Arguments.of("URL:a?b=C3", "URL:a?b=C3"));
  }

  @ParameterizedTest
  @MethodSource
  void cards(String lines, String words) {
    assertThat(CardText.of("BEGIN:VCARD\n" + lines)).isEqualTo("BEGIN:VCARD\n" + words);
  }

  @Test
  void aTarWhoseSizeIsEmptyIsReadOn() {
    byte[] empty = Files.tar("folder", new byte[0]);
    java.util.Arrays.fill(empty, 124, 136, (byte) 0);
    byte[] list = Files.tar("list.csv", Files.utf8(WORDS));
    byte[] both = new byte[512 + list.length];
    System.arraycopy(empty, 0, both, 0, 512);
    System.arraycopy(list, 0, both, 512, list.length);
    assertThat(read("a.tar", both))
        .isEqualTo(new Extraction.Text(List.of(new Piece("list.csv", WORDS))));
  }

  @Test
  void filesPackedInEachOtherAreAsDeepAsArchives() {
    byte[] packed = Files.utf8(WORDS);
    for (int deep = 1; deep <= 7; deep++) {
      packed = Files.gzip(packed);
      boolean read = read("a", packed) instanceof Extraction.Text;
      assertThat(read).as("%d times", deep).isEqualTo(deep <= 3);
    }
    String mail = WORDS;
    for (int deep = 1; deep <= 7; deep++) {
      mail = "X-Deep: yes\r\nContent-Type: message/rfc822\r\n\r\n" + mail;
      boolean read = read("a.eml", Files.utf8(mail)) instanceof Extraction.Text;
      assertThat(read).as("%d mails and the innermost", deep).isEqualTo(deep < 3);
    }
  }

  @Test
  void aMailWithPartsThatNobodyCanDecodeIsReadAsFarAsItGoes() {
    String mail =
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: x-unknown\r\n\r\n"
            + "zzz\r\n--b\r\nContent-Type: text/csv; name=b.csv\r\n\r\n"
            + WORDS
            + "\r\n--b--\r\n";
    Extraction read = read("a.eml", Files.utf8(mail));
    assertThat(read)
        .isInstanceOfSatisfying(
            Extraction.Unreadable.class,
            some -> {
              assertThat(some.why()).isEqualTo("broken");
              assertThat(some.read().getLast().text()).contains(WORDS);
            });
    assertThat(read("empty.eml", new byte[0])).isEqualTo(new Extraction.Text(List.of()));
  }

  @Test
  void whatAttributesOfDataSayIsToldAndOfStylesNot() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", Files.utf8("<Types/>"));
    parts.put("xl/queryTables/queryTable1.xml", Files.utf8("<q name=\"Ann Lee\"/>"));
    parts.put("xl/styles.xml", Files.utf8("<style name=\"Heading\" to=\"a@b.example\"/>"));
    assertThat(read("a.xlsx", Files.zip(parts)))
        .isEqualTo(
            new Extraction.Text(
                List.of(
                    new Piece("xl/queryTables/queryTable1.xml", "Ann Lee\n"),
                    new Piece("xl/styles.xml", "a@b.example\n"))));
    assertThat(read("a.xml", Files.utf8("<q name=\"Ann Lee\"/>")))
        .isEqualTo(new Extraction.Text(List.of(new Piece("", "Ann Lee\n"))));
  }

  @Test
  void countlessFilesOfAnArchiveAreNotReadToTheirEnd() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      files.put(i + ".txt", new byte[0]);
    }
    Extraction all = new Extraction.Text(List.of());
    assertThat(read("a.7z", Files.sevenZip(files, SevenZMethod.COPY, ""))).isEqualTo(all);
    assertThat(read("a.zip", Files.zip(files))).isEqualTo(all);
    files.put("one more.txt", new byte[0]);
    Extraction notAll = new Extraction.Unreadable("too-large");
    assertThat(read("a.7z", Files.sevenZip(files, SevenZMethod.COPY, ""))).isEqualTo(notAll);
    assertThat(read("a.zip", Files.zip(files))).isEqualTo(notAll);
  }

  @Test
  void whatWasBegunCountsAsKept() throws IOException {
    byte[] ten = new byte[10];
    InputStream fits = new ByteArrayInputStream(ten);
    Budget budget = new Budget(10);
    assertThat(budget.isLarger(fits, 11)).isFalse();
    assertThat(budget.read(fits)).hasSize(10);
    InputStream one = new ByteArrayInputStream(ten);
    Budget small = new Budget(9);
    assertThat(small.isLarger(one, 11)).isFalse();
    assertThatThrownBy(() -> small.read(one)).isInstanceOf(Budget.SpentException.class);
  }
}
