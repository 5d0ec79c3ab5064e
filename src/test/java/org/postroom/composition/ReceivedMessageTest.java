package org.postroom.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Messages that this program did not write, as practice and later issues meet them.
class ReceivedMessageTest {
  @Test
  void nothingIsNoMessage() {
    assertThatThrownBy(() -> ReceivedMessage.parse(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void headersComeInOrderDecodedAndUnfolded() {
    ReceivedMessage read =
        read(
            """
            To: =?UTF-8?Q?Zo=C3=AB?= <zoe@p.example>, bob@p.example
            X-A: one
             two
            Subject: =?UTF-8?Q?Gr=C3=BC?=
             =?UTF-8?Q?=C3=9Fe?=
            From: office@choir.example

            Hello
            """);
    assertThat(read.headers())
        .containsExactly(
            "To: Zoë <zoe@p.example>, bob@p.example",
            "X-A: one two",
            "Subject: Grüße",
            "From: office@choir.example");
    assertThat(read.subject()).isEqualTo("Grüße");
    assertThat(read.from()).isEqualTo("office@choir.example");
    assertThat(read.to()).isEqualTo("Zoë <zoe@p.example>, bob@p.example");
    assertThat(read.replyTo()).isNull();
    assertThat(read.text()).isEqualTo("Hello\n");
    assertThat(read.html()).isNull();
  }

  @Test
  void aMessageWithoutHeadersHasThemEmpty() {
    ReceivedMessage read = read("\nHello\n");
    assertThat(read.headers()).isEmpty();
    assertThat(read.subject() + read.from() + read.to()).isEmpty();
    assertThat(read.text()).isEqualTo("Hello\n");
  }

  @Test
  void anAddressHeaderThatIsNoneIsShownAsItStands() {
    assertThat(read("To: Zoe <zoe@p.example\n\nx\n").to()).isEqualTo("Zoe <zoe@p.example");
  }

  @Test
  void partsThatAreNotUnderstoodAreNotLost() {
    ReceivedMessage read =
        read(
            """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe
            --b
            Content-Type: text/plain

            second
            --b
            Content-Type: nonsense

            third
            --b
            Content-Type: text/html; charset=x-unknown

            <p>fourth</p>
            --b
            Content-Type: text/html
            Content-Disposition: attachment; filename=fifth.html

            <p>fifth</p>
            --b
            Content-Type: image/png
            Content-ID: <same>

            a
            --b
            Content-Type: image/png
            Content-ID: <same>

            b
            --b
            Content-Type: image/png
            Content-ID: <own>
            Content-Disposition: attachment

            c
            --b--
            """);
    assertThat(read.text()).isEqualTo("Grüße");
    assertThat(read.html()).isEqualTo("<p>fourth</p>");
    assertThat(read.attachments())
        .extracting(part -> new String(part.content().bytes(), StandardCharsets.UTF_8))
        .containsExactly("second", "third", "<p>fifth</p>", "b", "c");
    assertThat(read.attachments())
        .extracting(part -> part.fileName())
        .containsExactly("", "", "fifth.html", "", "");
    assertThat(read.inline()).containsOnlyKeys("same");
    assertThat(read.inline().get("same"))
        .satisfies(part -> assertThat(part.contentType()).isEqualTo("image/png"))
        .satisfies(part -> assertThat(part.content().size()).isEqualTo(1));
  }

  @Test
  void aMultipartWithoutABoundaryIsAFile() {
    ReceivedMessage read = read("Content-Type: multipart/mixed\n\nx\n");
    assertThat(read.attachments()).hasSize(1);
    assertThat(read.size()).isEqualTo(36);
  }

  @Test
  void aPartThatCannotBeDecodedIsSaidToBeSo() {
    ReceivedMessage read = read("Content-Type: a/b\nContent-Transfer-Encoding: x-unknown\n\nx\n");
    assertThatThrownBy(() -> read.attachments().getFirst().content().bytes())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ReceivedMessage read(String message) {
    return ReceivedMessage.parse(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
