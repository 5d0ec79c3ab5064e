package org.postroom.dispatch;

import java.util.List;
import org.postroom.address.AddrSpec;

/// Port: takes letters to a server. There is no redirect: the recipients are the letter's.
public interface Courier {
  /// Connects, secures, signs in.
  Opening open();

  /// What came of it.
  sealed interface Opening {
    record Opened(Session session) implements Opening {}

    /// Nothing was sent. Kinds: unreachable, TLS, sign-in, policy.
    record Failed(OpeningFault fault, Reply reply) implements Opening {}
  }

  enum OpeningFault {
    UNREACHABLE,
    TLS,
    SIGN_IN,
    REFUSED
  }

  /// One connection. Not safe for several threads.
  interface Session extends AutoCloseable {
    /// One transaction: MAIL, RCPT, DATA, body, `gate`, final dot, reply.
    Delivery deliver(Parcel parcel, Gate gate);

    /// False once the connection is of no more use.
    boolean usable();

    /// The server's SIZE in bytes, or 0 where it named none.
    long maxSize();

    boolean offersSmtpUtf8();

    /// QUIT, at most a few seconds. Never throws.
    @Override
    void close();
  }

  /// What the session is to transmit. The bytes are shared, not copied: nobody changes them.
  final class Parcel {
    private final AddrSpec mailFrom;
    private final List<AddrSpec> rcptTo;
    private final byte[] bytes;

    /// Takes over `bytes`, which nobody may change any more.
    ///
    /// @param mailFrom MAIL FROM
    /// @param rcptTo the RCPTs, in order
    /// @param bytes the finished letter before dot-stuffing, CRLF line ends
    public Parcel(AddrSpec mailFrom, List<AddrSpec> rcptTo, byte[] bytes) {
      this.mailFrom = mailFrom;
      this.rcptTo = List.copyOf(rcptTo);
      this.bytes = bytes;
    }

    public AddrSpec mailFrom() {
      return mailFrom;
    }

    public List<AddrSpec> rcptTo() {
      return rcptTo;
    }

    /// Not a copy.
    public byte[] bytes() {
      return bytes;
    }
  }

  /// Asked after the body and before the final dot. Where it says no, the session closes the
  /// connection without a dot, and the outcome is [Delivery.HeldBack].
  interface Gate {
    boolean mayCommit();
  }

  /// What came of one transaction.
  sealed interface Delivery {
    /// @param refusedRecipients in a blind copy: recipients refused although the letter was
    ///   accepted for others
    record Done(DeliveryOutcome outcome, List<RefusedRecipient> refusedRecipients)
        implements Delivery {}

    /// The gate said no: no dot was sent, nothing can have arrived.
    record HeldBack() implements Delivery {}
  }

  record RefusedRecipient(AddrSpec address, Reply reply) {}
}
