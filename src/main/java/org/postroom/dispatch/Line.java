package org.postroom.dispatch;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection of a run. A connection that was lost is made again up to three times, after 0.2,
/// 1 and 3 s; a letter that got an answer from the server starts the count anew.
final class Line implements AutoCloseable {
  private final Courier courier;
  private final Pauses pauses;
  private Courier.@Nullable Session session;
  private final Runnable atFirst;
  private boolean everOpened;
  private int losses;

  /// @param atFirst told when it was opened for the first time
  Line(Courier courier, Pauses pauses, Runnable atFirst) {
    this.courier = courier;
    this.pauses = pauses;
    this.atFirst = atFirst;
  }

  /// What came of asking for a connection.
  sealed interface Ready {
    record Session(Courier.Session session) implements Ready {}

    record Ended(DispatchResult result) implements Ready {}
  }

  /// An open session, made now where there is none.
  Ready ready() {
    while (true) {
      Courier.Session open = session;
      if (open != null && open.usable()) {
        return new Ready.Session(open);
      }
      hangUp();
      switch (courier.open()) {
        case Courier.Opening.Opened(Courier.Session opened) -> {
          session = opened;
          if (!everOpened) {
            everOpened = true;
            atFirst.run();
          }
        }
        case Courier.Opening.Failed(Courier.OpeningFault fault, Reply reply) -> {
          Optional<DispatchResult> ended = failed(fault, reply);
          if (ended.isPresent()) {
            return new Ready.Ended(ended.get());
          }
        }
      }
    }
  }

  /// A connection that never was is not made again: the name or the port is wrong.
  private Optional<DispatchResult> failed(Courier.OpeningFault fault, Reply reply) {
    boolean passing =
        switch (fault) {
          case UNREACHABLE -> true;
          case REFUSED -> reply.code() < 500;
          case TLS, SIGN_IN -> false;
        };
    if (passing && everOpened) {
      return lost(cause(fault), reply);
    }
    return Optional.of(new DispatchResult.Paused(cause(fault), reply));
  }

  private static DispatchResult.Cause cause(Courier.OpeningFault fault) {
    return switch (fault) {
      case UNREACHABLE -> DispatchResult.Cause.UNREACHABLE;
      case TLS -> DispatchResult.Cause.TLS;
      case SIGN_IN -> DispatchResult.Cause.SIGN_IN;
      case REFUSED -> DispatchResult.Cause.REFUSED_BY_SERVER;
    };
  }

  /// The connection was lost, or closed by the server before anybody was served.
  ///
  /// @return the run's end, where it was lost too often or Stop was pressed meanwhile
  Optional<DispatchResult> lost(DispatchResult.Cause cause, Reply reply) {
    hangUp();
    losses++;
    if (!BackOff.mayReconnect(losses)) {
      return Optional.of(new DispatchResult.Paused(cause, reply));
    }
    return pauses.await("reconnect", BackOff.reconnect(losses))
        ? Optional.of(new DispatchResult.Stopped())
        : Optional.empty();
  }

  /// The server answered for a letter.
  void served() {
    losses = 0;
  }

  /// Before a long wait: a server closes an idle connection by itself, and it is rude to hold it.
  void restDuring(Duration wait) {
    if (wait.compareTo(Duration.ofMinutes(1)) > 0) {
      hangUp();
    }
  }

  /// Ends the connection; a new one is made when it is needed.
  void hangUp() {
    Courier.Session open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    hangUp();
  }
}
