package org.postroom.safety.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.recipients.Recipient;

/// Personal files that name somebody else and not the one who gets them: swapped, or off by one. A
/// single such file may be right, since a letter may speak of a third person; it is told where the
/// file of that person does not name its owner either, or where nearly all files name theirs.
final class SwappedFiles {
  /// From so many files on, what nearly all of them do is how they are made.
  private static final int ENOUGH = 4;

  private final List<Leak> suspects = new ArrayList<>();
  private final Set<Recipient> unnamed = new HashSet<>();
  private int naming;
  private int files;

  /// @param others whose whole names stand in the file
  /// @param namesMine true where it names its owner
  void add(List<Leak> others, Recipient mine, boolean namesMine) {
    files++;
    if (namesMine) {
      naming++;
    } else if (!others.isEmpty()) {
      suspects.addAll(others);
      unnamed.add(mine);
    }
  }

  List<Leak> leaks() {
    Map<String, Integer> often = new HashMap<>();
    suspects.forEach(leak -> often.merge(leak.value(), 1, Integer::sum));
    boolean nearlyAllName = files >= ENOUGH && naming >= files - Math.max(1, files / 10);
    return suspects.stream()
        .filter(leak -> nearlyAllName || unnamed.contains(leak.theirs()))
        .filter(leak -> often.getOrDefault(leak.value(), 0) < OtherPersonsData.SHARED)
        .toList();
  }
}
