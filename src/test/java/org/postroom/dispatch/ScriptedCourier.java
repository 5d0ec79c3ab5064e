package org.postroom.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.message.WireBytes;

/// A server in a test's hand: what it answers to whom, in order; 250 where nothing was said.
final class ScriptedCourier implements Courier {
  private final Deque<Opening.Failed> openings = new ArrayDeque<>();
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> taken = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<WireBytes> letters = new ArrayList<>();
  private BiFunction<String, Integer, @Nullable Answer> rule = (_, _) -> null;
  private Runnable whenOpened = () -> {};
  private int opened;
  private int closed;
  private int transactions;

  /// What one transaction comes to.
  ///
  /// @param beforeTheDot true where the gate is never asked
  /// @param lost true where the connection is of no more use afterwards
  record Answer(DeliveryOutcome outcome, boolean beforeTheDot, boolean lost) {
    static Answer atRcpt(int code, String enhanced, String text) {
      return atRcpt(new Reply(Phase.RCPT, code, enhanced, text));
    }

    static Answer atRcpt(Reply reply) {
      return new Answer(
          reply.code() >= 500
              ? new DeliveryOutcome.Refused(reply)
              : new DeliveryOutcome.Deferred(reply),
          true,
          reply.code() == 421);
    }

    static Answer afterTheDot(int code, String enhanced, String text) {
      Reply reply = new Reply(Phase.FINAL_DOT, code, enhanced, text);
      return new Answer(
          code >= 500 ? new DeliveryOutcome.Refused(reply) : new DeliveryOutcome.Deferred(reply),
          false,
          code == 421);
    }

    static Answer lostBeforeTheDot() {
      return new Answer(
          new DeliveryOutcome.Deferred(new Reply(Phase.DATA, 0, "", "lost")), true, true);
    }

    static Answer lostAfterTheDot() {
      return new Answer(new DeliveryOutcome.InDoubt("lost"), false, true);
    }
  }

  void nextOpenings(OpeningFault fault, Reply... replies) {
    Stream.of(replies).forEach(reply -> openings.add(new Opening.Failed(fault, reply)));
  }

  void next(Answer... more) {
    answers.addAll(List.of(more));
  }

  /// @param decide from the recipient and the number of the transaction (from 1) to its answer
  void always(BiFunction<String, Integer, @Nullable Answer> decide) {
    rule = decide;
  }

  /// Run whenever a connection is asked for.
  void whenOpened(Runnable action) {
    whenOpened = action;
  }

  /// In a blind copy refused at RCPT, while the others are taken.
  void doesNotKnow(String address) {
    unknown.add(address);
  }

  /// Whose letters the server took, in order.
  List<String> taken() {
    return List.copyOf(taken);
  }

  /// The bytes of every letter whose dot left.
  List<byte[]> bodies() {
    return letters.stream().map(WireBytes::joined).toList();
  }

  /// The same, as they were handed over.
  List<WireBytes> letters() {
    return List.copyOf(letters);
  }

  int opened() {
    return opened;
  }

  int closed() {
    return closed;
  }

  int transactions() {
    return transactions;
  }

  @Override
  public Opening open() {
    whenOpened.run();
    opened++;
    Opening.Failed failed = openings.poll();
    return failed == null ? new Opening.Opened(new Connection()) : failed;
  }

  private final class Connection implements Session {
    private boolean usable = true;

    @Override
    public Delivery deliver(Parcel parcel, Gate gate) {
      transactions++;
      String to = parcel.rcptTo().getFirst().wire();
      Answer answer = answers.isEmpty() ? rule.apply(to, transactions) : answers.remove();
      if (answer != null && answer.beforeTheDot()) {
        usable = !answer.lost();
        return new Delivery.Done(answer.outcome(), List.of());
      }
      if (!gate.mayCommit()) {
        usable = false;
        return new Delivery.HeldBack();
      }
      letters.add(parcel.letter());
      if (answer != null) {
        usable = !answer.lost();
        return new Delivery.Done(answer.outcome(), List.of());
      }
      parcel.rcptTo().forEach(one -> taken.add(one.wire()));
      Reply fine = new Reply(Phase.FINAL_DOT, 250, "2.0.0", "Ok");
      List<RefusedRecipient> refused =
          parcel.rcptTo().stream()
              .filter(one -> unknown.contains(one.wire()))
              .map(this::refusal)
              .toList();
      return new Delivery.Done(new DeliveryOutcome.Accepted(fine), refused);
    }

    private RefusedRecipient refusal(AddrSpec address) {
      taken.remove(address.wire());
      return new RefusedRecipient(address, new Reply(Phase.RCPT, 550, "5.1.1", "unknown"));
    }

    @Override
    public boolean usable() {
      return usable;
    }

    @Override
    public long maxSize() {
      return 0;
    }

    @Override
    public boolean offersSmtpUtf8() {
      return false;
    }

    @Override
    public void close() {
      closed++;
      usable = false;
    }
  }
}
