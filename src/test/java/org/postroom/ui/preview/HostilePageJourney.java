package org.postroom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The preview reaches nothing: a page with 27 kinds of request against a server that counts. Each
/// page is shown in a process of its own, since the block is for a whole process.
class HostilePageJourney {
  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private final Semaphore requests = new Semaphore(0);
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          requests.release();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void theServerCountsWhatABareViewFetches() throws Exception {
    Process bare = start("bare");
    try {
      while (asked.size() <= 10 || asked.stream().noneMatch(path -> path.contains("13-image"))) {
        assertThat(requests.tryAcquire(2, TimeUnit.MINUTES)).as("%s", asked).isTrue();
      }
    } finally {
      bare.destroyForcibly().onExit().join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"preview", "phone", "images-off", "dark"})
  void thePreviewFetchesNothing(String how) throws IOException {
    assertThat(start(how).onExit().join().exitValue()).isZero();
    assertThat(asked).isEmpty();
  }

  private Process start(String how) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            HostilePage.class.getName(),
            how,
            "http://127.0.0.1:" + server.getAddress().getPort()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
