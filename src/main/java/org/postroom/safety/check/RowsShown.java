package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Rows of the list, in a text or a file for everybody, without their addresses (rule E3): names
/// with telephone numbers, say. Where the addresses are there too, the other checks tell.
public final class RowsShown implements SafetyCheck {
  private static final String IS_ATTACHMENT = "list.is-attachment";
  private static final String IS_BODY = "list.is-body";

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(List.of(ListsPeople.ID, IS_ATTACHMENT, IS_BODY));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    new Look(material, Rows.of(material), findings).all();
  }

  /// Everybody of `list` of whom a file's texts say two distinctive things close together.
  public static List<Recipient> in(RecipientList list, List<String> texts) {
    return Rows.of(list).in(texts);
  }

  private record Look(Material material, Rows rows, Consumer<Finding> findings) {
    void all() {
      for (Material.Words text : material.texts()) {
        part(text.part(), text.part(), List.of(text.source(), text.words()));
      }
      for (ReadFile file : material.files()) {
        if (!ListIsAttachment.isList(material, file)) {
          part(file.part(), file.fileName(), file.texts());
        }
      }
    }

    private void part(String part, String name, List<String> texts) {
      int several = ListShown.several(material);
      if (Objects.requireNonNull(material.named().get(part)).known() >= several) {
        return;
      }
      List<Recipient> found = rows.in(texts);
      if (found.size() < several) {
        return;
      }
      boolean list = found.size() * 2 >= material.subject().list().people().size();
      String whole = part.startsWith("attachment:") ? IS_ATTACHMENT : IS_BODY;
      Finding.Builder finding = Finding.of(list ? whole : ListsPeople.ID, Severity.BLOCK);
      found.forEach(person -> finding.at(Place.part(part), person.key().value()));
      if (list) {
        finding.args(name, material.subject().list().origin().fileName());
      } else {
        finding.args(found.size(), "");
      }
      findings.accept(finding.build());
    }
  }
}
