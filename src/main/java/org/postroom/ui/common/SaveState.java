package org.postroom.ui.common;

import java.time.Instant;
import java.util.List;
import org.postroom.engine.Problem;

/// Whether what is on the screen is on the disk.
public sealed interface SaveState {
  /// Nothing was changed since it was opened.
  record Unchanged() implements SaveState {}

  /// A change is about to be written.
  record Pending() implements SaveState {}

  record Saved(Instant at) implements SaveState {}

  record NotSaved(Problem problem) implements SaveState {}

  /// Not written, because another program has changed these files since they were read.
  record Elsewhere(List<String> files) implements SaveState {
    public Elsewhere {
      files = List.copyOf(files);
    }
  }
}
