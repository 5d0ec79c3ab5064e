package org.postroom.recipients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.postroom.address.AddrSpec;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// Addresses of people that are legal and yet probably not what was meant.
final class AddressHints {
  private static final Set<String> GROUPS =
      Set.of(
          "all",
          "everyone",
          "everybody",
          "allstaff",
          "all-staff",
          "staff-all",
          "all.staff",
          "alle",
          "an-alle",
          "tous",
          "todos",
          "tutti",
          "iedereen",
          "list",
          "lists",
          "mailinglist");
  private static final Pattern GROUP =
      Pattern.compile(".*-(?:list|all|everyone|members|subscribers)|(?:list|all)-.*");
  private static final Pattern NO_REPLY =
      Pattern.compile(
          "(?:.*[-._+])?(?:no|do-?not|donot|nicht|ne-?pas)[-._]?(?:reply|respond|antworten|repondre)(?:[-._+].*)?|noreply.*");
  private static final Set<String> NAMES = Set.of("firstname", "vorname", "name");

  /// Nobody types more to try something; the pattern would fill the stack with a very long cell.
  private static final int LONGEST_TEST = 100;

  private static final Pattern TEST =
      Pattern.compile(
          "(?:asdf+|qwertz?y?|test(?:ing)?|tests?)(?:\\s+(?:asdf+|qwertz?y?|test(?:er)?))*",
          Pattern.CASE_INSENSITIVE);

  private AddressHints() {}

  static List<Finding> about(RecipientList list) {
    Finding.Builder groups = Finding.of("address.group", Severity.CONFIRM);
    Finding.Builder noReply = Finding.of("address.no-reply", Severity.CONFIRM);
    Finding.Builder typos = Finding.of("address.likely-typo", Severity.CONFIRM);
    Finding.Builder mixed = Finding.of("address.mixed-script", Severity.CONFIRM);
    Finding.Builder tests = Finding.of("list.test-row", Severity.CONFIRM);
    Map<String, Boolean> typoDomains = new HashMap<>();
    Map<String, Boolean> mixedDomains = new HashMap<>();
    int[] names = nameColumns(list.columns());
    for (Recipient person : list.people()) {
      AddrSpec address = person.mailbox().address();
      String key = person.key().value();
      String local = key.substring(0, key.lastIndexOf('@'));
      boolean typo = typoDomains.computeIfAbsent(address.domain(), LikelyTypos::isOne);
      boolean mixes = mixedDomains.computeIfAbsent(address.domain(), MixedScripts::isOne);
      Place place = Place.row(person.at().row(), address.wire());
      if (GROUPS.contains(local) || GROUP.matcher(local).matches()) {
        groups.at(place, key);
      }
      if (NO_REPLY.matcher(local).matches()) {
        noReply.at(place, key);
      }
      if (typo) {
        typos.at(place, key);
      }
      if (mixes) {
        mixed.at(place, key);
      }
      if (isTest(person, names)) {
        tests.at(place, key);
      }
    }
    List<Finding> findings = new ArrayList<>();
    List.of(groups, noReply, typos, mixed, tests).stream()
        .filter(builder -> !builder.isEmpty())
        .forEach(builder -> findings.add(builder.build()));
    return findings;
  }

  /// Names alone tell: an address may well begin with test.
  private static boolean isTest(Recipient person, int[] names) {
    String name = person.mailbox().displayName();
    for (int i = 0; i < names.length && name.isEmpty(); i++) {
      name = Cells.strip(person.cell(names[i]));
    }
    return name.length() <= LONGEST_TEST && TEST.matcher(name).matches();
  }

  private static int[] nameColumns(Columns columns) {
    return IntStream.range(0, columns.size())
        .filter(i -> NAMES.contains(AddressColumn.letters(columns.names().get(i).shown())))
        .toArray();
  }
}
