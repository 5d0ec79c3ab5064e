package org.postroom.safety.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// The same bytes attached twice.
public final class RepeatedAttachment implements SafetyCheck {
  private static final String ID = "attachment.repeated";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Map<String, ReadFile> seen = new HashMap<>();
    for (ReadFile file : material.files()) {
      if (file.size() > 0 && file.part().startsWith("attachment:")) {
        ReadFile first = seen.putIfAbsent(file.sha256(), file);
        if (first != null) {
          findings.accept(
              Finding.of(ID, Severity.CONFIRM)
                  .at(Place.part(file.part()), file.sha256())
                  .args(file.fileName(), first.fileName())
                  .build());
        }
      }
    }
  }
}
