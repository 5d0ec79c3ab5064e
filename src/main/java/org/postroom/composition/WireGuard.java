package org.postroom.composition;

/// The last reading before the final dot, by a reader that shares no code with the composer and
/// none with the mail library. It fails closed: what it cannot read is not sent.
///
/// Rules: exactly one each of Date, From, To, Subject, Message-ID, MIME-Version; To is the one
/// cleared recipient (in a blind copy: the sender alone); every address in any header is the
/// cleared recipient, From, Reply-To or List-Unsubscribe; no Cc, Bcc, Resent-*, Sender,
/// Return-Path, Apparently-To or similar; no bare CR or LF, no NUL, no line over 998 octets, no raw
/// 8-bit header; the envelope's recipients are exactly the cleared ones.
public final class WireGuard {
  private WireGuard() {}

  /// @param bytes the finished letter, before dot-stuffing
  /// @param envelope what the courier is about to tell the server: MAIL FROM, then RCPTs
  /// @param order what was cleared
  public static GuardVerdict read(
      byte[] bytes, org.postroom.message.Envelope envelope, GuardOrder order) {
    return new GuardVerdict.Stop("not written yet");
  }
}
