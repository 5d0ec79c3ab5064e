package org.postroom.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.address.MailboxKey;

/// Rule L1, whatever the list holds.
class ImportPropertiesTest {
  @Property(tries = 1000)
  void everyRowIsCountedOnceAndNoMailboxTwice(@ForAll("tables") List<String> lines) {
    RecipientList list = Tables.imported(ImportOptions.NONE, lines.toArray(String[]::new)).list();
    assertThat(list.rows()).isEqualTo(lines.size() - 1);
    Set<Integer> rows = new TreeSet<>();
    Set<MailboxKey> keys = new HashSet<>();
    list.people().forEach(person -> rows.add(person.at().row()));
    list.leftOut().forEach(out -> rows.add(out.at().row()));
    list.people().forEach(person -> assertThat(keys.add(person.key())).isTrue());
    assertThat(rows).hasSize(lines.size() - 1);
    assertThat(list.people()).extracting(person -> person.at().row()).isSorted();
    assertThat(list.leftOut()).extracting(out -> out.at().row()).isSorted();
    for (Recipient person : list.people()) {
      // No row shifts: a person has the cells of their own line.
      assertThat(String.join("|", person.cell(0), person.cell(1)))
          .isEqualTo(lines.get(person.at().row()));
    }
  }

  @Provide
  Arbitrary<List<String>> tables() {
    Arbitrary<String> rows =
        Arbitraries.of(
            "a@x.example|Ann",
            "A@x.example|Ann",
            "a@x.example|Anne",
            "b@x.example|Bob",
            "|",
            "",
            "c@x.example",
            "d@x.example|D|x",
            "e@x|E",
            "f@x.example, g@x.example|F",
            "h@x.example\n|H",
            "i@x.example|I\u202E",
            "j@x.example|k@x.example",
            "l@x.example|");
    return rows.list()
        .ofMaxSize(12)
        .map(
            list -> {
              List<String> lines = new java.util.ArrayList<>(List.of("Email|Name"));
              lines.addAll(list);
              return lines;
            });
  }
}
