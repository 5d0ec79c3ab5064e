package org.postroom.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.ReceivedMessage;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Begun.NotTaken;
import org.postroom.extract.WordHtml;
import org.postroom.files.DurableFiles;
import org.postroom.richtext.HtmlReader;
import org.postroom.richtext.HtmlWriter;
import org.postroom.richtext.Loss;
import org.postroom.richtext.MarkdownReader;
import org.postroom.richtext.PasteCleaner;
import org.postroom.richtext.PictureTaking;
import org.postroom.richtext.Reading;
import org.postroom.template.Markdown;

/// New mailshots that begin with a text. Texts from elsewhere go through the same cleaning as what
/// is pasted: no scripts, nothing hidden, nothing from the web.
final class Starting {
  private static final String FOLDER = "/org/postroom/start/";
  private static final String HTML = "letter.html";
  private static final String MARKDOWN = "letter.md";
  private static final String TEXT = "letter.txt";

  /// What makes a page look as it does, and has no words in our text.
  private static final String LAYOUT =
      "style, table table, font, center, [bgcolor], [background], [style*=background],"
          + " [style*=float], [style*=font], [style*=padding]";

  private static final long MOST_BYTES = 40L << 20;

  private final Documents documents;

  Starting(Documents documents) {
    this.documents = documents;
  }

  Begun begin(String name, Start start) throws ProblemException {
    return switch (start) {
      case Start.FromTemplate(Start.Template template) -> template(name, template);
      case Start.FromFile(Path file) -> file(name, file);
      case Start.CopyOf(Path mailshot) -> copy(name, documents.open(mailshot));
    };
  }

  // --- templates

  private Begun template(String name, Start.Template template) throws ProblemException {
    String source = resource(template.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md");
    // The first line is the subject, an empty one follows.
    int end = source.indexOf('\n');
    String html = HtmlWriter.write(MarkdownReader.read(source.substring(end + 1).strip() + "\n"));
    return new Begun(
        begun(name, source.substring(0, end).strip(), new Texts(null, html, null)),
        Map.of(),
        Set.of());
  }

  private static String resource(String name) {
    try (InputStream in = Starting.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("our own template " + name, e);
    }
  }

  // --- files

  private Begun file(String name, Path file) throws ProblemException {
    String shown = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Problems.of(Problem.Kind.FILE, "start.too-large", shown);
      }
      byte[] bytes = Files.readAllBytes(file);
      String ending = shown.substring(shown.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return switch (ending) {
        case "eml" -> mail(name, bytes);
        case "html", "htm" ->
            cleaned(
                name,
                "",
                TextFiles.decode(bytes),
                EnumSet.noneOf(NotTaken.class),
                folder -> TakenPictures.besidePage(folder, file));
        case "docx" ->
            cleaned(
                name,
                "",
                WordHtml.of(bytes),
                EnumSet.noneOf(NotTaken.class),
                TakenPictures::inText);
        case "md", "markdown" -> markdown(name, TextFiles.decode(bytes), file);
        case "txt" -> plain(name, new Texts(TextFiles.decode(bytes), null, null));
        default -> throw Problems.of(Problem.Kind.FILE, "start.unknown", shown);
      };
    } catch (IOException | IllegalArgumentException e) {
      throw Problems.of(e, Problem.Kind.FILE, "start.unreadable", shown);
    }
  }

  /// Subject and text. Whoever it was to, and what it had as files, stays behind.
  private Begun mail(String name, byte[] bytes) throws ProblemException {
    ReceivedMessage mail = ReceivedMessage.parse(bytes);
    Set<NotTaken> not = EnumSet.of(NotTaken.PEOPLE);
    if (!mail.attachments().isEmpty()) {
      not.add(NotTaken.FILES);
    }
    String html = mail.html();
    if (html != null) {
      return cleaned(name, mail.subject(), html, not, folder -> TakenPictures.ofMail(folder, mail));
    }
    return new Begun(
        begun(name, mail.subject(), new Texts(mail.text(), null, null)), Map.of(), not);
  }

  private Begun cleaned(
      String name,
      String subject,
      String html,
      Set<NotTaken> not,
      Function<PictureFolder, PictureTaking> pictures)
      throws ProblemException {
    MailshotFile made = documents.create(name);
    Reading reading = PasteCleaner.clean(html, pictures.apply(new PictureFolder(made.folder())));
    Map<Loss, Integer> lost = reading.lost();
    if (!HtmlReader.isOurs(html) && !Jsoup.parse(html).select(LAYOUT).isEmpty()) {
      not.add(NotTaken.LAYOUT);
    }
    Texts texts = new Texts(null, HtmlWriter.write(reading.text()), null);
    return new Begun(begun(made, subject, texts), lost, not);
  }

  /// The text stays as it is, but for where its pictures lie.
  private Begun markdown(String name, String text, Path file) throws ProblemException {
    MailshotFile made = documents.create(name);
    PictureTaking taking = TakenPictures.besidePage(new PictureFolder(made.folder()), file);
    Set<NotTaken> not = EnumSet.noneOf(NotTaken.class);
    String moved = text;
    for (ImageSources.Source picture : ImageSources.of(Markdown.toHtml(text))) {
      PictureTaking.Taken taken = taking.take(picture.written(), 0).orElse(null);
      String before = moved;
      if (taken != null) {
        moved = moved.replace("](" + picture.written(), "](" + taken.source());
      }
      if (moved.equals(before)) {
        not.add(NotTaken.FILES);
      }
    }
    return new Begun(begun(made, "", new Texts(null, null, moved)), Map.of(), not);
  }

  private Begun plain(String name, Texts texts) throws ProblemException {
    return new Begun(begun(name, "", texts), Map.of(), Set.of());
  }

  // --- copies

  /// Text, pictures and files. Not the list, nor what belongs to it, and nothing that was confirmed
  /// or scheduled.
  private Begun copy(String name, MailshotFile of) throws ProblemException {
    MailshotDocument from = of.document();
    Texts texts =
        new Texts(body(of, from.text()), body(of, from.html()), body(of, from.markdown()));
    MailshotFile made = begun(name, from.subject(), texts);
    Set<NotTaken> not = EnumSet.noneOf(NotTaken.class);
    if (!from.recipients().file().isEmpty()) {
      not.add(NotTaken.PEOPLE);
    }
    List<AttachmentEntry> files = new ArrayList<>();
    for (AttachmentEntry entry : from.attachments()) {
      if (entry instanceof AttachmentEntry.ForAll(String file) && taken(of, made, file)) {
        files.add(entry);
      } else {
        // A file for each person belongs to the list.
        not.add(NotTaken.FILES);
      }
    }
    for (ImageSources.Source picture : pictures(texts)) {
      if (!pictureTaken(of, made, picture)) {
        not.add(NotTaken.FILES);
      }
    }
    MailshotDocument document =
        new DocumentEdit(made.document())
            .kind(from.kind())
            .delivery(from.delivery())
            .from(from.from())
            .replyTo(from.replyTo())
            .attachments(files)
            .unsubscribeMailto(from.unsubscribeMailto())
            .postalAddress(from.postalAddress())
            .document();
    return new Begun(documents.save(made.with(document)), Map.of(), not);
  }

  private @Nullable String body(MailshotFile file, @Nullable String name) throws ProblemException {
    return name == null ? null : documents.readBody(file, name);
  }

  /// Relative paths under the document's folder, as the text names them.
  private static List<ImageSources.Source> pictures(Texts texts) {
    String markdown = texts.markdown();
    String html = markdown == null ? texts.html() : Markdown.toHtml(markdown);
    return html == null ? List.of() : ImageSources.of(html);
  }

  private static boolean pictureTaken(MailshotFile of, MailshotFile made, ImageSources.Source from)
      throws ProblemException {
    for (String name : from.names()) {
      if (taken(of, made, name)) {
        // And what it was made of, so that it can be made larger in the copy as well.
        Path folder = of.folder().toAbsolutePath().normalize();
        Path original = new PictureFolder(folder).original(name).orElse(null);
        if (original != null) {
          taken(of, made, folder.relativize(original).toString());
        }
        return true;
      }
    }
    return false;
  }

  private static boolean taken(MailshotFile of, MailshotFile made, String relative)
      throws ProblemException {
    try {
      Path source = of.folder().resolve(relative).normalize();
      Path target = made.folder().resolve(relative).normalize();
      if (!source.startsWith(of.folder())
          || !target.startsWith(made.folder())
          || !Files.isRegularFile(source)) {
        return false;
      }
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      DurableFiles.write(target, Files.readAllBytes(source));
      return true;
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.unreadable", relative);
    }
  }

  // --- what is begun

  private record Texts(@Nullable String text, @Nullable String html, @Nullable String markdown) {}

  private MailshotFile begun(String name, String subject, Texts texts) throws ProblemException {
    return begun(documents.create(name), subject, texts);
  }

  private MailshotFile begun(MailshotFile made, String subject, Texts texts)
      throws ProblemException {
    DocumentEdit edit =
        new DocumentEdit(made.document()).subject(subject.replaceAll("\\s+", " ").strip());
    edit = edit.text(written(made, TEXT, texts.text()));
    edit = edit.html(written(made, HTML, texts.html()));
    edit = edit.markdown(written(made, MARKDOWN, texts.markdown()));
    return documents.save(made.with(edit.document()));
  }

  private @Nullable String written(MailshotFile file, String name, @Nullable String text)
      throws ProblemException {
    if (text == null) {
      return null;
    }
    documents.writeBody(file, name, text);
    return name;
  }
}
