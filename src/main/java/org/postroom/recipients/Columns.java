package org.postroom.recipients;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
}
