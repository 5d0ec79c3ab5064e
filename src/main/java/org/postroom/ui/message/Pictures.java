package org.postroom.ui.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.postroom.engine.PictureFolder;
import org.postroom.engine.PictureFolder.Brought;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.pictures.Picture;
import org.postroom.pictures.PictureReading.Refusal;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// Brings pictures beside the mailshot: a letter takes them from there, and they move with it.
/// Read, turned and made smaller off the user-interface thread.
final class Pictures {
  private static final String OF_THE_CLIPBOARD = "picture.png";

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final MessageDialogs dialogs;
  private final Consumer<Embed.Picture> then;
  private final Consumer<Problem> onProblem;

  /// @param then told the picture, with what it shows in words
  Pictures(
      UiContext context,
      MailshotModel mailshot,
      MessageDialogs dialogs,
      Consumer<Embed.Picture> then,
      Consumer<Problem> onProblem) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.dialogs = dialogs;
    this.then = then;
    this.onProblem = onProblem;
  }

  /// True for what people call a picture. Some of them are refused later, with the reason.
  static boolean isPicture(Path file) {
    String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(png|jpe?g|gif|bmp|tiff?|webp|hei[cf]|avif|svg)");
  }

  /// Several at once go in as they are; what one shows can be said with Enter on it.
  void bring(List<Path> pictures) {
    if (pictures.size() == 1) {
      bring(pictures.getFirst());
    } else {
      pictures.forEach(picture -> bring(name(picture), folder -> folder.bring(picture), then));
    }
  }

  /// A file from anywhere; it is copied where it does not lie below the mailshot's folder already.
  void bring(Path picture) {
    bring(name(picture), folder -> folder.bring(picture), this::ask);
  }

  /// A picture that is no file, such as one of the clipboard.
  void bring(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE / 8) {
      onProblem.accept(refused(OF_THE_CLIPBOARD, Refusal.TOO_MANY_POINTS));
      return;
    }
    int[] points = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
    bring(
        OF_THE_CLIPBOARD,
        folder -> folder.bring(Picture.png(points, width, height), OF_THE_CLIPBOARD),
        this::ask);
  }

  /// What it shows and how large, of a picture that is in the text already.
  void edit(Embed.Picture picture, Consumer<Embed.Picture> changed) {
    dialogs.picture(picture, said -> resized(picture, said, changed));
  }

  @FunctionalInterface
  private interface Bringing {
    Brought from(PictureFolder folder) throws IOException;
  }

  private void bring(String name, Bringing bringing, Consumer<Embed.Picture> shown) {
    Path folder = mailshot.file().folder();
    context
        .tasks()
        .work(_ -> brought(name, folder, bringing))
        .onSuccess(shown)
        .onProblem(onProblem)
        .start();
  }

  private Embed.Picture brought(String name, Path folder, Bringing bringing)
      throws ProblemException {
    try {
      return switch (bringing.from(new PictureFolder(folder))) {
        case Brought.Taken(String source, int width) -> new Embed.Picture(source, "", width);
        case Brought.Refused(Refusal why) -> throw new ProblemException(refused(name, why));
      };
    } catch (IOException e) {
      throw failed(name, folder, e);
    }
  }

  /// What it shows, before it goes in.
  private void ask(Embed.Picture picture) {
    dialogs.picture(picture, said -> resized(picture, said, then));
  }

  /// Made anew of what was kept, where another width was asked for.
  private void resized(Embed.Picture before, Embed.Picture said, Consumer<Embed.Picture> changed) {
    if (said.width() == before.width()) {
      changed.accept(said);
      return;
    }
    Path folder = mailshot.file().folder();
    context
        .tasks()
        .work(
            _ -> {
              try {
                Brought.Taken taken = new PictureFolder(folder).resize(said.source(), said.width());
                return new Embed.Picture(taken.source(), said.alt(), taken.width());
              } catch (IOException e) {
                throw failed(said.source(), folder, e);
              }
            })
        .onSuccess(changed)
        .onProblem(onProblem)
        .start();
  }

  private static String name(Path picture) {
    return Objects.toString(picture.getFileName(), picture.toString());
  }

  private Problem refused(String name, Refusal why) {
    String key = "message.picture.refused." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        Problem.Kind.FILE,
        texts.get(key + ".happened", name),
        texts.get("message.picture.outside.kept"),
        texts.get(key + ".next"));
  }

  private ProblemException failed(String name, Path folder, IOException why) {
    return new ProblemException(
        new Problem(
            Problem.Kind.FILE,
            texts.get("message.picture.outside.happened", name),
            texts.get("message.picture.outside.kept"),
            texts.get("message.picture.outside.next", folder)),
        why);
  }
}
