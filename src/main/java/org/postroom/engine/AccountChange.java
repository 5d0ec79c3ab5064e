package org.postroom.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postroom.safety.Clearance;

/// Whether letters that were cleared for one account are to go through another. The port and the
/// encryption are how an account is reached, not which one it is.
final class AccountChange {
  private static final Set<String> THIS_COMPUTER =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1");

  private AccountChange() {}

  /// What has changed, in words; empty where it is the account of the clearance.
  static Optional<String> since(Clearance clearance, Through through) {
    String cleared = clearance.way().account();
    String now = Ways.facts(through).account();
    return reached(cleared).equals(reached(now))
        ? Optional.empty()
        : Optional.of(Problems.text("changed.account", cleared, now));
  }

  /// `user@host` without the port.
  private static String reached(String account) {
    int port = account.lastIndexOf(':');
    String mailbox = port < 0 ? account : account.substring(0, port);
    int at = mailbox.lastIndexOf('@');
    String host = mailbox.substring(at + 1).toLowerCase(Locale.ROOT);
    return mailbox.substring(0, at + 1) + (THIS_COMPUTER.contains(host) ? "localhost" : host);
  }
}
