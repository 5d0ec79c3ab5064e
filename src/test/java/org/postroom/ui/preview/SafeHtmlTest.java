package org.postroom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.composition.ReceivedMessage.Part;
import org.postroom.message.Blob;

class SafeHtmlTest {
  private static final SafeHtml.Look DARK = new SafeHtml.Look(true, true);
  private static final SafeHtml.Look NO_IMAGES = new SafeHtml.Look(false, false);
  private static final String OWN_DARK =
      "<style>p{color:red}@media ( Prefers-Color-Scheme : dark ){p{color:pink}}"
          + "@media (prefers-color-scheme:light){p{color:navy}}</style><p>Hello</p>";

  @Test
  void theLettersOwnPicturesAreShownUnlessImagesAreOff() {
    Map<String, Part> inline =
        Map.of("logo", new Part("l.png", "image/png", Blob.of(new byte[] {1, 2, 3})));
    String html = "<img src='cid:logo' alt='Logo'><img src='https://x.example/a.png'>";

    assertThat(SafeHtml.page(html, inline, SafeHtml.Look.PLAIN).text())
        .contains("data:image/png;base64,AQID", "alt=\"Logo\"")
        .doesNotContain("x.example");
    assertThat(SafeHtml.page(html, inline, NO_IMAGES).text())
        .contains("alt=\"Logo\"")
        .doesNotContain("data:image", "x.example");
  }

  /// Whatever the computer is set to, the view decides.
  @Test
  void aPagesOwnDarkColoursAreUsedInTheDarkOnly() {
    assertThat(SafeHtml.page(OWN_DARK, Map.of(), SafeHtml.Look.PLAIN).text())
        .contains("@media (max-width:0){p{color:pink}}", "@media (min-width:0){p{color:navy}}")
        .contains("background:#ffffff")
        .doesNotContain("prefers-color-scheme", "invert");
    assertThat(SafeHtml.page(OWN_DARK, Map.of(), DARK).text())
        .contains("@media (min-width:0){p{color:pink}}", "@media (max-width:0){p{color:navy}}")
        .contains("background:#0f141a")
        .doesNotContain("prefers-color-scheme", "Prefers-Color-Scheme", "invert");
  }

  @Test
  void aPageWithoutDarkColoursIsTurnedDarkAndItsPicturesAreNot() {
    assertThat(SafeHtml.page("<p>Hello</p>", Map.of(), DARK).text())
        .contains("html{background:#ffffff;filter:invert(1) hue-rotate(180deg)}")
        .contains("img{filter:invert(1) hue-rotate(180deg)}");
  }
}
