package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `postroom links`, and that no other command asks a web server for anything.
class LinksAskedTest {
  private final AtomicInteger requests = new AtomicInteger();
  @TempDir Path folder;
  private HttpServer server;
  private Office office;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    office = new Office(folder);
    office.list(3);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String here() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/page";
  }

  private String mailshot(String letter) {
    office.write("letter.md", "Dear {{Name}},\n\n" + letter + "\n\nHelen\n");
    return office.document("\"subject\": \"News for {{Name}}\", \"markdown\": \"letter.md\"");
  }

  @Test
  void noOtherCommandAsksAndEvenThisOneNotThisComputer() throws Exception {
    String mailshot =
        mailshot("see [our page](" + here() + "), ![us](" + here() + ".png) and " + here());
    office.run("check", mailshot).exits(4);
    office.run("preview", mailshot, "--all", "--out", office.file("preview")).exits(0);
    JsonNode links = office.run("links", mailshot, "--json").exits(0).json();
    assertThat(links.get("links")).isEmpty();
    assertThat(links.get("notTried").toString()).contains(here());
    assertThat(requests).hasValue(0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(URI.create(here())).build(), BodyHandlers.discarding());
    }
    assertThat(requests).as("it counts").hasValue(1);
  }

  @Test
  void aLinkThatLeadsNowhereIsSaidAndAPersonalOneIsNotTried() {
    String mailshot =
        mailshot("[plan](https://choir.invalid/plan), [yours](https://choir.invalid/{{Name}})");
    Office.Outcome said = office.run("links", mailshot).exits(1);
    assertThat(said.err()).contains("choir.invalid");
    assertThat(said.out())
        .contains("https://choir.invalid/plan: There is no site called choir.invalid")
        .contains("https://choir.invalid/{{Name}}: differs for each person");
    JsonNode links = office.run("links", mailshot, "--json").exits(1).json();
    assertThat(links.get("links").get(0).get("answer").asString()).isEqualTo("no-such-host");
    assertThat(links.get("links").get(0).get("fine").asBoolean()).isFalse();
    assertThat(links.get("personal")).hasSize(1);
  }

  @Test
  void withoutLinksThereIsNothingToAsk() {
    Office.Outcome said = office.run("links", mailshot("we meet on Thursday.")).exits(0);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("No links");
  }
}
