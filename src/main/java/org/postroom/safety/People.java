package org.postroom.safety;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.postroom.address.MailboxKey;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.safety.text.AddressSearch;
import org.postroom.safety.text.Fold;
import org.postroom.safety.text.Spot;
import org.postroom.safety.text.UnknownAddress;

/// Whose addresses a text holds: people of this list, of lists imported here earlier, or unknown
/// ones (rule E2). The sender's own addresses are nobody's. Safe for several threads.
public final class People {
  /// From how many unknown people on a place is to be confirmed, and blocks.
  public static final int UNKNOWN_CONFIRM = 3;

  public static final int UNKNOWN_BLOCK = 25;
  private static final int SMALL_LIST = 5;

  /// More than this are not told apart: far fewer block.
  private static final int MOST_UNKNOWN = 1000;

  private final Map<String, Recipient> people = new HashMap<>();
  private final Set<String> senders = new LinkedHashSet<>();
  private final Memory memory;

  /// What was found in one text or file.
  public static final class Named {
    private final SequencedMap<MailboxKey, Recipient> onList = new LinkedHashMap<>();
    private final SequencedSet<String> onEarlierLists = new LinkedHashSet<>();
    private final SequencedSet<String> unknown = new LinkedHashSet<>();

    /// People of this list, in the order of the text.
    public SequencedMap<MailboxKey, Recipient> onList() {
      return onList;
    }

    /// Addresses of people of lists imported here earlier.
    public SequencedSet<String> onEarlierLists() {
      return onEarlierLists;
    }

    /// Addresses that no list here has, as far as they look like a person's.
    public SequencedSet<String> unknown() {
      return unknown;
    }

    /// People of this list or of an earlier one.
    public int known() {
      return onList.size() + onEarlierLists.size();
    }
  }

  People(RecipientList list, Set<MailboxKey> senders, Memory memory) {
    this.memory = memory;
    for (Recipient person : list.people()) {
      people.put(Fold.fold(person.key().value()), person);
    }
    senders.forEach(sender -> this.senders.add(Fold.fold(sender.value())));
  }

  /// From how many people of known lists on a place blocks: three, or two for lists of five or
  /// fewer.
  public static int several(int listSize) {
    return listSize <= SMALL_LIST ? 2 : 3;
  }

  /// True for so many people of a list that this is the list, in whatever form.
  public static boolean isMost(int found, int listSize) {
    return found >= several(listSize) && found * 2 >= listSize;
  }

  /// Everybody whom `text` names.
  public Named in(String text) {
    Named named = new Named();
    search(text, named);
    return named;
  }

  void search(String text, Named named) {
    AddressSearch.find(text, spot -> judge(text, spot, named));
  }

  private void judge(String text, Spot spot, Named named) {
    var variants = spot.variants();
    for (String variant : variants) {
      if (senders.contains(variant)) {
        return;
      }
      Recipient person = people.get(variant);
      if (person != null) {
        named.onList.putIfAbsent(person.key(), person);
        return;
      }
    }
    for (String variant : variants) {
      if (onEarlierList(variant)) {
        named.onEarlierLists.add(variant);
        return;
      }
    }
    if (named.unknown.size() >= MOST_UNKNOWN) {
      return;
    }
    String plain = spot.plain();
    if (UnknownAddress.isPersons(text, spot.at(), plain)) {
      named.unknown.add(plain);
    }
  }

  private boolean onEarlierList(String variant) {
    return variant.length() <= LONGEST && memory.onAnEarlierList(new MailboxKey(variant));
  }

  /// RFC 5321 section 4.5.3.1.3: a path has at most 256 octets, two of them brackets.
  private static final int LONGEST = 254;
}
