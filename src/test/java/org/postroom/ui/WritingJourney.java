package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;
import org.postroom.message.Delivery;
import org.postroom.richtext.Mails;
import org.postroom.ui.common.BodyPart;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Writing as people know it from their mail program: with the keyboard alone, with two fields and
/// a fallback, with what was copied from a word processor, and in each of the four views.
@ExtendWith(ApplicationExtension.class)
class WritingJourney {
  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1000, 760);
    Through real =
        new Through.Server(
            "smtp.office.example", 587, Through.Security.STARTTLS, "news", false, 1, 30);
    opened.window().open(FakePostroom.christmas(), real, Step.MESSAGE);
  }

  @Test
  void twoFieldsWithAFallbackAndWordsFromAWordProcessor(FxRobot robot) {
    empty(robot);
    robot.write("Dear ");
    robot.write("{{");
    robot.write("first");
    robot.press(KeyCode.TAB).release(KeyCode.TAB);
    robot.write("friend");
    robot.type(KeyCode.ENTER);
    robot.write(",");
    robot.type(KeyCode.ENTER);
    robot.interact(
        () ->
            copy(
                """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
                <style>@font-face {font-family:Calibri;}</style></head><body>
                <!--StartFragment-->
                <p class=MsoNormal>We <b style='mso-bidi-font-weight:normal'>sing</b> on
                <del cite="mailto:Helen" datetime="2026-11-01T10:00">Friday</del><ins>Saturday</ins>.\
                <span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[HM1]</a></span>\
                <o:p></o:p></p>
                <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>\
                <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·\
                <span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Alto</p>
                <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>\
                <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·\
                <span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Tenor</p>
                <p class=MsoNormal><img src="file:///C:/Users/helen/clip_image001.png" width=200></p>
                <!--EndFragment--></body></html>
                """));
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    robot.interact(opened::passTime);
    robot.interact(() -> opened.picture("06-written"));

    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo(
            """
            Dear {{First name|friend}},

            We **sing** on Saturday.

            - Alto
            - Tenor
            """);
    assertThat(notes(robot))
        .contains(
            "Left out of what you pasted: deleted words of tracked changes, 1 remark, 1 picture.");
  }

  /// What twenty makers put on the clipboard, pasted one after the other: nothing is fetched, and
  /// everything stays editable.
  @Test
  void sixtyMailsArePastedWithoutARequest(FxRobot robot) throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    String web = "http://127.0.0.1:" + server.getAddress().getPort();
    for (Path mail : Mails.all()) {
      robot.interact(
          () -> {
            copy(Mails.read(mail, web));
            area(robot, "#body").selectAll();
            area(robot, "#body").paste();
            opened.passTime();
          });
      String kept = document().html() == null ? "letter.md" : "letter.html";
      assertThat(engine.bodies.get(kept))
          .as(mail.toString())
          .containsAnyOf("singers", "volunteers", "neighbours")
          .doesNotContainIgnoringCase("dropme");
    }
    server.stop(0);
    assertThat(requests.get()).isZero();
  }

  /// A picture from anywhere is copied beside the mailshot, with words for those who do not see it.
  @Test
  void aPictureIsBroughtBesideTheMailshot(FxRobot robot, @TempDir Path folder) throws IOException {
    MailshotFile christmas = FakePostroom.christmas();
    Path mailshot = Files.createDirectories(folder.resolve("mailshot"));
    Path photo = folder.resolve("our hall.png");
    ImageIO.write(new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    robot.interact(
        () ->
            opened
                .window()
                .open(
                    new MailshotFile(
                        mailshot.resolve("christmas.mailshot"),
                        christmas.document(),
                        christmas.id()),
                    new Through.Server(
                        "smtp.office.example",
                        587,
                        Through.Security.STARTTLS,
                        "news",
                        false,
                        1,
                        30),
                    Step.MESSAGE));
    empty(robot);
    opened.files().image = photo;
    robot.interact(() -> robot.lookup("#picture").queryButton().fire());
    robot.write("Our hall");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);

    assertThat(mailshot.resolve("pictures/our-hall.png")).hasSameBinaryContentAs(photo);
    assertThat(engine.bodies.get("letter.html"))
        .contains("<img src=\"pictures/our-hall.png\" alt=\"Our hall\" width=\"600\"");

    opened.files().image = Files.writeString(folder.resolve("words.png"), "no picture");
    robot.interact(() -> robot.lookup("#picture").queryButton().fire());
    assertThat(robot.lookup(".label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.startsWith("“words.png” was not inserted"));
    assertThat(mailshot.resolve("pictures/words.png")).doesNotExist();
  }

  @Test
  void aTableIsPutInAndChangedByKeyboard(FxRobot robot) {
    empty(robot);
    robot.interact(() -> item(robot, "Insert a table…").fire());
    robot.write("When");
    robot.type(KeyCode.TAB);
    robot.write("Where");
    robot.type(KeyCode.TAB);
    robot.write("{{Voice}}");
    robot.type(KeyCode.TAB);
    robot.write("**hall**");
    robot.interact(() -> robot.lookup("#table-take").queryButton().fire());
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("| When | Where |\n| --- | --- |\n| {{Voice}} | **hall** |\n");

    robot.interact(() -> area(robot, "#body").selectRange(0, 1));
    robot.type(KeyCode.ENTER);
    robot.write("Day");
    robot.interact(() -> robot.lookup("#table-take").queryButton().fire());
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md")).startsWith("| Day | Where |");
  }

  @Test
  void aLinkIsPutInByKeyboardAndEveryControlHasAName(FxRobot robot) {
    empty(robot);
    robot.write("see our page");
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.LEFT);
    robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    control(robot, KeyCode.K);
    robot.write("choir.example/?for=");
    robot.type(KeyCode.ENTER);
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("see our [page](https://choir.example/?for=)\n");

    for (Node node : robot.lookup("#toolbar").queryAs(HBox.class).getChildren()) {
      if (node instanceof ButtonBase button) {
        assertThat(named(button)).as(String.valueOf(button.getId())).isNotBlank();
      }
    }
  }

  private static String named(ButtonBase button) {
    String said = button.getAccessibleText();
    return said == null ? Objects.requireNonNullElse(button.getText(), "") : said;
  }

  private static MenuItem item(FxRobot robot, String text) {
    return robot.lookup("#block").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void boldHeadingsAndListsByKeyboardAndUndo(FxRobot robot) {
    empty(robot);
    control(robot, KeyCode.ALT, KeyCode.DIGIT1);
    robot.write("Concert");
    robot.type(KeyCode.ENTER);
    robot.write("We ");
    control(robot, KeyCode.B);
    robot.write("sing");
    control(robot, KeyCode.B);
    robot.write(" soon");
    robot.type(KeyCode.ENTER);
    robot.write("- one");
    robot.type(KeyCode.ENTER);
    robot.write("two");
    robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
    robot.write("Bye");
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
    robot.write("Helen");
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("# Concert\n\nWe **sing** soon\n\n- one\n- two\n\nBye\nHelen\n");

    control(robot, KeyCode.A);
    control(robot, KeyCode.I);
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md")).contains("# *Concert*").contains("*Bye\nHelen*");
    control(robot, KeyCode.Z);
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("# Concert\n\nWe **sing** soon\n\n- one\n- two\n\nBye\nHelen\n");
  }

  @Test
  void aColourMakesItHtmlAndSaysSo(FxRobot robot) {
    empty(robot);
    control(robot, KeyCode.U);
    robot.write("Urgent");
    robot.interact(opened::passTime);

    assertThat(document().html()).isEqualTo("letter.html");
    assertThat(document().markdown()).isNull();
    assertThat(engine.bodies.get("letter.html"))
        .contains("<p style=\"margin:0 0 16px\"><u>Urgent</u></p>");
    assertThat(notes(robot)).contains("The text is kept as HTML from now on");

    robot.interact(() -> view(robot, "markdown"));
    assertThat(robot.lookup("#refused-act").queryButton().getText()).isEqualTo("See it as HTML");
    robot.interact(() -> robot.lookup("#refused-act").queryButton().fire());
    assertThat(area(robot, "#source").getText()).contains("<u>Urgent</u>");
  }

  @Test
  void plainTextIsMadeByItselfUntilSomebodyWritesIt(FxRobot robot) {
    robot.interact(() -> view(robot, "plain"));
    assertThat(area(robot, "#source").getText()).contains("voices meet at 17:45");
    assertThat(document().text()).isNull();
    robot.interact(
        () -> {
          area(robot, "#source").requestFocus();
          area(robot, "#source").moveTo(0);
        });
    robot.write("Plain ");
    robot.interact(opened::passTime);

    assertThat(document().text()).isEqualTo("letter.txt");
    assertThat(document().markdown()).isEqualTo("letter.md");
    assertThat(engine.bodies.get("letter.txt")).startsWith("Plain Dear {{First name|friend}},");
    assertThat(notes(robot)).contains("1 line of the plain text says something else");

    robot.interact(() -> robot.clickOn("Make it anew"));
    assertThat(document().text()).isNull();
    robot.interact(() -> robot.clickOn("Send plain text alone"));
    robot.interact(opened::passTime);
    assertThat(document().markdown()).isNull();
    assertThat(engine.bodies.get("letter.txt")).startsWith("Dear {{First name|friend}},");
  }

  @Test
  void aColumnThatIsGoneOffersTheNearest(FxRobot robot) {
    empty(robot);
    robot.interact(
        () -> {
          ClipboardContent words = new ClipboardContent();
          words.putString("Dear {{Frist name|you}}");
          Clipboard.getSystemClipboard().setContent(words);
        });
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertThat(notes(robot)).contains("“Frist name” is not a column of this list.");
    robot.interact(() -> robot.lookup("#use-nearest").queryAs(Hyperlink.class).fire());
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.md")).isEqualTo("Dear {{First name|you}}\n");
    assertThat(notes(robot)).doesNotContain("not a column");
  }

  @Test
  void inABlindCopyFieldsAreOffAndWhyIsSaid(FxRobot robot) {
    robot.interact(
        () -> model().edit(d -> new DocumentEdit(d).delivery(Delivery.BLIND_COPY).document()));

    assertThat(robot.lookup("#insert-field").queryButton().isDisabled()).isTrue();
    assertThat(notes(robot)).contains("Fields are off: in a blind copy everybody gets the same");
  }

  /// With one mark of a section its other goes, and the words stay.
  @Test
  void aSectionIsPutInAndTakenOutAsOne(FxRobot robot) {
    empty(robot);
    robot.write("You owe us");
    control(robot, KeyCode.J);
    robot.write("subs");
    robot.interact(() -> robot.lookup("#insert-rule").queryButton().fire());
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md"))
        .isEqualTo("{{#Subs owed}}\nYou owe us\n{{/Subs owed}}\n");

    robot.interact(() -> area(robot, "#body").moveTo(0));
    robot.type(KeyCode.DELETE).type(KeyCode.DELETE);
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.md")).isEqualTo("You owe us\n");
  }

  @Test
  void htmlOfOthersStaysAsItIsUntilItIsTakenOver(FxRobot robot) {
    String page = "<html><body><table width=600><tr><td><h1>Hello</h1></table></body></html>";
    robot.interact(
        () -> {
          model().edit(d -> Edits.texts(d, null, "letter.html", null));
          model().editBody(BodyPart.HTML, page);
          view(robot, "html");
          view(robot, "rich");
        });
    robot.interact(opened::passTime);
    assertThat(engine.bodies.get("letter.html")).isEqualTo(page);
    robot.interact(() -> robot.lookup("#refused-act").queryButton().fire());
    robot.write("!");
    robot.interact(opened::passTime);

    assertThat(engine.bodies.get("letter.html")).contains(">!Hello</h1>");
  }

  private void empty(FxRobot robot) {
    robot.interact(() -> robot.lookup("#body").queryAs(Node.class).requestFocus());
    control(robot, KeyCode.A);
    robot.type(KeyCode.BACK_SPACE);
  }

  private static void control(FxRobot robot, KeyCode... keys) {
    robot.press(KeyCode.CONTROL);
    robot.press(keys);
    robot.release(keys);
    robot.release(KeyCode.CONTROL);
  }

  private static void view(FxRobot robot, String name) {
    robot.lookup("#view-" + name).queryAs(ToggleButton.class).fire();
  }

  private static void copy(String html) {
    ClipboardContent content = new ClipboardContent();
    content.putHtml(html);
    content.putString("not looked at");
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String notes(FxRobot robot) {
    StringBuilder said = new StringBuilder();
    robot
        .lookup("#body-notes .label")
        .queryAllAs(Label.class)
        .forEach(label -> said.append(label.getText()).append('\n'));
    return said.toString();
  }

  private static GenericStyledArea<?, ?, ?> area(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(GenericStyledArea.class);
  }

  private MailshotModel model() {
    return Objects.requireNonNull(opened.window().mailshot()).model();
  }

  private MailshotDocument document() {
    return model().document();
  }
}
