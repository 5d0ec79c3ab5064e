package org.postroom.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A server that follows a script, one step a line, and is asked afterwards whether the dialogue
/// was completed to its last step.
///
/// - `S: words` says a line; `S> words` says it without its end, in one piece, where `\r\n` stands
///   for a line end
/// - `C: words` hears exactly that line
/// - `BODY` hears a body to its final dot; `NO DOT` hears a body that ends without one
/// - `TLS` turns the connection into a secured one; `CLOSE` closes it, `RESET` breaks it
/// - `HANG` says nothing more until the client is gone; `GONE` expects that the client hangs up
final class ScriptedSmtpServer implements AutoCloseable {
  private final ServerSocket listening;
  private final FutureTask<@Nullable Void> dialogue;
  private final @Nullable SSLContext tls;
  private final boolean tlsFirst;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private ScriptedSmtpServer(List<String> script, @Nullable SSLContext tls, boolean tlsFirst)
      throws IOException {
    this.tls = tls;
    this.tlsFirst = tlsFirst;
    this.listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.dialogue =
        new FutureTask<>(
            () -> {
              follow(script);
              return null;
            });
    Thread.ofVirtual().start(dialogue);
  }

  static ScriptedSmtpServer of(String script) throws IOException {
    return new ScriptedSmtpServer(script.lines().toList(), null, false);
  }

  static ScriptedSmtpServer secured(String script, SSLContext tls) throws IOException {
    return new ScriptedSmtpServer(script.lines().toList(), tls, false);
  }

  /// TLS before the first word.
  static ScriptedSmtpServer implicit(String script, SSLContext tls) throws IOException {
    return new ScriptedSmtpServer(script.lines().toList(), tls, true);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// The last body as it was heard, dots still stuffed, without the final dot.
  byte[] body() {
    synchronized (body) {
      return body.toByteArray();
    }
  }

  /// @throws AssertionError where the client said anything else, or left before the end
  void verify() {
    try {
      dialogue.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("the dialogue was not completed", e);
    }
  }

  private void follow(List<String> script) throws IOException {
    try (Socket tcp = listening.accept()) {
      tcp.setSoTimeout(15_000);
      Socket socket = tlsFirst ? upgraded(tcp) : tcp;
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String step : script) {
        switch (step.substring(0, Math.min(2, step.length()))) {
          case "S:" -> out.write((step.substring(3) + "\r\n").getBytes(StandardCharsets.UTF_8));
          case "S>" -> out.write(raw(step.substring(3)));
          case "C:" -> heard(step.substring(3), line(in));
          case "BO" -> body(in, true);
          case "NO" -> body(in, false);
          case "GO", "HA" -> heard("[gone]", line(in));
          case "TL" -> {
            socket = upgraded(tcp);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
          }
          case "RE" -> {
            tcp.setSoLinger(true, 0);
            hangUp(tcp);
          }
          case "CL" -> hangUp(tcp);
          default -> throw new AssertionError("no such step: " + step);
        }
        if (!tcp.isClosed()) {
          out.flush();
        }
      }
    }
  }

  private static byte[] raw(String words) {
    return words.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void hangUp(Socket tcp) throws IOException {
    tcp.close();
  }

  private SSLSocket upgraded(Socket tcp) throws IOException {
    SSLContext context = tls;
    if (context == null) {
      throw new AssertionError("a script with TLS needs a certificate");
    }
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, false);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static void heard(String expected, String actual) {
    if (!actual.equals(expected)) {
      throw new AssertionError("expected «" + expected + "» and heard «" + actual + "»");
    }
  }

  private void body(InputStream in, boolean dot) throws IOException {
    synchronized (body) {
      body.reset();
    }
    while (true) {
      String line = line(in);
      if (line.equals("[gone]") || line.equals(".")) {
        heard(dot ? "." : "[gone]", line);
        return;
      }
      synchronized (body) {
        body.writeBytes((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /// One line without its end; `[gone]` where the client hung up.
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (true) {
      int octet;
      try {
        octet = in.read();
      } catch (SocketException e) {
        octet = -1;
      }
      if (octet < 0) {
        return "[gone]";
      }
      if (octet == '\n') {
        String line = bytes.toString(StandardCharsets.UTF_8);
        if (!line.endsWith("\r")) {
          throw new AssertionError("a bare line feed after «" + line + "»");
        }
        return line.substring(0, line.length() - 1);
      }
      bytes.write(octet);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
