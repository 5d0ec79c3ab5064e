package org.postroom.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a mailshot's document and texts are on the disk: SHA-256 by file name, empty where there is
/// no such file.
public record DiskState(Map<String, String> files) {
  public DiskState {
    files = Map.copyOf(files);
  }

  /// The files that are others by now, in the order of their names. A file that was not looked at
  /// then counts as one that was not there.
  public List<String> changedTo(DiskState now) {
    Set<String> changed = new TreeSet<>();
    now.files()
        .forEach(
            (name, sha256) -> {
              if (!files.getOrDefault(name, "").equals(sha256)) {
                changed.add(name);
              }
            });
    return List.copyOf(changed);
  }
}
