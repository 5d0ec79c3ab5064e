package org.postroom.safety.check;

import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.AttachmentSlot;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// A file that is the list: refused when it was attached, or the same people in another form.
public final class ListIsAttachment implements SafetyCheck {
  private static final String ID = "list.is-attachment";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (AttachmentSlot slot : material.mailshot().slots()) {
      if (slot instanceof AttachmentSlot.Refused(String _, Finding finding)) {
        findings.accept(finding);
      }
    }
    String list = material.subject().list().origin().fileName();
    for (ReadFile file : material.files()) {
      if (file.part().startsWith("attachment:") && isList(material, file)) {
        findings.accept(
            Finding.of(ID, Severity.BLOCK)
                .at(Place.part(file.part()), file.sha256())
                .args(file.fileName(), list)
                .build());
      }
    }
  }

  /// True where a file is the list by its bytes or by the addresses in it.
  static boolean isList(Material material, ReadFile file) {
    return ListShown.isTheFile(material.subject(), file.sha256())
        || ListShown.isTheList(material, Objects.requireNonNull(material.named().get(file.part())));
  }
}
