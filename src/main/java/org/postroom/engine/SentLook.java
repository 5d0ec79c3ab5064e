package org.postroom.engine;

import java.util.List;

/// What was found of letters in doubt in the folder of sent mail. Nothing was changed by it: a
/// letter that was not found may have arrived all the same, since not every provider keeps what it
/// sends.
///
/// @param folder the folder's name
/// @param found the addresses of those whose letters lie there
/// @param missing the addresses of the others
public record SentLook(String folder, List<String> found, List<String> missing) {
  public SentLook {
    found = List.copyOf(found);
    missing = List.copyOf(missing);
  }
}
