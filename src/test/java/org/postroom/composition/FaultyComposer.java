package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.postroom.message.Envelope;
import org.postroom.message.Letter;
import org.postroom.message.WireBytes;
import org.postroom.plan.LetterId;

/// A composer with one planted fault. It shows what the guard stops when all before it has failed.
public final class FaultyComposer implements Composer {
  private final Composer honest;
  private final Fault fault;

  FaultyComposer(Composer honest, Fault fault) {
    this.honest = honest;
    this.fault = fault;
  }

  @Override
  public ComposedLetter compose(LetterId id, Letter letter) {
    return new FaultyLetter(honest.compose(id, letter), fault);
  }

  private record FaultyLetter(ComposedLetter honest, Fault fault) implements ComposedLetter {
    @Override
    public LetterId id() {
      return honest.id();
    }

    @Override
    public Envelope envelope() {
      return honest.envelope();
    }

    @Override
    public LetterDigest digest() {
      return honest.digest();
    }

    @Override
    public String messageId() {
      return honest.messageId();
    }

    @Override
    public String contentDigest() {
      return honest.contentDigest();
    }

    @Override
    public long size() {
      return bytes(Letters.DATE).length;
    }

    @Override
    public WireBytes wire(OffsetDateTime date) {
      String wire = new String(honest.bytes(date), StandardCharsets.UTF_8);
      return WireBytes.of(fault.in(wire).getBytes(StandardCharsets.UTF_8));
    }
  }
}
