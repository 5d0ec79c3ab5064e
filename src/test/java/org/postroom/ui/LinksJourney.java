package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Links are tried when a person asks for it, who reads first which servers are asked; before that
/// nobody hears of the mailshot.
@ExtendWith(ApplicationExtension.class)
class LinksJourney {
  private static final Through REAL =
      new Through.Server(
          "smtp.riverside.example", 587, Through.Security.STARTTLS, null, false, 1, -1);

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private RealWindow window;
  private HttpServer server;

  @Start
  void open(Stage stage) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    window = new RealWindow(stage, folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    window.close();
    server.stop(0);
  }

  private String here() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private MailshotFile mailshot() throws Exception {
    Path document = ChoirFolder.of(20).write(folder);
    Files.writeString(
        document.resolveSibling("letter.html"),
        """
        <html><body><p>Dear {{Name}},</p><img src="%1$spicture.png" alt="us">
        <p>the <a href="%1$spage">page</a>, the <a href="https://choir.invalid/">plan</a>
        and <a href="https://choir.invalid/?to={{Name}}">yours</a>.</p></body></html>
        """
            .formatted(here()));
    Files.writeString(
        document,
        Files.readString(document)
            .replace("\"text\": \"letter.txt\"", "\"html\": \"letter.html\""));
    return window.engine().open(document);
  }

  /// Practice says that nothing can leave this computer.
  @Test
  void practiceOffersNothing(FxRobot robot) throws Exception {
    MailshotFile file = mailshot();
    robot.interact(() -> window.window().open(file, new Through.Practice(null), Step.REVIEW));
    window.untilShown(robot, "Checked, nothing found");
    assertThat(window.shows(robot, "Try the links")).isFalse();
  }

  @Test
  void nobodyIsAskedUntilAPersonSaysSo(FxRobot robot) throws Exception {
    MailshotFile file = mailshot();
    robot.interact(() -> window.window().open(file, REAL, Step.MESSAGE));
    window.untilShown(robot, "What do you want to say?");
    robot.push(KeyCode.ALT, KeyCode.DIGIT3);
    window.untilShown(robot, "What Member");
    robot.push(KeyCode.ALT, KeyCode.DIGIT4);
    window.untilShown(robot, "Try the links…");
    window.tabTo(robot, "Try the links…");
    robot.push(KeyCode.SPACE);
    window.untilShown(
        robot, "Postroom asks these web servers, once for each page: choir.invalid. They see");
    window.picture(robot, "links-asked");
    assertThat(window.focused()).isEqualTo("Cancel");
    robot.push(KeyCode.ESCAPE);
    window.until("the dialog is gone", () -> !window.shows(robot, "Postroom asks these web"));
    assertThat(window.shows(robot, "There is no site")).isFalse();
    assertThat(window.focused()).startsWith("Try the links…");

    robot.push(KeyCode.SPACE);
    robot.clickOn(window.button(robot, "Try the links"));
    window.untilShown(robot, "There is no site called choir.invalid.");
    window.untilShown(robot, "Differs for each person, and was not tried.");
    window.untilShown(robot, "Not tried: not a public address");
    window.picture(robot, "links-tried");
    assertThat(window.focused()).startsWith("Try the links again…");

    assertThat(requests).as("what the server on this computer was asked").hasValue(0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(URI.create(here())).build(), BodyHandlers.discarding());
    }
    assertThat(requests).as("it counts").hasValue(1);
  }
}
