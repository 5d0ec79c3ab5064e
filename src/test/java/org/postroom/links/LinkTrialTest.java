package org.postroom.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.practice.TestCertificates;

/// Links against a server on this computer, which only the tests may ask.
class LinkTrialTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    asked.add(
        "%s %s %s %s %s"
            .formatted(
                method,
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("User-Agent"),
                exchange.getRequestHeaders().getFirst("Cookie"),
                exchange.getRequestHeaders().getFirst("Referer")));
    exchange.getResponseHeaders().add("Set-Cookie", "id=1");
    switch (path) {
      case "/there" -> reply(exchange, 200);
      case "/no-head" -> reply(exchange, method.equals("HEAD") ? 405 : 200);
      case "/gone" -> reply(exchange, 410);
      case "/broken" -> reply(exchange, 500);
      case "/members" -> reply(exchange, 403);
      case "/moved" -> sendOn(exchange, "/there");
      case "/away" -> sendOn(exchange, at("localhost", "/there"));
      case "/moved-to-nothing" -> sendOn(exchange, "/nothing");
      case "/round" -> sendOn(exchange, "/round");
      case "/ftp" -> sendOn(exchange, "ftp://example.org/file");
      case "/inside" -> sendOn(exchange, at("127.0.0.2", "/there"));
      case "/crooked" -> sendOn(exchange, "http://[crooked");
      case "/slow" -> {
        try {
          over.await();
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
        exchange.close();
      }
      default -> reply(exchange, 404);
    }
  }

  private static void reply(HttpExchange exchange, int code) throws IOException {
    exchange.sendResponseHeaders(code, -1);
    exchange.close();
  }

  private static void sendOn(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    reply(exchange, 301);
  }

  private String at(String host, String path) {
    return "http://" + host + ":" + server.getAddress().getPort() + path;
  }

  private LinkAnswer answer(String path) {
    return answer(URI.create(at("127.0.0.1", path)), LIMIT);
  }

  private static LinkAnswer answer(URI link, Duration limit) {
    LinkTrial trial =
        new LinkTrial(address -> !address.getHostAddress().equals("127.0.0.2"), limit);
    return trial.tryAll(List.of(link), (_, _) -> true).getFirst().answer();
  }

  @Test
  void aPageThatIsThereIsAskedForOnceByItsHeadWithoutAWordAboutTheReader() {
    assertThat(answer("/there?a=1")).isEqualTo(new LinkAnswer.There());
    assertThat(asked).containsExactly("HEAD /there?a=1 Postroom null null");
  }

  @Test
  void aServerThatRefusesHeadIsAskedForThePage() {
    assertThat(answer("/no-head")).isEqualTo(new LinkAnswer.There());
    assertThat(asked)
        .containsExactly("HEAD /no-head Postroom null null", "GET /no-head Postroom null null");
  }

  @Test
  void whatIsMissingAndWhatIsRefusedAreToldApart() {
    assertThat(answer("/nothing")).isEqualTo(new LinkAnswer.NotThere(404));
    assertThat(answer("/gone")).isEqualTo(new LinkAnswer.NotThere(410));
    assertThat(answer("/broken")).isEqualTo(new LinkAnswer.Refused(500));
    assertThat(answer("/members")).isEqualTo(new LinkAnswer.Refused(403));
  }

  @Test
  void whereItIsSentOnToIsSaidAndLookedAt() {
    LinkAnswer moved = answer("/moved");
    assertThat(moved).isEqualTo(new LinkAnswer.Moved(URI.create(at("127.0.0.1", "/there"))));
    URI away = URI.create(at("127.0.0.1", "/away"));
    assertThat(answer(away, LIMIT))
        .isEqualTo(new LinkAnswer.Moved(URI.create(at("localhost", "/there"))));
    assertThat(answer("/moved-to-nothing")).isEqualTo(new LinkAnswer.NotThere(404));
    assertThat(new TriedLink(away, moved).isFine()).isTrue();
    assertThat(new TriedLink(away, answer(away, LIMIT)).isFine()).isFalse();
    assertThat(asked).noneMatch(request -> request.contains("id=1"));
  }

  @Test
  void aCircleEndsAfterFiveTimes() {
    assertThat(answer("/round")).isEqualTo(new LinkAnswer.Endless());
    assertThat(asked).hasSize(6);
  }

  @Test
  void anotherProtocolAndAnAddressOfTheNetworkAreNotFollowed() {
    assertThat(answer("/ftp")).isEqualTo(new LinkAnswer.Astray("ftp://example.org/file"));
    assertThat(answer("/inside")).isEqualTo(new LinkAnswer.Astray(at("127.0.0.2", "/there")));
    assertThat(answer("/crooked")).isEqualTo(new LinkAnswer.Astray("http://[crooked"));
    assertThat(asked).hasSize(3);
  }

  @Test
  void outsideTestsNothingOnThisComputerIsAsked() {
    for (String host : List.of("127.0.0.1", "localhost")) {
      URI link = URI.create(at(host, "/there"));
      assertThat(new LinkTrial().tryAll(List.of(link), (_, _) -> true))
          .containsExactly(new TriedLink(link, new LinkAnswer.Astray(link.toString())));
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void whoDoesNotAnswerIsNotWaitedForLong() {
    URI slow = URI.create(at("127.0.0.1", "/slow"));
    assertThat(answer(slow, Duration.ofMillis(300))).isEqualTo(new LinkAnswer.TooSlow());
  }

  @Test
  void nobodyBehindAnAddress() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(answer(URI.create("http://127.0.0.1:" + free + "/"), LIMIT))
        .isEqualTo(new LinkAnswer.NoAnswer("127.0.0.1"));
    assertThat(answer(URI.create("http://nowhere.invalid/"), LIMIT))
        .isEqualTo(new LinkAnswer.NoSuchHost("nowhere.invalid"));
  }

  @Test
  void aCertificateThatNobodyVouchesForIsSaid() throws IOException {
    Instant now = Instant.now();
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    secure.setHttpsConfigurator(
        new HttpsConfigurator(
            TestCertificates.of("localhost", now.minus(LIMIT), now.plus(Duration.ofHours(1)))
                .serverContext()));
    secure.setExecutor(threads);
    secure.createContext("/", this::answer);
    secure.start();
    try {
      URI link = URI.create("https://localhost:" + secure.getAddress().getPort() + "/there");
      assertThat(answer(link, LIMIT)).isEqualTo(new LinkAnswer.NotTrusted("localhost"));
      assertThat(asked).isEmpty();
    } finally {
      secure.stop(0);
    }
  }

  @Test
  void itStopsWhenItIsTold() {
    LinkTrial trial = new LinkTrial(_ -> true, LIMIT);
    List<URI> links = List.of(URI.create(at("127.0.0.1", "/slow")));
    int[] looks = new int[1];
    assertThatThrownBy(() -> trial.tryAll(links, (_, _) -> ++looks[0] < 3))
        .isInstanceOf(CancellationException.class);
    assertThat(looks[0]).isEqualTo(3);
  }

  @Test
  void manyAreTriedAFewAtOnceAndToldInTheirOrder() {
    List<URI> links =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(i -> URI.create(at("127.0.0.1", (i % 2 == 0 ? "/there?" : "/nothing?") + i)))
            .toList();
    List<TriedLink> tried = new LinkTrial(_ -> true, LIMIT).tryAll(links, (_, _) -> true);
    assertThat(tried).extracting(TriedLink::link).isEqualTo(links);
    assertThat(tried.get(6).answer()).isEqualTo(new LinkAnswer.There());
    assertThat(tried.get(7).answer()).isEqualTo(new LinkAnswer.NotThere(404));
    assertThat(asked).hasSize(30);
  }
}
