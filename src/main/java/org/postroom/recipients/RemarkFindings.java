package org.postroom.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// What the readers remarked, as findings.
final class RemarkFindings {
  private RemarkFindings() {}

  static List<Finding> of(List<SourceRemark> remarks) {
    List<Finding> findings = new ArrayList<>();
    Finding.Builder others = Finding.of("list.other-addresses", Severity.NOTE);
    for (SourceRemark remark : remarks) {
      switch (remark) {
        case SourceRemark.SeveralSheets(String used, List<String> more) ->
            findings.add(
                Finding.of("list.several-sheets", Severity.CONFIRM)
                    .at(Place.part("list"), used + "|" + String.join("|", more))
                    .args(used, quoted(more))
                    .build());
        case SourceRemark.HiddenSheets(List<String> names) -> {
          Finding.Builder hidden = Finding.of("list.hidden-sheets", Severity.CONFIRM);
          names.forEach(name -> hidden.at(Place.part("list"), name));
          findings.add(hidden.args(quoted(names)).build());
        }
        case SourceRemark.MergedRows(int count, long line) ->
            findings.add(
                Finding.of("list.merged-cells", Severity.CONFIRM)
                    .at(Place.part("list"), count + "|" + line)
                    .args(count, line)
                    .build());
        case SourceRemark.TitleLines(List<String> lines) ->
            findings.add(
                Finding.of("list.title-lines", Severity.NOTE)
                    .at(Place.part("list"), String.join("|", lines))
                    .args(lines.size())
                    .quote(lines.getFirst())
                    .build());
        case SourceRemark.WrongCharset(String used, String better, String example, String right) ->
            findings.add(
                Finding.of("list.wrong-charset", Severity.CONFIRM)
                    .at(Place.part("list"), used + "|" + better)
                    .args(used, better, right)
                    .quote(example)
                    .build());
        case SourceRemark.OtherAddresses(int row, String used, List<String> more) ->
            others.at(Place.row(row, used), String.join("|", more)).quote(String.join(", ", more));
      }
    }
    if (!others.isEmpty()) {
      findings.add(others.build());
    }
    return findings;
  }

  private static String quoted(List<String> names) {
    Function<String, String> quote = name -> "“" + name + "”";
    return names.stream().map(quote).collect(Collectors.joining(", "));
  }
}
