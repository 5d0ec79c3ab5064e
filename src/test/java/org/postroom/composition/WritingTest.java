package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.message.Blob;
import org.postroom.template.Piece;

/// The pieces of the composer, octet by octet.
class WritingTest {
  @Test
  void aLongSubjectWithoutABlankBecomesLegalLines() {
    String wire = Letters.wire(Letters.letter().subject("x".repeat(2000)).to("", "a@p.example"));
    assertThat(wire.lines()).allMatch(line -> line.length() <= 78);
    assertThat(ReceivedMessage.parse(wire.getBytes(StandardCharsets.US_ASCII)).subject())
        .isEqualTo("x".repeat(2000));
  }

  @Test
  void aSubjectOfWordsIsFoldedBetweenThem() {
    assertThat(header("Subject", "seven ".repeat(15).strip()))
        .isEqualTo("Subject:" + " seven".repeat(11) + "\r\n" + " seven".repeat(4) + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Subject: '",
    "Hello, Subject: Hello",
    "Grüße, Subject: =?UTF-8?B?R3LDvMOfZQ==?=",
    "Wir grüßen, Subject: =?UTF-8?B?V2lyIGdyw7zDn2Vu?=",
    "Probe für alle, Subject: =?UTF-8?Q?Probe_f=C3=BCr_alle?=",
    "' Hello', Subject: =?UTF-8?Q?_Hello?=",
    "'Hello ', Subject: =?UTF-8?Q?Hello_?=",
    "=?x, Subject: =?UTF-8?B?PT94?=",
    "ああ, Subject: =?UTF-8?B?44GC44GC?=",
    "a~, Subject: a~",
    "'a\tb', Subject: a b",
    "'a\r\nBcc: b', Subject: a  Bcc: b",
  })
  void aSubjectIsWrittenAsItIsWhereEveryReaderKeepsIt(String subject, String line) {
    assertThat(header("Subject", subject)).isEqualTo(line + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', a@p.example",
    "Ann Lee, Ann Lee <a@p.example>",
    "O'Brien-Zo, O'Brien-Zo <a@p.example>",
    "'Lee, Ann', '\"Lee, Ann\" <a@p.example>'",
    "'A. Lee', '\"A. Lee\" <a@p.example>'",
    "'Ann \"Zo\" \\', '\"Ann \\\"Zo\\\" \\\\\" <a@p.example>'",
    "Zoë, =?UTF-8?Q?Zo=C3=AB?= <a@p.example>",
    "'A  B', '\"A  B\" <a@p.example>'",
  })
  void aNameIsWrittenAsAtomsQuotedOrEncoded(String name, String written) {
    Octets out = new Octets();
    new HeaderWriter(out).mailbox("To", Letters.mailbox(name, "a@p.example"));
    assertThat(text(out)).isEqualTo("To: " + written + "\r\n");
  }

  @Test
  void aLongNameAndALongAddressAreFolded() {
    Octets out = new Octets();
    String address = "a".repeat(60) + "@p.example";
    new HeaderWriter(out).mailbox("To", Letters.mailbox("Ann Lee", address));
    new HeaderWriter(out).mailbox("Reply-To", Letters.mailbox("", address));
    new HeaderWriter(out).mailbox("To", Letters.mailbox("é".repeat(20), "a@p.example"));
    assertThat(text(out))
        .isEqualTo(
            "To: Ann Lee\r\n <"
                + address
                + ">\r\n"
                + "Reply-To:\r\n "
                + address
                + "\r\n"
                + "To: =?UTF-8?B?"
                + "w6nDqcOp".repeat(6)
                + "w6nDqQ==?=\r\n <a@p.example>\r\n");
  }

  @Test
  void encodedWordsHoldWholeCharactersAndFitTheirLines() throws GuardRefusal {
    for (String character : new String[] {"é", "あ", "😀", "e\u0301", "xé"}) {
      for (int count = 1; count < 60; count++) {
        for (String word : EncodedWords.of(character.repeat(count), 69)) {
          assertThat(word.length()).isLessThanOrEqualTo(75);
          assertThat(GuardText.words(word)).doesNotContain("\uFFFD");
        }
      }
    }
    assertThat(EncodedWords.of("é".repeat(40), 30).getFirst().length()).isLessThanOrEqualTo(30);
  }

  @Test
  void oneEncodedWordIsWrittenAsTheListOfWordsHasIt() {
    for (String text : new String[] {"é", "a b!*+-/é_=?", "字", "😀", "\uD800é", "é".repeat(20)}) {
      for (int used = 4; used < 60; used++) {
        Octets out = new Octets();
        int column = EncodedWords.write(text, used, out);
        List<String> words = EncodedWords.of(text, HeaderWriter.COLUMNS - used);
        assertThat(text(out)).isEqualTo(String.join("\r\n ", words));
        int before = words.size() == 1 ? used : 1;
        assertThat(column).isEqualTo(before + words.getLast().length());
      }
    }
  }

  @Test
  void textIsWrittenInUtf8WhateverItsCharacters() {
    String all = "az\u007F\u0080é\u07FF\u0800字\uFFFF😀\uD800\uDC00\uDC00x";
    for (int from = 0; from < all.length(); from++) {
      for (int to = from; to <= all.length(); to++) {
        String part = all.substring(from, to);
        Octets out = new Octets(1).octet('!').utf8(part);
        assertThat(out.toArray()).isEqualTo(("!" + part).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void theDateHasOneLengthAndTheSendersOffset() {
    assertThat(date("2026-11-05T09:07:03+01:00"))
        .isEqualTo("Date: Thu, 05 Nov 2026 09:07:03 +0100\r\n");
    assertThat(date("2027-02-28T23:59:59-03:30"))
        .isEqualTo("Date: Sun, 28 Feb 2027 23:59:59 -0330\r\n");
    assertThat(date("1900-01-01T00:00:00Z")).isEqualTo("Date: Mon, 01 Jan 1900 00:00:00 +0000\r\n");
    assertThat(date("9999-12-31T12:00:00Z")).hasSize(DateLine.LENGTH);
    assertThatThrownBy(() -> date("1899-12-31T00:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DateLine.of(OffsetDateTime.MAX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "programme.pdf, programme.pdf, filename=\"programme.pdf\"",
    "Nöten.pdf, Noten.pdf, filename*=UTF-8''N%C3%B6ten.pdf",
    "a\"b.pdf, a_b.pdf, filename*=UTF-8''a%22b.pdf",
    "a b;c.pdf, a b;c.pdf, filename=\"a b;c.pdf\"",
    "字.txt, _.txt, filename*=UTF-8''%E5%AD%97.txt",
  })
  void aFileNameIsAsciiForOldReadersAndExactForOthers(String name, String old, String exact) {
    Octets out = new Octets();
    FileNames.name(out, name);
    FileNames.filename(out, name);
    assertThat(text(out)).isEqualTo(";\r\n name=\"" + old + "\"\r\n;\r\n " + exact + "\r\n");
  }

  @Test
  void aLongFileNameIsWrittenInSections() {
    Octets out = new Octets();
    FileNames.filename(out, "字".repeat(8) + ".pdf");
    assertThat(text(out))
        .isEqualTo(
            ";\r\n filename*0*=UTF-8''"
                + "%E5%AD%97".repeat(6)
                + ";\r\n filename*1*="
                + "%E5%AD%97".repeat(2)
                + ".pdf\r\n");
    assertThat(FileNames.fallback("x".repeat(80) + ".pdf")).isEqualTo("x".repeat(56) + ".pdf");
    assertThat(FileNames.fallback("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(FileNames.fallback("x".repeat(61))).isEqualTo("x".repeat(60));
    assertThat(FileNames.fallback("a." + "x".repeat(80))).hasSize(60);
  }

  @ParameterizedTest
  @CsvSource({
    "'a', 7bit, 'a\r\n'",
    "'', 7bit, '\r\n'",
    "'a\nb\rc\r\nd', 7bit, 'a\r\nb\r\nc\r\nd\r\n'",
    "'a\n\n', 7bit, 'a\r\n\r\n'",
    "'a\tb', 7bit, 'a\tb\r\n'",
    "'a ', quoted-printable, 'a=20\r\n'",
    "'a\t\nb', quoted-printable, 'a=09\r\nb\r\n'",
    "'From me', quoted-printable, '=46rom me\r\n'",
    "'a\nFrom me', quoted-printable, 'a\r\n=46rom me\r\n'",
    "'From', 7bit, 'From\r\n'",
    "'fFrom me', 7bit, 'fFrom me\r\n'",
    "'ü=', quoted-printable, '=C3=BC=3D\r\n'",
    "'\0', quoted-printable, '=00\r\n'",
    "'\u007f', quoted-printable, '=7F\r\n'",
    "'.', 7bit, '.\r\n'",
  })
  void aTextIsLeftAloneWhereEveryRelayLeavesItAlone(String text, String encoding, String octets) {
    TextBody body = body(text);
    assertThat(body.encoding()).isEqualTo(encoding);
    assertThat(new String(body.octets(), StandardCharsets.US_ASCII)).isEqualTo(octets);
  }

  @Test
  void linesOfQuotedPrintableEndAtColumn76() {
    assertThat(body("x".repeat(76)).encoding()).isEqualTo("7bit");
    assertThat(new String(body("x".repeat(77)).octets(), StandardCharsets.US_ASCII))
        .isEqualTo("x".repeat(75) + "=\r\nxx\r\n");
    assertThat(new String(body("ü" + "x".repeat(70)).octets(), StandardCharsets.US_ASCII))
        .isEqualTo("=C3=BC" + "x".repeat(70) + "\r\n");
    assertThat(new String(body("x".repeat(73) + "ü").octets(), StandardCharsets.US_ASCII))
        .isEqualTo("x".repeat(73) + "=\r\n=C3=BC\r\n");
    assertThat(new String(body("x".repeat(75) + "From me").octets(), StandardCharsets.US_ASCII))
        .isEqualTo("x".repeat(75) + "=\r\n=46rom me\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "<img src=\"a.png\">, <img src=\"cid:1\">",
    "<img src='a.png'/>, <img src='cid:1'/>",
    "<IMG SRC = a.png alt=x>, <IMG SRC = cid:1 alt=x>",
    "<img alt=\"> src=a.png\" src=\"a.png\">, <img alt=\"> src=a.png\" src=\"cid:1\">",
    "<img src=\"b.png\">, <img src=\"b.png\">",
    "<img data-src=\"a.png\">, <img data-src=\"a.png\">",
    "<p>src=\"a.png\"</p>, <p>src=\"a.png\"</p>",
    "<!-- <img src=\"a.png\"> -->, <!-- <img src=\"a.png\"> -->",
    "a < b src=\"a.png\", a < b src=\"a.png\"",
    "<img src=\"x&amp;y.png\">, <img src=\"cid:2\">",
    "<img src=\"a.png, <img src=\"a.png",
    "<img src=, <img src=",
    "<!-- x, <!-- x",
    "<!-x <img src=\"a.png\">, <!-x <img src=\"cid:1\">",
    "<!doctype html><img src=\"a.png\">, <!doctype html><img src=\"cid:1\">",
    "<, <",
    "a<!-, a<!-",
    "<a/><img src=\"a.png\"><img src=\"a.png\">, <a/><img src=\"cid:1\"><img src=\"cid:1\">",
  })
  void onlyTheSourcesOfImagesArePointedAtThem(String html, String pointed) {
    assertThat(HtmlImages.point(html, Map.of("a.png", "1", "x&y.png", "2"))).isEqualTo(pointed);
  }

  @Test
  void aFileIsEncodedOnceAndTheLeastUsedGoesFirst() {
    EncodedFiles files = new EncodedFiles(16);
    Blob first = Blob.of(new byte[] {1, 2, 3});
    Blob second = Blob.of(new byte[] {4, 5, 6});
    byte[] once = files.base64(first);
    assertThat(new String(once, StandardCharsets.US_ASCII)).isEqualTo("AQID\r\n");
    files.base64(second);
    assertThat(files.base64(first)).isSameAs(once);
    files.base64(Blob.of(new byte[] {7, 8, 9}));
    assertThat(files.base64(first)).isSameAs(once);
    byte[] large = files.base64(Blob.of(new byte[100]));
    assertThat(new String(large, StandardCharsets.US_ASCII).lines())
        .extracting(String::length)
        .containsExactly(76, 60);
    assertThat(files.base64(first)).isNotSameAs(once).isEqualTo(once);
  }

  private static TextBody body(String text) {
    return TextBody.of(List.of(new Piece(text, false)), new FixedRuns());
  }

  private static String header(String name, String value) {
    Octets out = new Octets();
    new HeaderWriter(out).text(name, value);
    return text(out);
  }

  private static String date(String date) {
    return new String(DateLine.of(OffsetDateTime.parse(date)), StandardCharsets.US_ASCII);
  }

  private static String text(Octets out) {
    return new String(out.toArray(), StandardCharsets.US_ASCII);
  }
}
