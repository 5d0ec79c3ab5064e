package org.postroom.smtp;

import java.util.regex.Pattern;
import org.postroom.dispatch.Reply;

/// Whether one server is still believed when it announces PIPELINING (RFC 2920). Shared by all
/// connections of a run: what one of them met need not be met by the others.
final class Pipelining {
  /// One connection may be lost for any reason.
  private static final int LOSSES = 2;

  private static final Pattern SAYS_SO = Pattern.compile("(?i)pipelin|synchroni[sz]ation");

  private final String host;
  private int losses;
  private volatile String remark = "";

  /// @param host the server's name, for people
  Pipelining(String host) {
    this.host = host;
  }

  boolean isBelieved() {
    return remark.isEmpty();
  }

  /// What people should know; empty while it is believed.
  String remark() {
    return remark;
  }

  /// The server got out of step: from now on one step at a time.
  void misbehaved() {
    remark = SmtpTexts.of("line.sequential", host);
  }

  /// The connection ended just where announced commands were to be answered.
  synchronized void lost() {
    losses++;
    if (losses >= LOSSES) {
      misbehaved();
    }
  }

  synchronized void worked() {
    losses = 0;
  }

  /// True where a reply says that the command was not understood, or not expected then, although
  /// all before it were accepted: that is about the order and not about the letter. Replies such as
  /// 501 and 554 say as much of letters, unless their words are about the order.
  static boolean isOutOfStep(Reply reply) {
    return reply.code() >= 500
        && (reply.code() == 500
            || reply.code() == 502
            || reply.code() == 503
            || SAYS_SO.matcher(reply.text()).find());
  }
}
