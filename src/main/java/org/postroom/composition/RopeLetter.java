package org.postroom.composition;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import org.postroom.message.Envelope;
import org.postroom.plan.LetterId;

/// A finished letter in segments: the files in it are the composer's, not copies.
final class RopeLetter implements ComposedLetter {
  private final LetterId id;
  private final Envelope envelope;
  private final String messageId;
  private final String contentDigest;
  private final List<Segment> segments;
  private final LetterDigest digest;
  private final long size;

  RopeLetter(
      LetterId id,
      Envelope envelope,
      String messageId,
      String contentDigest,
      List<Segment> segments) {
    this.id = id;
    this.envelope = envelope;
    this.messageId = messageId;
    this.contentDigest = contentDigest;
    this.segments = List.copyOf(segments);
    this.digest = new LetterDigest(new Sha256().envelope(envelope).octets(segments).hex());
    this.size =
        DateLine.LENGTH + segments.stream().mapToLong(segment -> segment.octets().length).sum();
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
    return digest;
  }

  @Override
  public String messageId() {
    return messageId;
  }

  @Override
  public String contentDigest() {
    return contentDigest;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void writeTo(OutputStream out, OffsetDateTime date) throws IOException {
    out.write(DateLine.of(date));
    for (Segment segment : segments) {
      out.write(segment.octets());
    }
  }

  @Override
  public byte[] bytes(OffsetDateTime date) {
    byte[] all = new byte[Math.toIntExact(size)];
    byte[] line = DateLine.of(date);
    System.arraycopy(line, 0, all, 0, line.length);
    int at = line.length;
    for (Segment segment : segments) {
      System.arraycopy(segment.octets(), 0, all, at, segment.octets().length);
      at += segment.octets().length;
    }
    return all;
  }
}
