package org.postroom.template;

import java.util.List;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RowRef;

/// One person with the cells that a test needs.
final class People {
  private People() {}

  /// @param cells column, value, column, value, …
  static Recipient with(String... cells) {
    List<FieldName> names = new java.util.ArrayList<>();
    List<String> values = new java.util.ArrayList<>();
    for (int i = 0; i < cells.length; i += 2) {
      names.add(FieldName.of(cells[i]));
      values.add(cells[i + 1]);
    }
    return new Recipient(
        new RowRef(1, 2),
        Mailbox.of(AddrSpec.of("ann@choir.example")),
        new Columns(names),
        values.toArray(String[]::new));
  }

  static MergeTemplate plain(String source) {
    return read(source, Markup.PLAIN);
  }

  static MergeTemplate html(String source) {
    return read(source, Markup.HTML);
  }

  static MergeTemplate read(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate template) -> template;
      case TemplateReading.Broken broken -> throw new AssertionError(broken);
    };
  }

  static TemplateReading.Broken broken(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read _ -> throw new AssertionError("not broken: " + source);
      case TemplateReading.Broken broken -> broken;
    };
  }
}
