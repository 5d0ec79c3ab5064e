package org.postroom.safety.check;

import java.util.LinkedHashSet;
import java.util.Optional;
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
          "#(?:REF!|N/A|NAME\\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA"
              + "|BEZUG!|NV|WERT!|ZAHL!|ÜBERLAUF!|NOM\\s?\\?|VALEUR\\s?!|N/D|NOMBRE\\s?!"
              + "|¡?(?:REF|VALOR|DIV/0|NULO|NUM)!|¿NOMBRE\\?|RIF!|VALORE!|NOME\\?"
              + "|VERW!|WAARDE!|NAAM\\?|GETAL!|ADR!|ARG!|LICZBA!|NAZWA\\?)"
              + "|Err:\\d{3}|NULL|null|\\(null\\)|<null>|NaN|nan|NaT|<NA>|-nan\\(ind\\)|undefined"
              + "|#{4,}|\\d(?:[.,]\\d+)?E\\+\\d{1,3}|\\[object Object\\]"
              + "|&(?:amp|nbsp|quot|lt|gt|#\\d+);.*|.*&(?:amp|nbsp|quot|lt|gt|#\\d{2,4});.*"
              + "|.*</?(?:b|i|p|br|a|span|div|font)\\b[^>]*>.*"
              + "|=(?:[A-Z]{1,3}\\$?\\d+|[A-Z]{2,}\\().*");

  /// Of a diet or an allergy there may be none; a name is not None.
  private static final Pattern SUSPECT_NAME = Pattern.compile("None|N/A|n/a|TRUE|FALSE|0");

  /// Those of both that are letters alone.
  private static final Set<String> WORDS =
      Set.of("NULL", "null", "NaN", "nan", "NaT", "undefined", "None", "TRUE", "FALSE");

  /// Letters and what stands between them: most values by far, and the other patterns take long.
  private static final Pattern WORDS_ALONE = Pattern.compile("[\\p{L} .,-]*+");

  /// Days since 1900: 1954 to 2064.
  private static final Pattern SERIAL_DATE = Pattern.compile("[2-5]\\d{4}(?:[.,]\\d+)?");

  private static final Pattern DATES =
      Pattern.compile(
          "(?iu).*(?:\\bdates?\\b|datum|birth|geburt|geboren|naissance|nacimiento|nascita|fecha"
              + "|joined|eintritt|\\bsince\\b|\\bseit\\b|\\bdepuis\\b|\\bdob\\b|\\bdue\\b|doğum).*");

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
        if (isSuspect(value, field)) {
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

  private static boolean isSuspect(String value, FieldName field) {
    if (WORDS_ALONE.matcher(value).matches() && !WORDS.contains(value)) {
      return false;
    }
    return SUSPECT.matcher(value).matches()
        || (SUSPECT_NAME.matcher(value).matches()
            && CellKind.ofColumn(field.shown()).equals(Optional.of(CellKind.NAME)))
        || (SERIAL_DATE.matcher(value).matches() && DATES.matcher(field.shown()).matches());
  }
}
