package org.postroom.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a cell may say to name a file (rule V6), judged the same on every platform: the document
/// may have been written on another one.
final class PersonalName {
  private static final Pattern DRIVE_OR_STREAM = Pattern.compile("[^/\\\\]*:.*", Pattern.DOTALL);

  /// Windows opens a device for these names, with any ending and trailing blanks or dots.
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?");

  private PersonalName() {}

  /// The steps from the folder down to the file, or empty where the name could lead elsewhere.
  static Optional<List<String>> steps(String cell) {
    boolean absolute = cell.startsWith("/") || cell.startsWith("\\");
    boolean control = cell.chars().anyMatch(Character::isISOControl);
    if (absolute || control || DRIVE_OR_STREAM.matcher(cell).find()) {
      return Optional.empty();
    }
    List<String> steps = new ArrayList<>();
    for (String step : cell.split("[/\\\\]", -1)) {
      // Windows drops blanks and dots at a name's end, so that ".. " climbs as well.
      if (step.strip().matches("\\.{2,}") || DEVICE.matcher(step.strip()).matches()) {
        return Optional.empty();
      }
      if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return Optional.of(steps);
  }
}
