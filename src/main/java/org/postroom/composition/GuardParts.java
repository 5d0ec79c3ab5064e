package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a body (RFC 2046 section 5.1) and their headers.
final class GuardParts {
  private static final int DEEPEST = 8;
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"\\\\]{1,70})\"|([^\\s\";]{1,70}))\\s*(?:;|$)",
          Pattern.CASE_INSENSITIVE);

  /// File names are the review's to judge.
  private static final Pattern FILE_NAME =
      Pattern.compile(
          ";\\s*(?:file)?name(?:\\*[0-9*]*)?\\s*=\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;\"]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> KNOWN =
      Set.of(
          "content-type",
          "content-transfer-encoding",
          "content-disposition",
          "content-id",
          "content-description",
          "content-language");

  private final GuardOctets octets;
  private final GuardLines lines;
  private final GuardAddresses addresses;

  GuardParts(GuardOctets octets, GuardLines lines, GuardAddresses addresses) {
    this.octets = octets;
    this.lines = lines;
    this.addresses = addresses;
  }

  /// Reads the parts of a body that begins at the end of `headers`.
  void check(GuardHeaders headers, int end, int depth) throws GuardRefusal {
    List<String> types = headers.values("content-type");
    if (types.size() > 1 || depth > DEEPEST) {
      throw new GuardRefusal(GuardRule.STRUCTURE);
    }
    if (types.isEmpty() || !types.getFirst().regionMatches(true, 0, "multipart/", 0, 10)) {
      return;
    }
    Matcher boundary = BOUNDARY.matcher(types.getFirst());
    if (!boundary.find()) {
      throw new GuardRefusal(GuardRule.STRUCTURE);
    }
    String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    split(("--" + name).getBytes(StandardCharsets.UTF_8), headers.body(), end, depth);
  }

  private void split(byte[] delimiter, int start, int end, int depth) throws GuardRefusal {
    int part = -1;
    for (int at = lines.hyphenFrom(start); at < end; at = lines.hyphenFrom(at + 1)) {
      if (part < 0 && at != start) {
        // A text before the first part, which no reader shows.
        throw new GuardRefusal(GuardRule.STRUCTURE);
      }
      if (!octets.holds(delimiter, at, end)) {
        continue;
      }
      int next = octets.nextLine(at, end);
      String rest = restOfLine(at + delimiter.length, next);
      if (part >= 0) {
        part(part, at, depth);
      }
      if (rest.equals("--")) {
        nothingAfter(next, end);
        return;
      }
      if (!rest.isEmpty()) {
        throw new GuardRefusal(GuardRule.STRUCTURE);
      }
      part = next;
    }
    throw new GuardRefusal(GuardRule.STRUCTURE);
  }

  private void part(int start, int end, int depth) throws GuardRefusal {
    GuardHeaders headers = GuardHeaders.read(octets, start, end);
    for (GuardHeaders.Field field : headers.fields()) {
      if (!field.isAscii()) {
        throw new GuardRefusal(GuardRule.RAW_OCTETS);
      }
      if (!KNOWN.contains(field.name())) {
        throw new GuardRefusal(
            GuardNames.isOfPeople(field.name())
                ? GuardRule.NAMES_PEOPLE
                : GuardRule.UNKNOWN_HEADER);
      }
      addresses.check(withoutFileName(field.value()));
    }
    check(headers, end, depth + 1);
  }

  /// A text that no reader shows is a place to forget people in.
  private void nothingAfter(int start, int end) throws GuardRefusal {
    for (int i = start; i < end; i++) {
      if (octets.at(i) != '\r' && octets.at(i) != '\n') {
        throw new GuardRefusal(GuardRule.STRUCTURE);
      }
    }
  }

  private String restOfLine(int start, int nextLine) {
    int stop = Math.max(start, nextLine - 2);
    return octets.latin(start, stop).stripTrailing();
  }

  private static String withoutFileName(String value) {
    return value.toLowerCase(Locale.ROOT).contains("name")
        ? FILE_NAME.matcher(value).replaceAll("")
        : value;
  }
}
