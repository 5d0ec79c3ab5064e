package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.EarlierCells;
import org.postroom.safety.Material;
import org.postroom.safety.People;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// Rows of this list or of one that was imported earlier, in a text or a file for everybody,
/// without their addresses (rule E3): names with telephone numbers, say. Where the addresses are
/// there too, the other checks tell.
public final class RowsShown implements SafetyCheck {
  private static final String IS_ATTACHMENT = "list.is-attachment";
  private static final String IS_BODY = "list.is-body";
  private static final String ONE_PERSON = "content.person-details";

  @Override
  public Set<String> ids() {
    return new LinkedHashSet<>(List.of(ListsPeople.ID, IS_ATTACHMENT, IS_BODY, ONE_PERSON));
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    new Look(material, Rows.of(material), findings).all();
  }

  /// Everybody of `list` of whom a file's texts say two distinctive things close together.
  public static List<Recipient> in(RecipientList list, List<String> texts) {
    return Rows.of(list).in(texts);
  }

  /// The earlier list of which a file's texts show most people without their addresses.
  public static Optional<Earlier> ofEarlier(EarlierCells cells, List<String> texts) {
    return EarlierRows.in(cells, List.of(texts)).getFirst().map(RowsShown::earlier);
  }

  /// People of a list that was imported earlier.
  ///
  /// @param list its name
  /// @param people how many are shown
  /// @param blocks true for several
  /// @param isTheList true for at least half of it
  public record Earlier(String list, int people, boolean blocks, boolean isTheList) {}

  private static Earlier earlier(EarlierRows.Shown shown) {
    int found = shown.words().size();
    int people = shown.list().people();
    return new Earlier(
        shown.list().fileName(),
        found,
        found >= People.several(people),
        People.isMost(found, people));
  }

  /// A text or a file, with what it says of this list.
  private record Part(String part, String name, List<String> texts, List<Mentions.Few> few) {
    /// In a letter whoever writes it gives a contact.
    boolean isFile() {
      return part.startsWith("attachment:");
    }

    String whole() {
      return isFile() ? IS_ATTACHMENT : IS_BODY;
    }
  }

  private record Look(Material material, Rows rows, Consumer<Finding> findings) {
    void all() {
      List<Part> undecided = new ArrayList<>();
      for (Material.Words text : material.texts()) {
        part(text.part(), text.part(), List.of(text.source(), text.words()), undecided);
      }
      for (ReadFile file : material.files()) {
        if (!ListIsAttachment.isList(material, file)) {
          part(file.part(), file.fileName(), file.texts(), undecided);
        }
      }
      List<Optional<EarlierRows.Shown>> shown =
          EarlierRows.in(
              material.subject().memory().earlierCells(),
              undecided.stream().map(Part::texts).toList());
      Map<String, Finding> few = new LinkedHashMap<>();
      for (int i = 0; i < undecided.size(); i++) {
        earlier(undecided.get(i), shown.get(i), few);
      }
      few.values().forEach(findings);
    }

    private void part(String part, String name, List<String> texts, List<Part> undecided) {
      int several = ListShown.several(material);
      People.Named named = Objects.requireNonNull(material.named().get(part));
      if (named.known() >= several) {
        return;
      }
      Mentions mentions = rows.find(texts);
      List<Recipient> found = mentions.people().stream().map(rows::person).toList();
      if (found.size() < several) {
        List<Mentions.Few> few =
            mentions.few().stream()
                .filter(one -> isAnother(rows.person(one.person()), named))
                .toList();
        undecided.add(new Part(part, name, texts, few));
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

    /// The sender signs, and whose address stands there is told by it.
    private boolean isAnother(Recipient person, People.Named named) {
      return !material.isSender(person.key()) && !named.onList().containsKey(person.key());
    }

    private void earlier(Part part, Optional<EarlierRows.Shown> shown, Map<String, Finding> few) {
      List<Mentions.Few> one = part.few();
      if (shown.isPresent()) {
        EarlierRows.Shown rows = shown.get();
        Earlier earlier = RowsShown.earlier(rows);
        if (earlier.blocks()) {
          Finding.Builder finding =
              Finding.of(earlier.isTheList() ? part.whole() : ListsPeople.ID, Severity.BLOCK);
          rows.words().forEach(words -> finding.at(Place.part(part.part()), words));
          if (earlier.isTheList()) {
            finding.args(part.name(), earlier.list());
          } else {
            finding.args(earlier.people(), "");
          }
          findings.accept(finding.quote(rows.words().getFirst()).build());
          return;
        }
        boolean addressed = Objects.requireNonNull(material.named().get(part.part())).known() > 0;
        one = one.isEmpty() && !addressed ? rows.few() : one;
      }
      for (Mentions.Few person : one) {
        if (!isSender(person) && (person.isKey() || part.isFile())) {
          few.computeIfAbsent(person.words(), _ -> finding(part, person));
        }
      }
    }

    private boolean isSender(Mentions.Few person) {
      String sender = Folded.of(material.mailshot().from().mailbox().displayName());
      return !sender.isEmpty() && OwnRow.words(sender).containsAll(OwnRow.words(person.name()));
    }

    /// A name with a telephone number is what a contact has; a number of a member, an account or a
    /// passport has nobody for others to read.
    private static Finding finding(Part part, Mentions.Few person) {
      Place place = Place.part(part.part());
      return person.isKey()
          ? Finding.of(ListsPeople.ID, Severity.CONFIRM)
              .at(place, person.words())
              .args(1, person.name())
              .quote(person.words())
              .build()
          : Finding.of(ONE_PERSON, Severity.NOTE)
              .at(place, person.words())
              .args(person.name())
              .quote(person.words())
              .build();
    }
  }
}
