package org.postroom.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// From a host's name to its addresses. Asked once for each connection: the address that was judged
/// is the one that is connected to.
interface Resolver {
  Resolver PLATFORM = InetAddress::getAllByName;

  InetAddress[] resolve(String host) throws UnknownHostException;
}
