package org.postroom.composition;

import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Envelope;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;

/// A finished letter: the files and the template's lines in it are the composer's, not copies. Its
/// digests are made when somebody asks: two threads may both do so, and make the same.
final class RopeLetter implements ComposedLetter {
  private final LetterId id;
  private final Envelope envelope;
  private final String messageId;
  private final Supplier<String> content;
  private final Rope rope;
  private @Nullable String contentDigest;
  private @Nullable LetterDigest digest;

  RopeLetter(
      LetterId id, Envelope envelope, String messageId, Supplier<String> content, Rope rope) {
    this.id = id;
    this.envelope = envelope;
    this.messageId = messageId;
    this.content = content;
    this.rope = rope;
  }

  @Override
  public LetterId id() {
    return id;
  }

  @Override
  public Envelope envelope() {
    return envelope;
  }

  @Override
  public LetterDigest digest() {
    LetterDigest known = digest;
    if (known == null) {
      known = new LetterDigest(new Sha256().envelope(envelope).octets(rope).hex());
      digest = known;
    }
    return known;
  }

  @Override
  public String messageId() {
    return messageId;
  }

  @Override
  public String contentDigest() {
    String known = contentDigest;
    if (known == null) {
      known = content.get();
      contentDigest = known;
    }
    return known;
  }

  @Override
  public long size() {
    return DateLine.LENGTH + rope.size();
  }

  @Override
  public WireBytes wire(OffsetDateTime date) {
    WireBytes.Builder pieces = new WireBytes.Builder(1 + rope.pieces());
    pieces.add(DateLine.of(date), 0, DateLine.LENGTH);
    rope.addTo(pieces);
    return pieces.build();
  }
}
