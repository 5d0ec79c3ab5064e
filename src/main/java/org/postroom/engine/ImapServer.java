package org.postroom.engine;

/// The server of the mailbox that belongs to an account: where its folder of sent mail can be
/// looked into. It signs in as the account does, with the same password.
///
/// @param host name or address
/// @param port 993 with implicit TLS, 143 with STARTTLS
/// @param security how the connection is secured; plain to a loopback address only
public record ImapServer(String host, int port, Through.Security security) {
  private static final int TLS_PORT = 993;

  /// With implicit TLS on its usual port.
  public static ImapServer at(String host) {
    return new ImapServer(host, TLS_PORT, Through.Security.IMPLICIT_TLS);
  }
}
