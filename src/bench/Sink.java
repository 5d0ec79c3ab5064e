import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A server in a process of its own that takes everything, keeps nothing, and counts how often it
/// had to answer before more came. It says on which ports: near, far, and the same two with TLS.
final class Sink {
  private final AtomicLong turns = new AtomicLong();

  private Sink() {}

  /// @param arguments a key store, its password
  public static void main(String[] arguments) throws Exception {
    new Sink().serve(context(Path.of(arguments[0]), arguments[1].toCharArray()));
  }

  private static SSLContext context(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void serve(SSLContext context) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    ServerSocket plain = new ServerSocket(0, 200, here);
    ServerSocket secured = context.getServerSocketFactory().createServerSocket(0, 200, here);
    System.out.println(plain.getLocalPort());
    System.out.println(Relay.to(plain.getLocalPort()));
    System.out.println(secured.getLocalPort());
    System.out.println(Relay.to(secured.getLocalPort()));
    System.out.flush();
    Thread.ofPlatform().start(() -> accept(plain));
    Thread.ofPlatform().start(() -> accept(secured));
  }

  private void accept(ServerSocket listening) {
    while (true) {
      Relay.quietly(
          () -> {
            Socket client = listening.accept();
            client.setTcpNoDelay(true);
            Thread.ofPlatform().daemon().start(() -> Relay.quietly(() -> talk(client)));
          });
    }
  }

  /// Answers when nothing more has come: one flush is one turn of the line.
  private void talk(Socket client) throws IOException {
    try (client) {
      InputStream in = client.getInputStream();
      OutputStream out = client.getOutputStream();
      out.write("220 sink\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] buffer = new byte[64 * 1024];
      byte[] line = new byte[2048];
      StringBuilder replies = new StringBuilder();
      boolean body = false;
      int length = 0;
      int end = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          byte octet = buffer[i];
          if (body) {
            // CR LF . CR LF
            end =
                octet == ".\r\n".charAt(0) && end == 2
                    ? 3
                    : octet == '\r'
                        ? (end == 3 ? 4 : 1)
                        : octet == '\n' ? (end == 4 ? 5 : end == 1 ? 2 : 0) : 0;
            if (end == 5) {
              body = false;
              replies.append("250 2.0.0 taken\r\n");
            }
            continue;
          }
          if (octet != '\n') {
            line[Math.min(length++, line.length - 1)] = octet;
            continue;
          }
          String verb = new String(line, 0, Math.min(4, length), StandardCharsets.US_ASCII);
          length = 0;
          switch (verb.toUpperCase(Locale.ROOT)) {
            case "EHLO" -> replies.append("250-sink\r\n250-8BITMIME\r\n250 PIPELINING\r\n");
            case "DATA" -> {
              body = true;
              end = 2;
              replies.append("354 go on\r\n");
            }
            case "STAT" -> replies.append("250 ").append(turns.getAndSet(0)).append("\r\n");
            case "QUIT" -> {
              out.write("221 bye\r\n".getBytes(StandardCharsets.US_ASCII));
              return;
            }
            default -> replies.append("250 2.1.0 ok\r\n");
          }
        }
        if (!replies.isEmpty() && in.available() == 0) {
          out.write(replies.toString().getBytes(StandardCharsets.US_ASCII));
          replies.setLength(0);
          turns.incrementAndGet();
        }
      }
    }
  }
}
