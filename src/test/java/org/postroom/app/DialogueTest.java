package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `send --dialogue` at a server that repeats in every reply what it was told before, the password
/// and the addresses among it.
class DialogueTest {
  private static final String SECRET = "swordfish-42";

  @TempDir Path folder;

  @Test
  void saysWhatIsSaidWithoutPasswordAndAddresses() throws Exception {
    try (Echo server = new Echo()) {
      Office office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", SECRET));
      Office.Outcome sent = send(office, server, "--dialogue");
      server.done();
      assertThat(sent.err())
          .contains("1 < 220 hello")
          .contains("1 > AUTH PLAIN …")
          .contains("1 > RCPT TO:<…@…>")
          .containsPattern("1 > \\[the letter, [0-9,]+ bytes\\]")
          .contains("1 < 250 Ok, ")
          .doesNotContain(SECRET, base64(SECRET), base64("\0news\0" + SECRET))
          .doesNotContain("p1@choir.example", "choir.example", "news@riverside.example");
    }
  }

  @Test
  void saysNothingOfItUnasked() throws Exception {
    try (Echo server = new Echo()) {
      Office office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", SECRET));
      assertThat(send(office, server).err()).doesNotContain("1 >", "1 <");
      server.done();
    }
  }

  private static Office.Outcome send(Office office, Echo server, String... more) {
    office.write("list.csv", "Name;Email\nAnn;p1@choir.example\n");
    office.write("letter.txt", "Dear {{Name}},\n\nwe sing on Thursday.\n");
    String mailshot =
        office.write(
            "a.mailshot",
            """
            {
              "postroom": 1,
              "name": "Thursday",
              "from": "Riverside Choir <news@riverside.example>",
              "recipients": { "file": "list.csv", "basis": "members of the choir" },
              "subject": "Thursday",
              "text": "letter.txt"
            }
            """);
    String[] command = {
      "send", mailshot, "--confirm", "1", "--smtp", server.url(), "--plain-password"
    };
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return office.run(all).exits(0);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes one connection; every reply repeats all that was said before, as it came and decoded.
  private static final class Echo implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final FutureTask<@Nullable Void> serving =
        new FutureTask<>(
            () -> {
              serve();
              return null;
            });

    private Echo() throws IOException {
      Thread.ofVirtual().start(serving);
    }

    private String url() {
      return "smtp://news@127.0.0.1:" + listening.getLocalPort() + "?tls=none";
    }

    private void done() throws Exception {
      serving.get(20, TimeUnit.SECONDS);
    }

    private void serve() throws IOException {
      try (Socket client = listening.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        say(client, "220 hello");
        StringBuilder told = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("EHLO")) {
            say(client, "250-hello\r\n250 AUTH PLAIN");
          } else if (line.startsWith("AUTH PLAIN ")) {
            String wrapped = line.substring(11);
            String clear =
                new String(Base64.getDecoder().decode(wrapped), StandardCharsets.UTF_8)
                    .replace('\0', ' ');
            told.append(wrapped).append(' ').append(clear).append(' ');
            say(client, "235 2.7.0 " + told);
          } else if (line.equals("DATA")) {
            say(client, "354 go on, " + told);
            while (!".".equals(line)) {
              line = in.readLine();
            }
            say(client, "250 Ok, " + told);
          } else {
            told.append(line.substring(line.indexOf(':') + 1)).append(' ');
            say(client, (line.equals("QUIT") ? "221 " : "250 ") + told);
          }
        }
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }
}
