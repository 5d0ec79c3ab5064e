package org.postroom.ui.message;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.richtext.HtmlReader;
import org.postroom.richtext.HtmlWriter;
import org.postroom.richtext.Loss;
import org.postroom.richtext.MarkdownReader;
import org.postroom.richtext.MarkdownWriter;
import org.postroom.richtext.Reading;
import org.postroom.richtext.RichText;
import org.postroom.template.HtmlToText;
import org.postroom.template.Markdown;
import org.postroom.ui.common.BodyPart;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// The text of a mailshot without nodes: one text with formatting, kept as Markdown for as long as
/// Markdown can say it and as HTML otherwise, and the plain text beside it, which is made by itself
/// until somebody writes it.
final class BodyModel {
  private static final Pattern WHITE = Pattern.compile("[\\s\u00A0]+");
  private static final int NAMES_TRIED = 20;

  private final MailshotModel mailshot;
  private final Map<BodyPart, String> names = new EnumMap<>(BodyPart.class);
  private final ReadOnlyObjectWrapper<@Nullable String> note = new ReadOnlyObjectWrapper<>();
  private final Tasks tasks;
  private Tasks.@Nullable Running writing;
  private @Nullable Supplier<RichText> unwritten;
  private boolean losesAccepted;

  /// What the letters' text is made of.
  enum Main {
    MARKDOWN,
    HTML,
    /// Plain text alone.
    TEXT
  }

  /// The text for the editor.
  ///
  /// @param whole true where editing it loses nothing
  /// @param lost what would be lost, where that is known
  record Rich(RichText text, boolean whole, Map<Loss, Integer> lost) {}

  BodyModel(Postroom engine, Tasks tasks, MailshotModel mailshot) {
    this.mailshot = mailshot;
    this.tasks = tasks;
    mailshot.beforeWriting(this::flush);
    MailshotFile now = mailshot.file();
    tasks
        .work(_ -> freeNames(engine, now))
        .onSuccess(free -> free.forEach(names::putIfAbsent))
        .start();
  }

  /// A file that is there already and belongs to something else is never written over.
  private static Map<BodyPart, String> freeNames(Postroom engine, MailshotFile file)
      throws ProblemException {
    Map<BodyPart, String> free = new EnumMap<>(BodyPart.class);
    for (BodyPart part : BodyPart.values()) {
      if (part.file(file.document()) != null) {
        continue;
      }
      String name = name(part, 1);
      for (int i = 2; i <= NAMES_TRIED && !engine.readBody(file, name).isEmpty(); i++) {
        name = name(part, i);
      }
      free.put(part, name);
    }
    return free;
  }

  private static String name(BodyPart part, int number) {
    String ending =
        switch (part) {
          case MARKDOWN -> ".md";
          case HTML -> ".html";
          case TEXT -> ".txt";
        };
    return "letter" + (number > 1 ? "-" + number : "") + ending;
  }

  private String file(BodyPart part) {
    String now = part.file(mailshot.document());
    if (now != null) {
      names.put(part, now);
      return now;
    }
    return names.getOrDefault(part, name(part, 1));
  }

  /// What has happened to the text besides what was typed, as a key of the bundle; or null.
  ReadOnlyObjectProperty<@Nullable String> noteProperty() {
    return note.getReadOnlyProperty();
  }

  Main main() {
    MailshotDocument document = mailshot.document();
    if (document.html() != null) {
      return Main.HTML;
    }
    return document.markdown() != null || document.text() == null ? Main.MARKDOWN : Main.TEXT;
  }

  private String body(BodyPart part) {
    return mailshot.bodies().body(part);
  }

  // --- as the editor shows it

  Rich rich() {
    return switch (main()) {
      case MARKDOWN -> {
        String source = body(BodyPart.MARKDOWN);
        yield new Rich(
            MarkdownReader.read(source), losesAccepted || MarkdownReader.isWhole(source), Map.of());
      }
      case HTML -> {
        String source = body(BodyPart.HTML);
        Reading read = HtmlReader.read(source);
        boolean whole = losesAccepted || source.isBlank() || HtmlReader.isOurs(source);
        yield new Rich(read.text(), whole, read.lost());
      }
      case TEXT -> new Rich(Pasting.plain(body(BodyPart.TEXT)), true, Map.of());
    };
  }

  /// From now on the text is what the editor has of it.
  void acceptLosses() {
    losesAccepted = true;
  }

  /// Takes over what was written in the editor. It is put into Markdown or HTML off the
  /// user-interface thread, which takes 30 ms for 60 KB; of several the latest counts.
  ///
  /// @param then told the text when that is done
  void rich(Supplier<RichText> written, Consumer<RichText> then) {
    if (writing != null) {
      writing.cancel();
    }
    unwritten = written;
    boolean markdown = main() == Main.MARKDOWN;
    writing =
        tasks
            .work(_ -> Written.of(written.get(), markdown))
            .onSuccess(
                made -> {
                  if (written.equals(unwritten)) {
                    unwritten = null;
                    take(made);
                    then.accept(made.text());
                  }
                })
            .start();
  }

  /// Takes over at once what is still being put into Markdown or HTML.
  void flush() {
    Supplier<RichText> written = unwritten;
    if (written != null) {
      unwritten = null;
      take(Written.of(written.get(), main() == Main.MARKDOWN));
    }
  }

  /// @param markdown null where Markdown cannot say it, or is not asked
  /// @param html empty where there is Markdown
  private record Written(RichText text, @Nullable String markdown, String html) {
    private static Written of(RichText text, boolean asMarkdown) {
      RichText linked = text.linked();
      String markdown = asMarkdown ? MarkdownWriter.write(linked).orElse(null) : null;
      return new Written(text, markdown, markdown == null ? HtmlWriter.write(linked) : "");
    }
  }

  private void take(Written made) {
    if (main() == Main.MARKDOWN) {
      if (made.markdown() != null) {
        mailshot.editBody(BodyPart.MARKDOWN, made.markdown());
        return;
      }
      note.set("message.note.now-html");
    }
    toHtml(made.html().isEmpty() ? HtmlWriter.write(made.text().linked()) : made.html());
  }

  // --- as its sources

  /// Empty where Markdown cannot say it.
  Optional<String> markdown() {
    return switch (main()) {
      case MARKDOWN -> Optional.of(body(BodyPart.MARKDOWN));
      case HTML -> {
        Rich rich = rich();
        yield rich.whole() ? MarkdownWriter.write(rich.text()) : Optional.empty();
      }
      case TEXT -> Optional.empty();
    };
  }

  void markdown(String source) {
    losesAccepted = false;
    if (main() != Main.MARKDOWN) {
      note.set("message.note.now-markdown");
      toMarkdown(source);
    } else {
      mailshot.editBody(BodyPart.MARKDOWN, source);
    }
  }

  String html() {
    return switch (main()) {
      case HTML -> body(BodyPart.HTML);
      case MARKDOWN -> {
        Rich rich = rich();
        yield rich.whole()
            ? HtmlWriter.write(rich.text())
            : Markdown.toHtml(body(BodyPart.MARKDOWN));
      }
      case TEXT -> "";
    };
  }

  void html(String source) {
    losesAccepted = false;
    if (main() != Main.HTML) {
      note.set("message.note.html-written");
    }
    toHtml(source);
  }

  private void toHtml(String source) {
    String file = file(BodyPart.HTML);
    file(BodyPart.MARKDOWN);
    mailshot.edit(d -> Edits.texts(d, d.text(), file, null));
    mailshot.editBody(BodyPart.HTML, source);
  }

  private void toMarkdown(String source) {
    String file = file(BodyPart.MARKDOWN);
    file(BodyPart.HTML);
    mailshot.edit(d -> Edits.texts(d, d.text(), null, file));
    mailshot.editBody(BodyPart.MARKDOWN, source);
  }

  // --- the plain text

  /// The plain text of the letters, as it is written or made.
  String plain() {
    return isPlainWritten() ? body(BodyPart.TEXT) : made();
  }

  /// True where somebody wrote the plain text.
  boolean isPlainWritten() {
    return mailshot.document().text() != null;
  }

  private String made() {
    return switch (main()) {
      case MARKDOWN -> HtmlToText.convert(Markdown.toHtml(body(BodyPart.MARKDOWN)));
      case HTML -> HtmlToText.convert(body(BodyPart.HTML));
      case TEXT -> body(BodyPart.TEXT);
    };
  }

  void plain(String written) {
    if (!isPlainWritten()) {
      String file = file(BodyPart.TEXT);
      mailshot.edit(
          d ->
              Edits.texts(
                  d,
                  file,
                  d.html(),
                  d.markdown() == null && d.html() == null
                      ? file(BodyPart.MARKDOWN)
                      : d.markdown()));
    }
    mailshot.editBody(BodyPart.TEXT, written);
  }

  /// How many lines of the plain text say something else than the text with formatting; 0 where it
  /// is made by itself, or alone.
  int linesThatDiffer() {
    if (!isPlainWritten() || main() == Main.TEXT) {
      return 0;
    }
    List<String> written = lines(body(BodyPart.TEXT));
    List<String> made = lines(made());
    long missing = made.stream().filter(line -> !written.contains(line)).count();
    long other = written.stream().filter(line -> !made.contains(line)).count();
    return (int) Math.max(missing, other);
  }

  private static List<String> lines(String text) {
    return text.lines()
        .map(line -> WHITE.matcher(line).replaceAll(" ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// Lets the plain text be made by itself again.
  void plainAnew() {
    flush();
    file(BodyPart.TEXT);
    mailshot.edit(d -> Edits.texts(d, null, d.html(), d.markdown()));
  }

  /// Sends plain text and nothing else, or adds formatting to it.
  void alone(boolean alone) {
    flush();
    if (alone == (main() == Main.TEXT)) {
      return;
    }
    losesAccepted = false;
    if (alone) {
      String text = plain();
      String file = file(BodyPart.TEXT);
      file(BodyPart.HTML);
      file(BodyPart.MARKDOWN);
      mailshot.edit(d -> Edits.texts(d, file, null, null));
      mailshot.editBody(BodyPart.TEXT, text);
      note.set("message.note.alone");
    } else {
      RichText text = Pasting.plain(body(BodyPart.TEXT)).linked();
      String markdown = MarkdownWriter.write(text).orElse(null);
      String file = file(markdown == null ? BodyPart.HTML : BodyPart.MARKDOWN);
      file(BodyPart.TEXT);
      mailshot.edit(
          d ->
              Edits.texts(d, null, markdown == null ? file : null, markdown == null ? null : file));
      mailshot.editBody(
          markdown == null ? BodyPart.HTML : BodyPart.MARKDOWN,
          markdown == null ? HtmlWriter.write(text) : markdown);
      note.set(null);
    }
  }
}
