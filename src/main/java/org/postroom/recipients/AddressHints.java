package org.postroom.recipients;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.postroom.address.AddrSpec;
import org.postroom.address.MailboxKey;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// Addresses of people that are legal and yet probably not what was meant.
final class AddressHints {
  private static final Pattern NO_REPLY =
      Pattern.compile(
          "(?:.*[-._+])?(?:no|do-?not|donot|nicht|ne-?pas)[-._]?(?:reply|respond|antworten|repondre)(?:[-._+].*)?|noreply.*");
  private static final Set<String> NAMES = Set.of("firstname", "vorname", "name");
  private static final Pattern TEST =
      Pattern.compile(
          "(?:asdf+|qwertz?y?|test(?:ing)?|tests?)(?:\\s+(?:asdf+|qwertz?y?|test(?:er)?))*+",
          Pattern.CASE_INSENSITIVE);

  /// Nobody types more to try something; the pattern would fill the stack with a very long cell.
  private static final int LONGEST_TEST = 100;

  // A bit for each finding, in the order in which they are told.
  private static final int GROUP_ADDRESS = 1;
  private static final int NO_REPLY_ADDRESS = 2;
  private static final byte TYPO = 4;
  private static final byte MIXED = 8;
  private static final int TEST_ROW = 16;

  private final int[] names;
  private final byte[] hints;
  private final Domains domains = new Domains();

  /// @param rows how many rows the list has
  AddressHints(Columns columns, int rows) {
    this.names = nameColumns(columns);
    this.hints = new byte[rows];
  }

  /// Safe for several threads.
  ///
  /// @param row 0-based
  void look(int row, Recipient person) {
    AddrSpec address = person.mailbox().address();
    String local = local(person.key());
    int found = domains.hint(address.domain());
    found |= GroupAddress.isGroup(local) ? GROUP_ADDRESS : 0;
    found |= isNoReply(local) ? NO_REPLY_ADDRESS : 0;
    found |= isTest(person, names) ? TEST_ROW : 0;
    hints[row] = (byte) found;
  }

  /// What there is to say about the people who are written to.
  List<Finding> about(Verdicts verdicts) {
    List<Finding.Builder> builders =
        List.of(
            Finding.of("address.group", Severity.CONFIRM),
            Finding.of("address.no-reply", Severity.CONFIRM),
            Finding.of("address.likely-typo", Severity.CONFIRM),
            Finding.of("address.mixed-script", Severity.CONFIRM),
            Finding.of("list.test-row", Severity.CONFIRM));
    for (int row = 0; row < hints.length; row++) {
      if (hints[row] == 0 || !verdicts.isPerson(row)) {
        continue;
      }
      Recipient person = verdicts.person(row);
      Place place = Place.row(person.at().row(), person.mailbox().address().wire());
      for (int i = 0; i < builders.size(); i++) {
        if ((hints[row] & (1 << i)) != 0) {
          builders.get(i).at(place, person.key().value());
        }
      }
    }
    return builders.stream()
        .filter(builder -> !builder.isEmpty())
        .map(Finding.Builder::build)
        .toList();
  }

  /// Remembers what was found about a domain, since most people share one with others. Safe for
  /// several threads.
  static final class Domains {
    private static final int MOST = 10_000;

    private final Map<String, Byte> known = new ConcurrentHashMap<>();

    private int hint(String domain) {
      Byte hint = known.get(domain);
      if (hint == null) {
        hint = judge(domain);
        if (known.size() < MOST) {
          known.put(domain, hint);
        }
      }
      return hint;
    }

    private static byte judge(String domain) {
      return (byte)
          ((LikelyTypos.isOne(domain) ? TYPO : 0) | (MixedScripts.isOne(domain) ? MIXED : 0));
    }
  }

  /// All words of the pattern have one of these in them.
  private static boolean isNoReply(String local) {
    return (local.contains("repl")
            || local.contains("respond")
            || local.contains("antwort")
            || local.contains("repond"))
        && NO_REPLY.matcher(local).matches();
  }

  private static String local(MailboxKey key) {
    return key.value().substring(0, key.value().lastIndexOf('@'));
  }

  /// Names alone tell: an address may well begin with test.
  private static boolean isTest(Recipient person, int[] names) {
    String name = person.mailbox().displayName();
    for (int i = 0; i < names.length && name.isEmpty(); i++) {
      name = Cells.strip(person.cell(names[i]));
    }
    return !name.isEmpty()
        && name.length() <= LONGEST_TEST
        && "aAqQtT".indexOf(name.charAt(0)) >= 0
        && TEST.matcher(name).matches();
  }

  private static int[] nameColumns(Columns columns) {
    return IntStream.range(0, columns.size())
        .filter(i -> NAMES.contains(AddressColumn.letters(columns.names().get(i).shown())))
        .toArray();
  }
}
