package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;
import org.postroom.safety.TextExtractor.Sort;

/// Tracked changes or reviewers' comments of a word processor, in the HTML.
public final class TrackedChanges implements SafetyCheck {
  private static final String ID = "draft.tracked-changes";
  private static final java.util.regex.Pattern MARKS =
      java.util.regex.Pattern.compile(
          "(?i)class=[\"']?(?:mso(?:ins|del|commentreference)|msocomment)|mso-comment-reference|<w:(?:ins|del)"
              + " |<ins\\b[^>]*\\b(?:cite|datetime)=");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (Material.Words text : material.texts()) {
      var marks = MARKS.matcher(text.source());
      if (text.part().equals("html") && marks.find()) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM).at(Place.part("html"), marks.group()).build());
      }
    }
    for (ReadFile file : material.files()) {
      if (file.first(Sort.REVIEWED).isPresent()) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM).at(Place.part(file.part()), file.sha256()).build());
      }
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new OwnFileReader(
            ID,
            file ->
                file.first(Sort.REVIEWED)
                    .map(_ -> new OwnFileReader.Told(file.sha256(), ""))
                    .orElse(null)));
  }
}
