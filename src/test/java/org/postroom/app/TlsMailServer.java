package org.postroom.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postroom.practice.TestCertificates;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A provider: STARTTLS with a certificate of its own, sign-in, and what it received.
public final class TlsMailServer implements AutoCloseable {
  public static final String USER = "helen@harbourmail.example";
  public static final String PASSWORD = "correct horse";

  /// Held, because the platform forgets levels of loggers that nobody holds.
  private static final Logger LIBRARY = Logger.getLogger("org.subethamail");

  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  private final SMTPServer server;
  private final TestCertificates identity;
  private final List<List<String>> envelopes = new CopyOnWriteArrayList<>();
  private final Map<String, String> before = new HashMap<>();

  private TlsMailServer(TestCertificates identity) {
    // A client that hangs up is what some of these tests are about.
    LIBRARY.setLevel(Level.OFF);
    this.identity = identity;
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .insertReceivedHeaders(false)
            .enableTLS()
            .requireTLS()
            .requireAuth()
            .startTlsSocketFactory(identity.serverContext())
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, _) -> {
                      if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException("5.7.8 Bad credentials");
                      }
                    }))
            .fromAddressValidator(from -> !from.startsWith("stranger@"))
            .messageHandler(
                (_, _, to, data) -> {
                  if (data.length > 0) {
                    envelopes.add(List.of(to));
                  }
                })
            .build();
    server.start();
  }

  /// With a certificate that holds from yesterday until tomorrow.
  public static TlsMailServer start() {
    return start(Duration.ofDays(-1), Duration.ofDays(1));
  }

  /// @param from from when its certificate holds, counted from now
  /// @param until until when
  public static TlsMailServer start(Duration from, Duration until) {
    Instant now = Instant.now();
    return new TlsMailServer(TestCertificates.of("localhost", now.plus(from), now.plus(until)));
  }

  public int port() {
    return server.getPortAllocated();
  }

  /// The RCPTs of each message, in order of arrival.
  public List<List<String>> envelopes() {
    return new ArrayList<>(envelopes);
  }

  /// Makes the platform believe this server's certificate, as an administrator would, until it is
  /// closed.
  ///
  /// @param folder where the platform finds the authority
  public TlsMailServer trusted(Path folder) {
    Path file = folder.resolve("authorities.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = identity.trustStore();
      store.store(out, "changeit".toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    set(STORE, file.toString());
    set(STORE_PASSWORD, "changeit");
    return this;
  }

  private void set(String name, String value) {
    before.put(name, System.getProperty(name));
    System.setProperty(name, value);
  }

  @Override
  public void close() {
    server.stop();
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
  }
}
