package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;
import org.postroom.template.MergeField;

/// A value that the letter uses and that a program wrote: #REF!, NULL, nan, 1.23E+11, markup.
public final class SuspectValue implements SafetyCheck {
  private static final String ID = "merge.suspect-value";
  private static final Pattern SUSPECT =
      Pattern.compile(
          "#(?:REF!|N/A|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|BEZUG!|NV|WERT!)|NULL|null|\\(null\\)|<null>|NaN|nan|undefined|None|#{4,}|\\d(?:[.,]\\d+)?E\\+\\d{1,3}|\\[object"
              + " Object\\]"
              + "|&(?:amp|nbsp|quot|lt|gt|#\\d+);.*|.*&(?:amp|nbsp|quot|lt|gt|#\\d{2,4});.*|.*</?(?:b|i|p|br|a|span|div|font)\\b[^>]*>.*"
              + "|=(?:[A-Z]{1,3}\\$?\\d+|[A-Z]{2,}\\().*");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (FieldName field : fields(material)) {
      Finding.Builder finding = Finding.of(ID, Severity.CONFIRM);
      for (Recipient person : material.subject().list().people()) {
        String value = person.value(field);
        if (SUSPECT.matcher(value).matches()) {
          if (finding.isEmpty()) {
            finding.args(field.shown()).quote(value);
          }
          finding.at(
              Place.row(person.at().row(), person.mailbox().address().wire()),
              field.key() + "=" + value);
        }
      }
      if (!finding.isEmpty()) {
        findings.accept(finding.build());
      }
    }
  }

  private static Set<FieldName> fields(Material material) {
    Set<FieldName> fields = new LinkedHashSet<>();
    var body = material.mailshot().body();
    body.subject().fields().forEach(field -> add(fields, field, material));
    body.text().fields().forEach(field -> add(fields, field, material));
    var html = body.html();
    if (html != null) {
      html.fields().forEach(field -> add(fields, field, material));
    }
    return fields;
  }

  private static void add(Set<FieldName> fields, MergeField field, Material material) {
    if (!field.condition() && material.subject().list().columns().has(field.name())) {
      fields.add(field.name());
    }
  }
}
