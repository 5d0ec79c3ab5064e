package org.postroom.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox that can be read over IMAP: as much of RFC 9051 as somebody needs who signs in, asks
/// which folder has the sent mail and searches it by Message-ID. It remembers what it was asked, so
/// that nothing but reading can have happened.
public final class ScriptedMailbox implements AutoCloseable {
  public static final String PASSWORD = "open sesame";
  private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id \"?(<[^>]+>)");

  private final ServerSocket listening;
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String folders = "* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent Items\"\r\n";

  public ScriptedMailbox() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// This one lies in the folder of sent mail.
  public void keeps(String messageId) {
    sent.add(messageId.startsWith("<") ? messageId : "<" + messageId + ">");
  }

  /// It has an inbox and no folder of sent mail.
  public void hasNoSentFolder() {
    folders = "";
  }

  /// The verbs, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
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
    say(out, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 3);
      String verb = words[1].toUpperCase(Locale.ROOT);
      asked.add(verb);
      String more = words.length > 2 ? words[2] : "";
      if (verb.equals("AUTHENTICATE") && !more.contains(" ")) {
        say(out, "+ \r\n");
        more += " " + in.readLine();
      }
      say(out, answer(words[0], verb, more));
      if (verb.equals("LOGOUT")) {
        return;
      }
    }
  }

  private String answer(String tag, String verb, String more) {
    return switch (verb) {
      case "CAPABILITY" -> "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n" + ok(tag);
      case "LOGIN" -> more.contains(PASSWORD) ? ok(tag) : no(tag);
      case "AUTHENTICATE" -> knows(more) ? ok(tag) : no(tag);
      case "LIST" -> "* LIST (\\HasNoChildren) \"/\" \"INBOX\"\r\n" + folders + ok(tag);
      case "EXAMINE" -> "* " + sent.size() + " EXISTS\r\n* OK [UIDVALIDITY 1]\r\n" + ok(tag);
      case "SEARCH" -> {
        Matcher id = MESSAGE_ID.matcher(more);
        boolean there = id.find() && sent.contains(id.group(1));
        yield (there ? "* SEARCH 1\r\n" : "* SEARCH\r\n") + ok(tag);
      }
      case "LOGOUT" -> "* BYE\r\n" + ok(tag);
      default -> ok(tag);
    };
  }

  private static boolean knows(String more) {
    String response = more.substring(more.indexOf(' ') + 1);
    return new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8)
        .endsWith("\0" + PASSWORD);
  }

  private static String ok(String tag) {
    return tag + " OK done\r\n";
  }

  private static String no(String tag) {
    return tag + " NO [AUTHENTICATIONFAILED] wrong\r\n";
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
