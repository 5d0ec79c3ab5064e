package org.postroom.safety.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.People;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Several people's addresses in what everybody gets: people of this list or an earlier one, or
/// unknown ones. One or two known people may be meant, as a contact; each is confirmed by address.
public final class ListsPeople implements SafetyCheck {
  static final String ID = "content.lists-people";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    Set<String> told = new LinkedHashSet<>(ListIsBody.parts(material));
    for (ReadFile file : material.files()) {
      if (ListIsAttachment.isList(material, file)) {
        told.add(file.part());
      }
    }
    SequencedMap<String, String> known = new LinkedHashMap<>();
    SequencedMap<String, String> unknown = new LinkedHashMap<>();
    int onList = 0;
    for (Map.Entry<String, People.Named> part : material.named().entrySet()) {
      if (!told.contains(part.getKey())) {
        People.Named named = part.getValue();
        for (var key : named.onList().keySet()) {
          onList += known.putIfAbsent(key.value(), part.getKey()) == null ? 1 : 0;
        }
        named.onEarlierLists().forEach(address -> known.putIfAbsent(address, part.getKey()));
        named.unknown().forEach(address -> unknown.putIfAbsent(address, part.getKey()));
      }
    }
    int others = material.subject().list().people().size();
    if (others == 1 && onList == 1 && known.size() == 1) {
      known.clear(); // The one who gets it is all who is named.
    }
    if (known.size() >= ListShown.several(material) || (others > 1 && onList * 2 >= others)) {
      findings.accept(all(Severity.BLOCK, known));
    } else {
      known.forEach((address, part) -> findings.accept(one(address, part)));
    }
    if (unknown.size() >= People.UNKNOWN_CONFIRM) {
      findings.accept(
          all(unknown.size() >= People.UNKNOWN_BLOCK ? Severity.BLOCK : Severity.CONFIRM, unknown));
    }
  }

  static Finding one(String address, String part) {
    return Finding.of(ID, Severity.CONFIRM)
        .at(new Place(part, null, address), address)
        .args(1, address)
        .quote(address)
        .build();
  }

  private static Finding all(Severity severity, SequencedMap<String, String> people) {
    Finding.Builder finding = Finding.of(ID, severity);
    people.forEach((address, part) -> finding.at(new Place(part, null, address), address));
    return finding.args(people.size(), people.firstEntry().getKey()).build();
  }
}
