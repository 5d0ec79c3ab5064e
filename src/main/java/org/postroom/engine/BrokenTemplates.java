package org.postroom.engine;

import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// A template that cannot be read becomes a finding, and an empty one stands in its place so that
/// everything else can still be looked at.
final class BrokenTemplates {
  private BrokenTemplates() {}

  static Finding finding(TemplateReading.Broken fault, String part) {
    return Finding.of("merge.syntax", Severity.BLOCK)
        .at(Place.part(part), fault.what() + "/" + fault.line())
        .args(fault.what(), fault.line())
        .build();
  }

  static MergeTemplate inItsPlace(Markup markup) {
    return switch (MergeTemplate.parse("", markup)) {
      case TemplateReading.Read(MergeTemplate empty) -> empty;
      case TemplateReading.Broken _ -> throw new IllegalStateException("an empty text is whole");
    };
  }
}
