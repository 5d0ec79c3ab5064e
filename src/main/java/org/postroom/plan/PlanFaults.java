package org.postroom.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.Mailshot;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.RecipientList;
import org.postroom.template.MergeField;
import org.postroom.template.MergeTemplate;

/// Why no letters can be made of a mailshot and a list. Every one is a block.
final class PlanFaults {
  private final Mailshot mailshot;
  private final RecipientList list;
  private final List<Finding> faults = new ArrayList<>();

  private PlanFaults(Mailshot mailshot, RecipientList list) {
    this.mailshot = mailshot;
    this.list = list;
  }

  static List<Finding> of(Mailshot mailshot, RecipientList list) {
    PlanFaults found = new PlanFaults(mailshot, list);
    found.nobody();
    if (Planner.hidesPeople(mailshot)) {
      found.fieldsInBlindCopy();
      found.personalFilesInBlindCopy();
    } else {
      found.unknownFields();
    }
    return List.copyOf(found.faults);
  }

  private void nobody() {
    if (list.people().isEmpty()) {
      faults.add(
          Finding.of("list.nobody", Severity.BLOCK)
              .at(Place.part("list"), list.origin().fileName())
              .args(list.origin().fileName(), list.leftOut().size())
              .build());
    }
  }

  private void fieldsInBlindCopy() {
    Finding.Builder finding = Finding.of("blind-copy.merge-field", Severity.BLOCK);
    templates()
        .forEach(
            (part, template) -> {
              for (MergeField field : template.fields()) {
                finding.at(Place.part(part), field.name().key());
              }
            });
    if (!finding.isEmpty()) {
      faults.add(finding.args(firstField()).build());
    }
  }

  private String firstField() {
    return templates().values().stream()
        .flatMap(template -> template.fields().stream())
        .map(field -> field.name().shown())
        .findFirst()
        .orElse("");
  }

  private void personalFilesInBlindCopy() {
    Finding.Builder finding = Finding.of("blind-copy.personal-attachment", Severity.BLOCK);
    for (AttachmentSlot slot : mailshot.slots()) {
      if (slot instanceof AttachmentSlot.PerPerson personal) {
        finding.at(Place.part("attachment:" + personal.column()), personal.folder());
      }
    }
    if (!finding.isEmpty()) {
      faults.add(finding.args(finding.count()).build());
    }
  }

  private void unknownFields() {
    Map<FieldName, Finding.Builder> unknown = new LinkedHashMap<>();
    templates()
        .forEach(
            (part, template) ->
                template.fields().stream()
                    .map(MergeField::name)
                    .distinct()
                    .forEach(name -> unknown(unknown, name, part)));
    for (AttachmentSlot slot : mailshot.slots()) {
      if (slot instanceof AttachmentSlot.PerPerson personal) {
        unknown(unknown, personal.column(), "attachment:" + personal.column());
      }
    }
    unknown.values().forEach(finding -> faults.add(finding.build()));
  }

  private void unknown(Map<FieldName, Finding.Builder> unknown, FieldName name, String part) {
    if (list.columns().has(name)) {
      return;
    }
    unknown
        .computeIfAbsent(
            name,
            _ -> {
              String nearest = list.columns().nearest(name).map(FieldName::shown).orElse("");
              return Finding.of("merge.unknown-field", Severity.BLOCK)
                  .args(name.shown(), nearest, nearest.isEmpty() ? 0 : 1)
                  .quote("{{" + name.shown() + "}}");
            })
        .at(Place.part(part), name.key());
  }

  /// The templates by the part that they are.
  private Map<String, MergeTemplate> templates() {
    Body<MergeTemplate> body = mailshot.body();
    Map<String, MergeTemplate> parts = new LinkedHashMap<>();
    parts.put("subject", body.subject());
    parts.put("text", body.text());
    @Nullable MergeTemplate html = body.html();
    if (html != null) {
      parts.put("html", html);
    }
    return parts;
  }
}
