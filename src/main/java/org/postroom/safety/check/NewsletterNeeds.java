package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// A newsletter has a way out and says who sends it, with a postal address (rule M6).
public final class NewsletterNeeds implements SafetyCheck {
  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(
        List.of("newsletter.no-unsubscribe", "newsletter.no-postal-address"));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    if (material.mailshot().kind() != Kind.NEWSLETTER) {
      return;
    }
    Mailshot.Newsletter settings = material.mailshot().newsletter();
    if (settings == null || settings.unsubscribe() == null) {
      findings.accept(missing("newsletter.no-unsubscribe", "unsubscribe"));
    }
    if (settings == null || settings.postalAddress().isBlank()) {
      findings.accept(missing("newsletter.no-postal-address", "postalAddress"));
    }
  }

  private static Finding missing(String id, String part) {
    return Finding.of(id, Severity.BLOCK).at(Place.part(part), "").build();
  }
}
