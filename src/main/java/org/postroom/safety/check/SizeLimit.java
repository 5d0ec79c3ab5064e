package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Letters that are larger than most servers take, or larger than this server says it takes (M7).
public final class SizeLimit implements SafetyCheck {
  private static final String ID = "size.over-limit";
  private static final long USUAL = 25_000_000;

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(new Reader(material.subject().way().maxSize()));
  }

  private static final class Reader implements LetterReader {
    private final long server;
    private final long limit;
    private final Finding.Builder finding;
    private long largest;

    Reader(long server) {
      this.server = server;
      this.limit = server > 0 ? server : USUAL;
      this.finding = Finding.of(ID, server > 0 ? Severity.BLOCK : Severity.CONFIRM);
    }

    @Override
    public void read(FinishedLetter letter) {
      long size = letter.composed().size();
      if (size > limit) {
        largest = Math.max(largest, size);
        finding.at(letter.place("letter"), server + "");
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      if (!finding.isEmpty()) {
        findings.accept(finding.args(megabytes(largest), megabytes(limit)).build());
      }
    }

    private static String megabytes(long bytes) {
      return String.format(java.util.Locale.UK, "%.1f", bytes / 1_000_000.0);
    }
  }
}
