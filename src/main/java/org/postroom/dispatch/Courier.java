package org.postroom.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.message.WireBytes;

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
    /// One transaction: MAIL, RCPT, DATA, body, `gate`, final dot, reply. Where the letter before
    /// announced this one, its MAIL, RCPT and DATA are said already and only their replies are
    /// read. While a letter is announced no other can be delivered.
    Delivery deliver(Parcel parcel, Gate gate);

    /// True where the next letter is announced together with the end of the one before it (RFC
    /// 2920), which saves a round trip for each command.
    default boolean pipelines() {
      return false;
    }

    /// What people should know about this connection, one line, such as that it cannot go as fast
    /// as its server says; empty where there is nothing.
    default String remark() {
      return "";
    }

    /// False once the connection is of no more use.
    boolean usable();

    /// The server's SIZE in bytes, or 0 where it named none.
    long maxSize();

    boolean offersSmtpUtf8();

    /// QUIT, at most a few seconds; without QUIT where a letter was announced that is not to be
    /// sent, because what is said next would be its body. Never throws.
    @Override
    void close();
  }

  /// What the session is to transmit: the very octets that the guard read.
  final class Parcel {
    private final AddrSpec mailFrom;
    private final List<AddrSpec> rcptTo;
    private final WireBytes letter;

    /// @param mailFrom MAIL FROM
    /// @param rcptTo the RCPTs, in order
    /// @param letter finished, before dot-stuffing, CRLF line ends
    public Parcel(AddrSpec mailFrom, List<AddrSpec> rcptTo, WireBytes letter) {
      this.mailFrom = mailFrom;
      this.rcptTo = List.copyOf(rcptTo);
      this.letter = letter;
    }

    public AddrSpec mailFrom() {
      return mailFrom;
    }

    public List<AddrSpec> rcptTo() {
      return rcptTo;
    }

    /// Its octets, before dot-stuffing.
    public WireBytes letter() {
      return letter;
    }
  }

  /// Asked after the body and before the final dot. Where it says no, the session closes the
  /// connection without a dot, and the outcome is [Delivery.HeldBack].
  interface Gate {
    boolean mayCommit();

    /// Asked once after [#mayCommit] has said yes, and only by a session that pipelines: the letter
    /// to announce together with the final dot, or null for none. It is the one that is delivered
    /// next on this session, unless the session is closed.
    default @Nullable Parcel next() {
      return null;
    }
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
