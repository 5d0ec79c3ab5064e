package org.postroom.safety.check;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.safety.FinishedLetter;
import org.postroom.safety.LetterLimit;
import org.postroom.safety.Material;
import org.postroom.safety.SafetyCheck;

/// Letters that are larger than the account's provider or most servers take, or larger than this
/// server says it takes (M7). What a provider writes about itself is asked; what its server says is
/// what will happen.
public final class SizeLimit implements SafetyCheck {
  private static final String ID = "size.over-limit";

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new Reader(material.subject().way().maxSize(), material.subject().facts().letterLimit()));
  }

  private static final class Reader implements LetterReader {
    private final LetterLimit limit;
    private final int whose;
    private final Finding.Builder finding;
    private long largest;

    Reader(long server, LetterLimit usual) {
      this.limit = server > 0 ? new LetterLimit(server, "") : usual;
      this.whose = server > 0 ? 2 : usual.provider().isEmpty() ? 0 : 1;
      this.finding = Finding.of(ID, server > 0 ? Severity.BLOCK : Severity.CONFIRM);
    }

    @Override
    public void read(FinishedLetter letter) {
      long size = letter.composed().size();
      if (size > limit.bytes()) {
        largest = Math.max(largest, size);
        finding.at(letter.place("letter"), Long.toString(limit.bytes()));
      }
    }

    @Override
    public void finish(Consumer<Finding> findings) {
      if (!finding.isEmpty()) {
        findings.accept(
            finding
                .args(megabytes(largest), megabytes(limit.bytes()), whose, limit.provider())
                .build());
      }
    }

    private static String megabytes(long bytes) {
      return String.format(java.util.Locale.UK, "%.1f", bytes / 1_000_000.0);
    }
  }
}
