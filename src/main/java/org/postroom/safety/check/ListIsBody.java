package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.ReviewSubject;
import org.postroom.safety.SafetyCheck;

/// Text, HTML or a picture's place that holds the list: by the file that it came from, or by its
/// people.
public final class ListIsBody implements SafetyCheck {
  private static final String ID = "list.is-body";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (String part : parts(material)) {
      findings.accept(
          Finding.of(ID, Severity.BLOCK)
              .at(Place.part(part), "")
              .args(part, material.subject().list().origin().fileName())
              .build());
    }
  }

  /// The parts that are the list.
  static Set<String> parts(Material material) {
    Set<String> parts = new LinkedHashSet<>();
    for (ReviewSubject.BodyFile file : material.subject().bodyFiles()) {
      if (file.list() != null
          || ListShown.isTheFile(material.subject(), file.file().content().sha256())) {
        parts.add(file.part());
        if (file.part().equals("markdown")) {
          parts.remove("markdown");
          parts.add("text");
        }
      }
    }
    for (Material.Words text : material.texts()) {
      if (ListShown.isTheList(
          material, Objects.requireNonNull(material.named().get(text.part())))) {
        parts.add(text.part());
      }
    }
    for (ReadFile file : material.files()) {
      if (file.part().startsWith("inline:") && ListIsAttachment.isList(material, file)) {
        parts.add(file.part());
      }
    }
    return parts;
  }
}
