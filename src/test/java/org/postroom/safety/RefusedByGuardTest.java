package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postroom.composition.GuardVerdict;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.safety.check.RefusedByGuard;

/// What the guard would stop at sending is said by the review.
class RefusedByGuardTest {
  private static final FindingTexts TEXTS = new FindingTexts(Locale.UK);

  @Test
  void anOutsideAddressInTheSubjectBlocksBeforeSending() {
    List<Finding> findings = real(Kit.choir(40).subject("Write to office@elsewhere.example"));
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.id()).isEqualTo("letter.refused-by-guard");
    assertThat(finding.count()).isEqualTo(40);
    assertThat(finding.where().part()).isEqualTo("subject");
    assertThat(finding.where().row()).isEqualTo(1);
    assertThat(TEXTS.message(finding))
        .isEqualTo(
            "40 letters would be stopped on the way out. The last reading before a letter leaves"
                + " would stop the one to m1@choir.example (row 1) because of the subject. It shows"
                + " somebody’s address, which only the text may do. Take it out there. The rule: a"
                + " header holds an address that nobody cleared for it.");
  }

  @Test
  void whatTheGuardLetsGoIsNoFinding() {
    assertThat(real(Kit.choir(9).subject("From " + Kit.CHOIR + ": Rehearsal @ 7pm"))).isEmpty();
    assertThat(real(Kit.choir(9).text("Write to office@elsewhere.example"))).isEmpty();
  }

  @Test
  void everyRuleIsOneFindingWithItsLetters() {
    Kit kit =
        Kit.choir(3).guard("m2@choir.example", new GuardVerdict.Stop("to", "To is not right"));
    List<Finding> findings = kit.findings(new RefusedByGuard());
    assertThat(findings)
        .extracting(finding -> finding.where().part() + finding.where().row() + finding.count())
        .containsExactly("letter21");
    assertThat(TEXTS.message(findings.getFirst()))
        .contains("Postroom itself made it wrongly", "The rule: To is not right.");
  }

  /// With the composer and the guard as they are at sending.
  private static List<Finding> real(Kit kit) {
    return new SafetyReview(List.of(new RefusedByGuard()))
        .review(
            kit.reviewSubject(),
            new MimeComposer(new MessageIdKey(new byte[32])),
            ReviewProgress.NONE)
        .review()
        .findings();
  }
}
