package org.postroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldTest {
  @Test
  void aHeaderOfANewsletterIsTaken() {
    HeaderField field = new HeaderField("List-Unsubscribe", "<mailto:leave@choir.example>");
    assertThat(field.name()).isEqualTo("List-Unsubscribe");
    assertThat(field.value()).isEqualTo("<mailto:leave@choir.example>");
    assertThat(new HeaderField("!~", " ~").value()).isEqualTo(" ~");
    assertThat(new HeaderField("x".repeat(70), "x".repeat(900) + " x").value()).hasSize(902);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "To",
        "to",
        "CC",
        "Bcc",
        "Resent-Bcc",
        "resent-to",
        "Sender",
        "Return-Path",
        "From",
        "Reply-To",
        "Date",
        "Subject",
        "Message-ID",
        "MIME-Version",
        "Content-Type",
        "Received",
        "Apparently-To",
        "Delivered-To",
        "X-Original-To",
        "Errors-To"
      })
  void whatNamesPeopleOrIsTheComposersIsNeverSetByHand(String name) {
    assertThatThrownBy(() -> new HeaderField(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " is never set by hand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X Y", "X:", "Ümlaut", "X\r\nBcc", "X\t", "\u007f"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(() -> new HeaderField(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeaderField("x".repeat(71), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\nBcc: bob@people.example", "x\n", "x\r", "\0", "ü", "\t", "\u007f"})
  void aValueThatIsNotOneLineOfAsciiIsRefused(String value) {
    assertThatThrownBy(() -> new HeaderField("X-Note", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one line");
  }

  @Test
  void aValueThatNoLineCouldHoldIsRefused() {
    String value = "x " + "y".repeat(901);
    assertThatThrownBy(() -> new HeaderField("X-Note", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fits into lines");
  }
}
