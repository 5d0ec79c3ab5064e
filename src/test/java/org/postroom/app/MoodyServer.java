package org.postroom.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A plain server on a loopback port that refuses some people, and hangs up once after somebody's
/// final dot, when it has taken the letter. It knows for certain what it took.
final class MoodyServer implements AutoCloseable {
  private final ServerSocket listening;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> gone = ConcurrentHashMap.newKeySet();
  private final Set<String> silentOnce = ConcurrentHashMap.newKeySet();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private volatile long firstConnection;

  MoodyServer() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /// This mailbox does not exist (any more).
  MoodyServer without(String address) {
    gone.add(address);
    return this;
  }

  /// From now on this person's letters are refused at RCPT.
  MoodyServer refusing(String address) {
    refused.add(address);
    return this;
  }

  /// Takes the next letter to this person and says nothing about it.
  MoodyServer silentAfterTheDotOf(String address) {
    silentOnce.add(address);
    return this;
  }

  String url() {
    return "smtp://127.0.0.1:" + listening.getLocalPort() + "?tls=none";
  }

  int port() {
    return listening.getLocalPort();
  }

  /// For whom it took a letter, in order.
  List<String> taken() {
    return List.copyOf(taken);
  }

  /// When somebody first connected, by [System#nanoTime()]; 0 where nobody did.
  long firstConnection() {
    return firstConnection;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        firstConnection = firstConnection == 0 ? System.nanoTime() : firstConnection;
        talk(client);
      } catch (IOException e) {
        // The client has gone, or the test is over.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 hello");
    String to = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
        case "RCPT" -> {
          to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          String reply = gone.contains(to) ? "550 5.1.1 no such user here" : "250 2.1.5 ok";
          say(out, refused.contains(to) ? "550 5.7.1 not from you" : reply);
        }
        case "DATA" -> {
          say(out, "354 go on");
          readToTheDot(in);
          taken.add(to);
          if (silentOnce.remove(to)) {
            return;
          }
          say(out, "250 2.0.0 taken");
        }
        case "QUIT" -> {
          say(out, "221 2.0.0 bye");
          return;
        }
        default -> say(out, "250 2.0.0 ok");
      }
    }
  }

  private static void readToTheDot(BufferedReader in) throws IOException {
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("gone before the dot");
      }
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
