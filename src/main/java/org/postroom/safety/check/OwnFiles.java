package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.PersonalFiles.Found;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.Recipient;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// The files of a column, one for each person (rule V6): missing, outside their folder, empty, a
/// list, or one file for people of different names.
public final class OwnFiles implements SafetyCheck {
  private static final String MISSING = "attachment.missing";

  /// Which sentence of [#MISSING] is meant.
  private static final int NO_FILE = 1;

  private static final int BLANK_CELL = 2;

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(
        List.of(
            "attachment.missing",
            "attachment.shared",
            "attachment.outside-folder",
            "attachment.empty",
            "list.is-attachment"));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (AttachmentSlot slot : material.mailshot().slots()) {
      if (slot instanceof AttachmentSlot.PerPerson personal
          && material.subject().list().columns().has(personal.column())) {
        new Column(material, personal).look(findings);
      }
    }
  }

  private static final class Column {
    private final Material material;
    private final AttachmentSlot.PerPerson slot;
    private final Map<String, Finding.Builder> faults = new LinkedHashMap<>();
    private final Map<String, Map<Recipient, String>> users = new LinkedHashMap<>();

    Column(Material material, AttachmentSlot.PerPerson slot) {
      this.material = material;
      this.slot = slot;
    }

    void look(Consumer<Finding> findings) {
      for (Recipient person : material.subject().list().people()) {
        String cell = person.value(slot.column());
        if (cell.isEmpty()) {
          fault("blank", MISSING, person, slot.column().shown(), slot.folder(), BLANK_CELL);
        } else {
          judge(person, slot.files().find(cell));
        }
      }
      faults.values().forEach(finding -> findings.accept(finding.build()));
      shared(findings);
    }

    private void judge(Recipient person, Found found) {
      switch (found) {
        case Found.File(var file, String identity) ->
            users
                .computeIfAbsent(identity, _ -> new LinkedHashMap<>())
                .put(person, file.fileName());
        case Found.Missing(String name) ->
            fault(MISSING, MISSING, person, name, slot.folder(), NO_FILE);
        case Found.Empty(String name) -> fault("attachment.empty", person, name, slot.folder());
        case Found.Outside(String name) ->
            fault("attachment.outside-folder", person, name, slot.folder());
        case Found.IsList(String name, String list) ->
            fault("list.is-attachment", person, name, list);
      }
    }

    private void fault(String id, Recipient person, String name, String second) {
      fault(id, id, person, name, second, 0);
    }

    /// @param kind findings of one kind are one finding
    private void fault(
        String kind, String id, Recipient person, String name, String second, int form) {
      faults
          .computeIfAbsent(kind, _ -> Finding.of(id, Severity.BLOCK).args(name, second, form))
          .at(place(person), name);
    }

    private Place place(Recipient person) {
      return Place.letter(
          "attachment:" + slot.column().shown(),
          person.at().row(),
          person.mailbox().address().wire());
    }

    private void shared(Consumer<Finding> findings) {
      Finding.Builder shared = Finding.of("attachment.shared", Severity.BLOCK);
      for (Map<Recipient, String> file : users.values()) {
        if (file.keySet().stream().map(this::name).distinct().count() > 1) {
          String name = file.values().iterator().next();
          if (shared.isEmpty()) {
            shared.args(
                name,
                file.keySet().stream()
                    .limit(3)
                    .map(person -> Integer.toString(person.at().row()))
                    .collect(Collectors.joining(", ")));
          }
          file.keySet().forEach(person -> shared.at(place(person), name));
        }
      }
      if (!shared.isEmpty()) {
        findings.accept(shared.build());
      }
    }

    /// One person on two rows may share; without a column of names an address is a name.
    private String name(Recipient person) {
      FieldName column = material.subject().list().nameColumn();
      String name = column == null ? person.mailbox().displayName() : person.value(column);
      return name.isEmpty() ? person.key().value() : name;
    }
  }
}
