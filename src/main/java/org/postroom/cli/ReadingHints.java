package org.postroom.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.postroom.finding.Finding;

/// What a person is asked about a list in the window: here the option that answers it.
final class ReadingHints {
  private static final String ADDRESS_COLUMN = "list.address-column-unclear";

  private static final Map<String, String> HINTS =
      Map.of(
          ADDRESS_COLUMN,
          "list.hint.address-column",
          "list.several-sheets",
          "list.hint.sheet",
          "list.hidden-sheets",
          "list.hint.sheet",
          "list.wrong-charset",
          "list.hint.charset",
          "list.no-header",
          "list.hint.heading-row");

  private ReadingHints() {}

  /// @return the exit code: wrong where the list cannot be used until an option is set
  static int print(PrintWriter to, List<Finding> findings) {
    findings.stream()
        .filter(finding -> HINTS.containsKey(finding.id()))
        .map(found -> CliTexts.text(String.valueOf(HINTS.get(found.id())), found.args().toArray()))
        .distinct()
        .forEach(to::println);
    to.flush();
    boolean unclear = findings.stream().anyMatch(found -> found.id().equals(ADDRESS_COLUMN));
    return unclear ? ExitCode.WRONG : ExitCode.DONE;
  }
}
