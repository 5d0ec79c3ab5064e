package org.postroom.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that the review has to say. Data only: [FindingTexts] turns it into sentences.
///
/// @param id as in the list of findings, for example `merge.empty-value`; never changes its meaning
/// @param severity how much it weighs
/// @param args what the sentences name, in the order of the text's placeholders
/// @param where the first place
/// @param count how many places there are; at least 1
/// @param examples the first places, at most [#EXAMPLES]
/// @param quote the very words, where it helps to see them; otherwise empty
/// @param evidence digest of id, places, values and count: what an acknowledgement binds to
public record Finding(
    String id,
    Severity severity,
    List<Object> args,
    Place where,
    int count,
    List<Place> examples,
    String quote,
    String evidence) {
  /// How many places are kept as examples.
  public static final int EXAMPLES = 5;

  public Finding {
    args = List.copyOf(args);
    examples = List.copyOf(examples);
    if (count < 1) {
      throw new IllegalArgumentException("a finding has at least one place");
    }
  }

  public static Builder of(String id, Severity severity) {
    return new Builder(id, severity);
  }

  /// Collects places one by one, so that a finding about 100,000 rows costs five places.
  public static final class Builder {
    private final String id;
    private final Severity severity;
    private final List<Object> args = new ArrayList<>();
    private final List<Place> examples = new ArrayList<>();
    private final MessageDigest digest;
    private String quote = "";
    private int count;

    private Builder(String id, Severity severity) {
      this.id = id;
      this.severity = severity;
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
      feed(id);
    }

    /// A place, and the value found there, which binds the evidence.
    public Builder at(Place place, String value) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(place);
      }
      feed(place.part());
      feed(place.row() == null ? null : place.row().toString());
      feed(place.address());
      feed(value);
      return this;
    }

    public Builder args(Object... values) {
      args.addAll(List.of(values));
      return this;
    }

    public Builder quote(String words) {
      quote = words;
      return this;
    }

    public int count() {
      return count;
    }

    public boolean isEmpty() {
      return count == 0;
    }

    /// @throws IllegalStateException where no place was given
    public Finding build() {
      if (count == 0) {
        throw new IllegalStateException(id + " has no place");
      }
      feed(Integer.toString(count));
      String evidence = HexFormat.of().formatHex(digest.digest()).substring(0, 32);
      return new Finding(id, severity, args, examples.getFirst(), count, examples, quote, evidence);
    }

    private void feed(@Nullable String value) {
      if (value != null) {
        digest.update(value.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
    }
  }
}
