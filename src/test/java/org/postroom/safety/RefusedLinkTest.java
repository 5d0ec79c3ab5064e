package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.check.RefusedLink;

/// Rule V4: a link that is left empty is not left empty silently.
class RefusedLinkTest {
  @Test
  void linkThatWasLeftEmptyIsToldWithItsValueAndItsRows() {
    List<Finding> findings =
        Kit.list("Email", "Name", "Page")
            .row("a@choir.example", "Ann", "https://a.example")
            .row("b@choir.example", "Ben", "javascript:alert(1)")
            .row("c@choir.example", "Cem", "www.c.example")
            .text("Hello")
            .html("<p>Hello <a href=\"{{Page}}\">{{Name}}</a></p>")
            .findings(new RefusedLink());
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.id()).isEqualTo("merge.suspect-value");
    assertThat(finding.severity()).isEqualTo(Severity.CONFIRM);
    assertThat(finding.args()).containsExactly("Page");
    assertThat(finding.quote()).isEqualTo("javascript:alert(1)");
    assertThat(finding.examples()).extracting(Place::row).containsExactly(2, 3);
    assertThat(finding.examples()).extracting(Place::part).containsOnly("html");
  }

  @Test
  void soundLinksAndBlindCopiesAreSilent() {
    Kit sound = Kit.list("Email", "Page").row("a@choir.example", "https://a.example").text("Hello");
    assertThat(sound.findings(new RefusedLink())).isEmpty();
    assertThat(sound.html("<a href='{{Page}}'>x</a>").findings(new RefusedLink())).isEmpty();
    Kit blind = Kit.choir(3).text("Hello").html("<p>Hello</p>").blindCopy();
    assertThat(blind.findings(new RefusedLink())).isEmpty();
  }
}
