package org.postroom.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A mail server that knows for certain what it took. It tells somebody of every moment of the
/// dialogue, and waits for them, so that a client can be killed at exactly that moment.
public final class OracleServer implements AutoCloseable {
  /// The moments of one letter, in their order.
  public enum Moment {
    CONNECTED,
    MAIL,
    RCPT,
    DATA,
    BODY,
    /// The dot is here; the letter is not taken yet.
    DOT,
    /// It is taken; the client does not know yet.
    TAKEN,
    /// The client was told.
    TOLD
  }

  /// Somebody who may do what they like meanwhile.
  public interface Witness {
    void at(Moment moment);
  }

  private final ServerSocket listening;
  private final String hello;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> dates = new CopyOnWriteArrayList<>();
  private final List<String> mistakes = new CopyOnWriteArrayList<>();
  private final List<Thread> dialogues = new CopyOnWriteArrayList<>();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private volatile Witness witness = _ -> {};

  /// @param pipelining true where it takes several commands at once (RFC 2920)
  public OracleServer(boolean pipelining) throws IOException {
    hello = pipelining ? "250-oracle\r\n250 PIPELINING" : "250 oracle";
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("oracle").start(this::serve);
  }

  public int port() {
    return listening.getLocalPort();
  }

  public void tell(Witness somebody) {
    witness = somebody;
  }

  /// It takes their letter and hangs up instead of saying so.
  public void hangsUpAfterTheDotOf(String address) {
    unanswered.add(address);
  }

  /// For whom it took a letter, in order.
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /// What stood in their `Date:`, in order.
  public List<String> dates() {
    return List.copyOf(dates);
  }

  /// Letters that were not for exactly the one person that they showed.
  public List<String> mistakes() {
    return List.copyOf(mistakes);
  }

  /// Returns when everything that was sent to it before has been read: what a killed client left in
  /// the line still counts.
  public void finishReading() throws IOException {
    try (Socket last = new Socket(InetAddress.getLoopbackAddress(), port());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(last.getInputStream(), StandardCharsets.US_ASCII))) {
      if (in.readLine() == null) {
        throw new IOException("the oracle is silent");
      }
    }
    for (Thread dialogue : dialogues) {
      try {
        dialogue.join();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    dialogues.clear();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        dialogues.add(Thread.ofPlatform().daemon().name("oracle").start(() -> serve(client)));
      } catch (IOException e) {
        // The test is over.
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      talk(client);
    } catch (IOException e) {
      // The client was killed.
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    witness.at(Moment.CONNECTED);
    reply(out, "220 oracle");
    List<String> recipients = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "EHLO" -> reply(out, hello);
        case "MAIL" -> {
          recipients.clear();
          witness.at(Moment.MAIL);
          reply(out, "250 2.1.0 ok");
        }
        case "RCPT" -> {
          recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
          witness.at(Moment.RCPT);
          reply(out, "250 2.1.5 ok");
        }
        case "DATA" -> {
          witness.at(Moment.DATA);
          reply(out, "354 go on");
          if (!take(in, recipients)) {
            return;
          }
          if (unanswered.containsAll(recipients)) {
            return;
          }
          reply(out, "250 2.0.0 taken");
          witness.at(Moment.TOLD);
        }
        case "QUIT" -> {
          reply(out, "221 2.0.0 bye");
          return;
        }
        default -> reply(out, "250 2.0.0 ok");
      }
    }
  }

  private boolean take(BufferedReader in, List<String> recipients) throws IOException {
    String to = "";
    boolean told = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        witness.at(Moment.DOT);
        if (recipients.size() != 1 || !to.contains(recipients.getFirst())) {
          mistakes.add(to + " for " + recipients);
        }
        taken.add(String.join(" ", recipients));
        witness.at(Moment.TAKEN);
        return true;
      }
      if (line.startsWith("To: ") && to.isEmpty()) {
        to = line;
      }
      if (line.startsWith("Date: ") && !told) {
        dates.add(line.substring(6));
      }
      if (line.isEmpty() && !told) {
        told = true;
        witness.at(Moment.BODY);
      }
    }
    return false;
  }

  private static void reply(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
