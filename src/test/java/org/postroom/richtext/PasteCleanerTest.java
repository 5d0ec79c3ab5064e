package org.postroom.richtext;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.template.HtmlToText;

class PasteCleanerTest {
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static HttpServer server;

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          REQUESTS.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void nothingWasAskedFor() {
    server.stop(0);
    assertThat(REQUESTS.get()).isZero();
  }

  static Stream<Path> mails() {
    return Mails.all().stream();
  }

  @Test
  void thereAreSixtyMailsOfTwentyMakers() {
    assertThat(Mails.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void ofEveryMakerOnlyTheLetterIsLeft(Path mail) {
    String web = "http://127.0.0.1:" + server.getAddress().getPort();
    String source = Mails.read(mail, web);
    Reading read = PasteCleaner.clean(source);
    String html = HtmlWriter.write(read.text());
    Document page = Jsoup.parse(html);

    assertThat(html).doesNotContainIgnoringCase("dropme").doesNotContain("file:");
    assertThat(page.select("script, style, link, iframe, object, embed, svg, form, img, base"))
        .isEmpty();
    assertThat(page.select("[onload], [onerror], [onclick], [href^=javascript]")).isEmpty();
    String key = mail.getFileName().toString().replaceFirst("\\.html$", "");
    String said = page.text();
    assertThat(said).contains(greeting(key));
    assertThat(page.select("strong").eachText()).contains(bold(key));
    assertThat(page.select("a").eachAttr("href")).anyMatch(target -> target.startsWith(web + "/"));
    assertThat(HtmlReader.read(html).text()).isEqualTo(read.text());
    assertThat(HtmlToText.convert(html)).contains(greeting(key));
    // Opening is not pasting, and asks for nothing either.
    assertThat(HtmlReader.read(source).text().blocks()).isNotEmpty();
  }

  private static String greeting(String key) {
    return key.endsWith("choir")
        ? "Dear singers,"
        : key.endsWith("food-bank") ? "Hello volunteers," : "Dear neighbours,";
  }

  private static String bold(String key) {
    return key.endsWith("choir") ? "rehearsal" : key.endsWith("food-bank") ? "collection" : "water";
  }

  @Test
  void wordsListsAreLists() {
    Reading read = PasteCleaner.clean(mail("word-numbers-choir"));

    assertThat(read.text().blocks())
        .contains(
            Block.Paragraph.of(Shape.NUMBER, new Inline.Text("bring your folder", TextStyle.PLAIN)),
            new Block.Paragraph(
                Shape.NUMBER, 1, List.of(new Inline.Text("bring a pencil", TextStyle.PLAIN))));
    assertThat(read.text().blocks())
        .anyMatch(block -> block instanceof Block.Table table && table.rows().size() == 2);
    assertThat(read.lost()).containsOnlyKeys(Loss.STRUCK_OUT);
  }

  @Test
  void whatWordKeepsBesideTheWordsIsNamed() {
    assertThat(PasteCleaner.clean(mail("word-choir")).lost())
        .containsOnlyKeys(Loss.TRACKED_CHANGE, Loss.REMARK, Loss.HIDDEN, Loss.PICTURE);
    assertThat(PasteCleaner.clean(mail("google-docs-choir")).lost())
        .containsOnlyKeys(Loss.REMARK, Loss.REMOTE_PICTURE);
    assertThat(PasteCleaner.clean(mail("campaign-choir")).lost())
        .containsOnlyKeys(Loss.HIDDEN, Loss.TRACKER);
    assertThat(PasteCleaner.clean(mail("thunderbird-choir")).lost()).containsOnlyKeys(Loss.SCRIPT);
    assertThat(PasteCleaner.clean(mail("web-page-choir")).lost())
        .containsOnlyKeys(Loss.LINK, Loss.REMOTE_PICTURE, Loss.EMBEDDED);
  }

  @Test
  void linesOfAMailProgramAreLinesAndEmptyOnesEndParagraphs() {
    assertThat(
            PasteCleaner.clean(
                    "<div>Dear all,</div><div><br></div><div>one<br></div><div>two</div>")
                .text())
        .isEqualTo(MarkdownReader.read("Dear all,\n\none\ntwo\n"));
  }

  private static String mail(String name) {
    return Mails.all().stream()
        .filter(path -> path.getFileName().toString().equals(name + ".html"))
        .map(path -> Mails.read(path, "https://web.example"))
        .findFirst()
        .orElseThrow();
  }
}
