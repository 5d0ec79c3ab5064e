package org.postroom.safety.check;

import org.postroom.finding.Place;
import org.postroom.recipients.Recipient;

/// Something of `theirs` in what `mine` gets.
///
/// @param value the words, as they are compared and shown
record Leak(Place place, Recipient mine, Recipient theirs, String value) {
  boolean isInFile() {
    String part = place.part();
    return part != null && part.indexOf(':') > 0;
  }
}
