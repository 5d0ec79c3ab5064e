package org.postroom.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server of this process on 127.0.0.1. It keeps what it gets and passes nothing on. Plain
/// text and STARTTLS are offered; signing in is possible with any name and password, and not
/// needed.
///
/// [#start] is the only way to one, so whoever holds one holds a server of this very process.
public final class PracticeServer implements AutoCloseable {
  /// The library logs every client that hangs up, with a stack trace. Clients are told over the
  /// line.
  private static final Logger LIBRARY = Logger.getLogger("org.subethamail");

  private final SMTPServer server;
  private final ExecutorService threads;
  private final RunCertificate identity;
  private final Path folder;

  private PracticeServer(
      SMTPServer server, ExecutorService threads, RunCertificate identity, Path folder) {
    this.server = server;
    this.threads = threads;
    this.identity = identity;
    this.folder = folder;
  }

  /// Starts a server with a certificate of its own.
  ///
  /// @param port 0 for any that is free
  /// @param folder where messages are kept; made where it is not there
  /// @param clock for the time of receipt
  /// @throws IOException where the folder cannot be written or the port is taken
  public static PracticeServer start(int port, Path folder, InstantSource clock)
      throws IOException {
    return start(port, folder, clock, PracticeRule.KIND);
  }

  /// A server that behaves as `rule` says.
  ///
  /// @throws IOException where the folder cannot be written or the port is taken
  public static PracticeServer start(int port, Path folder, InstantSource clock, PracticeRule rule)
      throws IOException {
    LIBRARY.setLevel(Level.OFF);
    try {
      PracticeStore store = new PracticeStore(folder);
      RunCertificate identity = RunCertificate.make(clock.instant());
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      PracticeMessage.Mood mood = new PracticeMessage.Mood(rule);
      SMTPServer server =
          SMTPServer.port(port)
              .bindAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}))
              .hostName("localhost")
              .softwareName("Postroom practice server")
              .messageHandlerFactory(line -> new PracticeMessage(store, clock, mood, line))
              .fromAddressValidator(_ -> true)
              .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((_, _, _) -> {}))
              .showAuthCapabilitiesBeforeSTARTTLS(true)
              // What is kept is what was sent: no trace header on top.
              .insertReceivedHeaders(false)
              .enableTLS(true)
              .startTlsSocketFactory(identity.serverContext())
              .executorService(threads)
              .build();
      try {
        server.start();
      } catch (RuntimeException e) {
        threads.shutdownNow();
        throw new IOException("port " + port + " cannot be used", e);
      }
      return new PracticeServer(server, threads, identity, folder);
    } catch (GeneralSecurityException e) {
      throw new IOException("the platform cannot make a certificate", e);
    }
  }

  /// The same by the system's clock.
  public static PracticeServer start(int port, Path folder) throws IOException {
    return start(port, folder, InstantSource.system());
  }

  public int port() {
    return server.getPortAllocated();
  }

  /// Made for this run.
  public X509Certificate certificate() {
    return identity.certificate();
  }

  /// Where the messages are.
  public Path folder() {
    return folder;
  }

  /// Takes no more messages. Those that were answered are kept.
  @Override
  public void close() {
    server.stop();
    threads.shutdownNow();
  }
}
