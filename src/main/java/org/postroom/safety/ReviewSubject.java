package org.postroom.safety;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Finding;
import org.postroom.message.FileCandidate;
import org.postroom.message.Mailshot;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.RecipientList;

/// All that the checks may look at. Data and ports; no check reads a file or a clock itself.
///
/// @param mailshot the content
/// @param list the people
/// @param plan the letters, or null where none could be planned
/// @param earlier findings that import, document and planning made; they stand in the review as
///   they are
/// @param bodyFiles the files that text, HTML and Markdown came from
/// @param facts what the document says beside content and people
/// @param way through what it will be sent
/// @param memory what this workspace remembers
/// @param extractor reads files for the checks
/// @param today the date at the sender's place
public record ReviewSubject(
    Mailshot mailshot,
    RecipientList list,
    @Nullable DispatchPlan plan,
    List<Finding> earlier,
    List<BodyFile> bodyFiles,
    Facts facts,
    SendWay way,
    Memory memory,
    TextExtractor extractor,
    LocalDate today) {
  public ReviewSubject {
    earlier = List.copyOf(earlier);
    bodyFiles = List.copyOf(bodyFiles);
  }

  /// @param part `text`, `html` or `markdown`
  /// @param list the name of the recipient list that this file is, or null
  public record BodyFile(String part, FileCandidate file, @Nullable String list) {}

  /// @param basis why these people may be written to, or empty
  /// @param expected how many people the writer expects, or null
  /// @param provenance the past of the list
  /// @param leftToday how many letters left through the same account in the last 24 hours,
  ///   whichever mailshot they were of
  /// @param letterLimit the largest letter that the provider of the account takes, or most servers
  public record Facts(
      String basis,
      @Nullable Integer expected,
      Provenance provenance,
      int leftToday,
      LetterLimit letterLimit) {}
}
