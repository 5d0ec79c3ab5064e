package org.postroom.links;

import java.net.URI;

/// What came of trying a link once.
public sealed interface LinkAnswer {
  /// There is a page at this very address.
  record There() implements LinkAnswer {}

  /// There is a page, but the server sent on to it.
  ///
  /// @param to where it is, possibly on another server
  record Moved(URI to) implements LinkAnswer {}

  /// The server says that there is no such page, now or any more.
  ///
  /// @param code 404 or 410
  record NotThere(int code) implements LinkAnswer {}

  /// The server answered with something else than a page.
  ///
  /// @param code the status of RFC 9110, section 15
  record Refused(int code) implements LinkAnswer {}

  /// No server has this name.
  record NoSuchHost(String host) implements LinkAnswer {}

  /// No answer in time.
  record TooSlow() implements LinkAnswer {}

  /// The server cannot show that it is the one it says: browsers warn of it.
  record NotTrusted(String host) implements LinkAnswer {}

  /// Nothing that answers there, or nothing that speaks HTTP.
  record NoAnswer(String host) implements LinkAnswer {}

  /// It leads to what is not asked: another protocol, or an address of this computer or its
  /// network.
  ///
  /// @param where as the server wrote it, or the link itself
  record Astray(String where) implements LinkAnswer {}

  /// It was sent on more often than is followed.
  record Endless() implements LinkAnswer {}
}
