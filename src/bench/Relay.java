import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Puts a server some way off: what comes is passed on late, in both directions.
final class Relay {
  static final Duration AWAY = Duration.ofMillis(50);

  private Relay() {}

  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static void quietly(Work work) {
    try {
      work.run();
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  /// @return the port from which it is [#AWAY] there and back
  static int to(int near) throws IOException {
    ServerSocket far = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform()
        .start(
            () -> {
              while (true) {
                quietly(
                    () -> {
                      Socket client = far.accept();
                      Socket server = new Socket(InetAddress.getLoopbackAddress(), near);
                      client.setTcpNoDelay(true);
                      server.setTcpNoDelay(true);
                      delayed(client, server);
                      delayed(server, client);
                    });
              }
            });
    return far.getLocalPort();
  }

  private record Late(byte[] bytes, long due) {}

  private static void delayed(Socket from, Socket to) {
    BlockingQueue<Late> line = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                quietly(
                    () -> {
                      byte[] buffer = new byte[64 * 1024];
                      int n = from.getInputStream().read(buffer);
                      for (; n >= 0; n = from.getInputStream().read(buffer)) {
                        line.add(
                            new Late(
                                Arrays.copyOf(buffer, n), System.nanoTime() + AWAY.toNanos() / 2));
                      }
                      line.add(new Late(new byte[0], System.nanoTime()));
                    }));
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                quietly(
                    () -> {
                      for (Late late = line.take(); late.bytes().length > 0; late = line.take()) {
                        long wait = late.due() - System.nanoTime();
                        if (wait > 0) {
                          Thread.sleep(Duration.ofNanos(wait));
                        }
                        to.getOutputStream().write(late.bytes());
                      }
                      to.close();
                    }));
  }
}
