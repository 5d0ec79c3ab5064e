package org.postroom.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Pace;

/// Through what to send.
public sealed interface Through {
  /// This process's own practice server.
  ///
  /// @param dir where what it receives is kept; null for the workspace's own folder
  /// @param mischief how it behaves
  record Practice(@Nullable Path dir, Mischief mischief) implements Through {
    /// With a server that takes everything.
    public Practice(@Nullable Path dir) {
      this(dir, Mischief.NONE);
    }
  }

  /// A server named on the command line or by an account.
  ///
  /// @param host name or address
  /// @param port port
  /// @param security how the connection is secured
  /// @param user for signing in, or null
  /// @param plainPassword true where a password over a plain loopback connection was allowed
  /// @param connections at most this many at once; 0 for the provider's profile, 1 where unknown
  /// @param maxPerMinute −1 for the account's own limits or the provider's profile, 0 for no limit
  ///   of ours
  /// @param own what the person says that this account may send, or null for the profile
  record Server(
      String host,
      int port,
      Security security,
      @Nullable String user,
      boolean plainPassword,
      int connections,
      int maxPerMinute,
      @Nullable Pace own)
      implements Through {
    /// By the provider's profile.
    public Server(
        String host,
        int port,
        Security security,
        @Nullable String user,
        boolean plainPassword,
        int connections,
        int maxPerMinute) {
      this(host, port, security, user, plainPassword, connections, maxPerMinute, null);
    }
  }

  enum Security {
    STARTTLS,
    IMPLICIT_TLS,
    /// To a loopback address only.
    NONE
  }
}
