package org.postroom.recipients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The header of a list: the names of its columns in order. Of two columns with one name the first
/// is meant (and the review says so).
public final class Columns {
  private final List<FieldName> names;
  private final Map<FieldName, Integer> index = new HashMap<>();

  public Columns(List<FieldName> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < this.names.size(); i++) {
      index.putIfAbsent(this.names.get(i), i);
    }
  }

  public static Columns of(String... names) {
    return new Columns(List.of(names).stream().map(FieldName::of).toList());
  }

  public int size() {
    return names.size();
  }

  public List<FieldName> names() {
    return names;
  }

  /// The column's place, 0-based, or -1 where there is none of that name.
  public int indexOf(FieldName name) {
    return index.getOrDefault(name, -1);
  }

  public boolean has(FieldName name) {
    return index.containsKey(name);
  }

  /// The column whose name is closest to `name` by edit distance, or empty where none is close: at
  /// most half of it is different, or one name is a part of the other.
  public Optional<FieldName> nearest(FieldName name) {
    @Nullable FieldName best = null;
    int least = Integer.MAX_VALUE;
    for (FieldName candidate : names) {
      int distance = EditDistance.between(candidate.key(), name.key());
      boolean part = candidate.key().contains(name.key()) || name.key().contains(candidate.key());
      int most = Math.max(2, Math.max(candidate.key().length(), name.key().length()) / 2);
      if (!candidate.key().isEmpty() && distance < least && (part || distance <= most)) {
        best = candidate;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }
}
