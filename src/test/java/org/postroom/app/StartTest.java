package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.Begun;
import org.postroom.engine.Begun.NotTaken;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Start;
import org.postroom.extract.WordFiles;
import org.postroom.pictures.CameraFiles;
import org.postroom.richtext.HtmlReader;
import org.postroom.richtext.Loss;

/// What a mailshot can begin with, and what never comes along.
class StartTest {
  @TempDir Path folder;
  private Postroom engine;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
    engine = RealEngine.open(folder.resolve("workspace"));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /// Whoever sends a template as it is meets the review first.
  @ParameterizedTest
  @EnumSource
  void aTemplateCanBeEditedAndCannotBeSentAsItIs(Start.Template template) throws Exception {
    Begun begun = engine.begin("Spring", new Start.FromTemplate(template));
    String html = html(begun);
    assertThat(HtmlReader.isOurs(html)).as("the editor has words for all of it").isTrue();
    assertThat(html)
        .contains("max-width:600px", "color-scheme", "{{Name|friend}}")
        .doesNotContain("<script", "http:", "https:", "class=");
    assertThat(begun.file().document().subject()).isNotBlank();
    assertThat(begun.file().document().recipients()).isEqualTo(Recipients.none());

    Path here = begun.file().folder();
    Files.writeString(here.resolve("members.csv"), "Name,Email\nAnn,ann@choir.example\n");
    Path document = begun.file().path();
    Files.writeString(
        document,
        Files.readString(document)
            .replaceFirst(
                "\"recipients\"\\s*:\\s*\\{[^}]*\\}",
                "\"recipients\": {\"file\": \"members.csv\", \"basis\": \"members\"}")
            .replaceFirst(
                "\"from\"\\s*:\\s*\"[^\"]*\"", "\"from\": \"Choir <news@choir.example>\""));
    Office.Outcome check = office.run("check", document.toString());
    assertThat(check.exits(3).out() + check.err()).containsAnyOf("draft.mark", "merge.left-over");
  }

  @Test
  void ofAnEmailSubjectAndTextComeAlongAndNobodyItWasTo() throws Exception {
    Path mail =
        Path.of(
            office.write(
                "old.eml",
                """
                From: Ann <ann@people.example>
                To: Bob <bob@people.example>, carol@people.example
                Cc: dora@people.example
                Subject: =?utf-8?q?Sommerfest_f=C3=BCr_alle?=
                MIME-Version: 1.0
                Content-Type: text/html; charset=utf-8

                <p>We meet on <b>Friday</b>.</p><script>fetch('http://127.0.0.1:1')</script>
                <img src="http://127.0.0.1:1/pixel.gif" width="1" height="1">
                <div style="display:none">hidden words</div>
                """
                    .replace("\n", "\r\n")));
    Begun begun = engine.begin("Summer", new Start.FromFile(mail));
    assertThat(begun.file().document().subject()).isEqualTo("Sommerfest für alle");
    assertThat(html(begun))
        .contains("We meet on <strong>Friday</strong>.")
        .doesNotContain("script", "127.0.0.1", "hidden words");
    assertThat(begun.lost()).containsKeys(Loss.SCRIPT, Loss.HIDDEN);
    assertThat(begun.notTaken()).contains(NotTaken.PEOPLE);
    String everything = Files.readString(begun.file().path()) + html(begun);
    assertThat(everything).doesNotContain("people.example");
  }

  /// A page with columns became a plain letter, and nobody said so.
  @Test
  void thatColumnsAndFontsAreLostIsSaid() throws Exception {
    Path page =
        Path.of(
            office.write(
                "page.html", "<style>p { color: red }</style><table><tr><td><p>Words</table>"));
    Path plain = Path.of(office.write("plain.html", "<h1>News</h1><p>Words</p>"));

    assertThat(engine.begin("Page", new Start.FromFile(page)).notTaken())
        .containsExactly(NotTaken.LAYOUT);
    assertThat(engine.begin("Plain", new Start.FromFile(plain)).notTaken()).isEmpty();
  }

  @Test
  void markdownAndPlainTextStayWhatTheyAre() throws Exception {
    Path markdown = Path.of(office.write("news.md", "# News\n\nDear {{Name}},\n"));
    MailshotFile file = engine.begin("News", new Start.FromFile(markdown)).file();
    String name = Objects.requireNonNull(file.document().markdown());
    assertThat(engine.readBody(file, name)).isEqualTo("# News\n\nDear {{Name}},\n");
    byte[] older = "Grüße".getBytes(java.nio.charset.Charset.forName("windows-1252"));
    Path text = Path.of(office.write("old.txt", older));
    MailshotFile plain = engine.begin("Old", new Start.FromFile(text)).file();
    assertThat(engine.readBody(plain, Objects.requireNonNull(plain.document().text())))
        .isEqualTo("Grüße");
  }

  /// They were left out of all of them, and a page used as it was kept where they were taken.
  @ParameterizedTest
  @ValueSource(strings = {"page.html", "mail.eml", "paper.docx", "news.md"})
  void picturesComeAlongAsIfTheyWereDropped(String name) throws Exception {
    byte[] photo = CameraFiles.ofPhone(CameraFiles.photo(1800, 1200), 6);
    office.write("img/our hall.jpg", photo);
    office.write("page.html", "<p>Our hall<img src=\"img/our%20hall.jpg\" alt=\"the hall\"></p>");
    office.write("news.md", "Our hall\n\n![the hall](img/our%20hall.jpg)\n");
    office.write("mail.eml", mail(photo));
    office.write("paper.docx", WordFiles.withPicture("Our hall", "the hall", photo));

    Begun begun = engine.begin("Hall", new Start.FromFile(folder.resolve(name)));

    assertThat(begun.lost()).isEmpty();
    assertThat(begun.notTaken()).doesNotContain(NotTaken.FILES);
    String text = engine.readBody(begun.file(), body(begun.file()));
    assertThat(text).contains("Our hall", "the hall");
    Matcher source = Pattern.compile("pictures/[^\")]+").matcher(text);
    assertThat(source.find()).as(text).isTrue();
    byte[] travels = Files.readAllBytes(begun.file().folder().resolve(source.group()));
    assertThat(new String(travels, StandardCharsets.ISO_8859_1)).doesNotContain("51.4545N");
    var image = ImageIO.read(new ByteArrayInputStream(travels));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(1200);
  }

  @Test
  void picturesOutsideThePagesFolderOrOnTheWebStayThere() throws Exception {
    office.write("secret.png", CameraFiles.file(CameraFiles.photo(9, 9), "png"));
    office.write(
        "pages/page.html",
        "<p>Words<img src=\"../secret.png\"><img src=\"%2e%2e/secret.png\"><img src=\"/etc/x.png\">"
            + "<img src=\"http://127.0.0.1:1/a.png\"><img src=\"cid:a@b\"></p>");

    Begun begun = engine.begin("Page", new Start.FromFile(folder.resolve("pages/page.html")));

    assertThat(begun.lost()).isEqualTo(Map.of(Loss.PICTURE, 4, Loss.REMOTE_PICTURE, 1));
    assertThat(html(begun)).doesNotContain("<img");
    assertThat(begun.file().folder().resolve("pictures")).doesNotExist();
  }

  /// Such a head must cost neither the text nor the memory that a clever search would need for it.
  @Test
  void aPictureInTheTextWithAnEndlessHeadIsLeftOut() throws Exception {
    office.write(
        "page.html",
        "<p>Words<img src=\"data:image/png" + ";a".repeat(100_000) + ";base64,x\"></p>");

    Begun begun = engine.begin("Page", new Start.FromFile(folder.resolve("page.html")));

    assertThat(begun.lost()).isEqualTo(Map.of(Loss.PICTURE, 1));
    assertThat(html(begun)).contains("Words").doesNotContain("<img");
  }

  private static byte[] mail(byte[] photo) {
    String head =
        """
        From: Ann <ann@people.example>
        Subject: Hall
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=b

        --b
        Content-Type: text/html; charset=utf-8

        <p>Our hall<img src="cid:hall@people.example" alt="the hall"></p>
        --b
        Content-Type: image/jpeg; name="hall.jpg"
        Content-ID: <hall@people.example>
        Content-Disposition: inline; filename="hall.jpg"
        Content-Transfer-Encoding: base64

        """;
    String whole = head + Base64.getMimeEncoder().encodeToString(photo) + "\n--b--\n";
    return whole.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String body(MailshotFile file) {
    String html = file.document().html();
    return html == null ? Objects.requireNonNull(file.document().markdown()) : html;
  }

  @Test
  void whatIsNoTextIsSaidAndNothingIsMade() throws Exception {
    Path picture = Path.of(office.write("a.png", new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> engine.begin("x", new Start.FromFile(picture)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().happened()).contains("a.png"));
    Path gone = folder.resolve("gone.html");
    assertThatThrownBy(() -> engine.begin("x", new Start.FromFile(gone)))
        .isInstanceOf(ProblemException.class);
    assertThat(engine.mailshots()).isEmpty();
  }

  @Test
  void aCopyHasTextPicturesAndFilesAndNotTheList() throws Exception {
    office.list(3);
    office.write("pictures/choir.png", new byte[] {1, 2, 3});
    office.write("pictures/hall/hall-200.jpg", new byte[] {4});
    office.write("pictures/hall/original.jpg", new byte[] {5, 6});
    office.write("programme.txt", "Carols, then tea.\n");
    office.write(
        "letter.html",
        "<p>Dear {{Name}}</p><img src=\"pictures/choir.png\" alt=\"we\">"
            + "<img src=\"pictures/hall/hall-200.jpg\" alt=\"\" width=\"100\">");
    String mailshot =
        office.document(
            "\"subject\": \"News\", \"html\": \"letter.html\"",
            "\"attachments\": [{\"file\": \"programme.txt\"}, {\"column\": \"Town\", \"folder\":"
                + " \"towns\"}]",
            "\"acknowledge\": [{\"finding\": \"subject.suspect\", \"reason\": \"it is right\"}]");
    Begun copy = engine.begin("Again", new Start.CopyOf(Path.of(mailshot)));
    MailshotFile made = copy.file();
    assertThat(made.id()).isNotEqualTo(engine.open(Path.of(mailshot)).id());
    assertThat(made.document().recipients()).isEqualTo(Recipients.none());
    assertThat(made.document().acknowledge()).isEmpty();
    assertThat(made.document().subject()).isEqualTo("News");
    assertThat(made.document().from()).isEqualTo("Choir <news@choir.example>");
    assertThat(made.document().attachments()).hasSize(1);
    assertThat(made.folder().resolve("pictures/choir.png")).exists();
    assertThat(made.folder().resolve("pictures/hall/hall-200.jpg")).exists();
    // Without it the picture could not be made larger in the copy.
    assertThat(made.folder().resolve("pictures/hall/original.jpg")).exists();
    assertThat(made.folder().resolve("programme.txt")).exists();
    assertThat(made.folder().resolve("members.csv")).doesNotExist();
    assertThat(copy.notTaken()).isEqualTo(Set.of(NotTaken.PEOPLE, NotTaken.FILES));
    try (var all = Files.walk(made.folder())) {
      assertThat(all.filter(Files::isRegularFile))
          .allSatisfy(
              one ->
                  assertThat(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1))
                      .doesNotContain(Office.address(1)));
    }
  }

  /// Pictures of a text in Markdown stayed behind without a word.
  @Test
  void aCopyOfMarkdownHasItsPictures() throws Exception {
    office.list(3);
    office.write("my pictures/choir.png", new byte[] {1, 2, 3});
    office.write("letter.md", "Dear {{Name}}\n\n![we](my%20pictures/choir.png)\n");
    String mailshot = office.document("\"subject\": \"News\", \"markdown\": \"letter.md\"");

    Begun copy = engine.begin("Again", new Start.CopyOf(Path.of(mailshot)));

    assertThat(copy.file().folder().resolve("my pictures/choir.png")).exists();
    assertThat(copy.notTaken()).isEqualTo(Set.of(NotTaken.PEOPLE));
  }

  private String html(Begun begun) throws Exception {
    return engine.readBody(begun.file(), Objects.requireNonNull(begun.file().document().html()));
  }
}
