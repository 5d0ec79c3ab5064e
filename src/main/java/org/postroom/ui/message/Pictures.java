package org.postroom.ui.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.postroom.engine.PictureFolder;
import org.postroom.engine.PictureFolder.Brought;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.TakenPictures;
import org.postroom.pictures.Picture;
import org.postroom.pictures.PictureReading.Refusal;
import org.postroom.richtext.PasteCleaner;
import org.postroom.richtext.Reading;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.message.PictureDialog.Which;

/// Brings pictures beside the mailshot: a letter takes them from there, and they move with it.
/// Read, turned and made smaller off the user-interface thread.
final class Pictures {
  private static final String OF_THE_CLIPBOARD = "picture.png";

  private final UiContext context;
  private final Texts texts;
  private final MailshotModel mailshot;
  private final PictureDialog dialog;
  private final Consumer<Embed.Picture> then;
  private final Consumer<Problem> onProblem;

  /// @param then told the picture, with what it shows in words
  Pictures(
      UiContext context,
      MailshotModel mailshot,
      PictureDialog dialog,
      Consumer<Embed.Picture> then,
      Consumer<Problem> onProblem) {
    this.context = context;
    this.texts = context.texts();
    this.mailshot = mailshot;
    this.dialog = dialog;
    this.then = then;
    this.onProblem = onProblem;
  }

  /// True for what people call a picture. Some of them are refused later, with the reason.
  static boolean isPicture(Path file) {
    String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(png|jpe?g|gif|bmp|tiff?|webp|hei[cf]|avif|svg)");
  }

  /// Files from anywhere, one after the other; each is copied where it does not lie below the
  /// mailshot's folder already, and of each it is asked what it shows.
  void bring(List<Path> pictures) {
    bring(pictures, 0, new ArrayList<>());
  }

  private void bring(List<Path> pictures, int index, List<Problem> wrong) {
    if (index == pictures.size()) {
      told(wrong);
      return;
    }
    Path picture = pictures.get(index);
    Runnable next = () -> bring(pictures, index + 1, wrong);
    Which which =
        pictures.size() == 1 ? null : new Which(name(picture), index + 1, pictures.size());
    Consumer<Problem> failed =
        problem -> {
          wrong.add(problem);
          next.run();
        };
    bring(
        name(picture),
        folder -> folder.bring(picture),
        brought ->
            dialog.show(
                brought,
                which,
                said ->
                    resized(
                        brought,
                        said,
                        ready -> {
                          then.accept(ready);
                          next.run();
                        },
                        failed),
                next),
        failed);
  }

  /// Of several pictures that were refused each is named.
  private void told(List<Problem> wrong) {
    if (wrong.isEmpty()) {
      return;
    }
    Problem first = wrong.getFirst();
    onProblem.accept(
        new Problem(
            first.kind(),
            said(wrong, Problem::happened),
            first.kept(),
            said(wrong, Problem::next)));
  }

  private static String said(List<Problem> wrong, Function<Problem, String> what) {
    return wrong.stream().map(what).distinct().collect(Collectors.joining(" "));
  }

  /// What was copied elsewhere, with the pictures that stand in it.
  void paste(String html, Consumer<Reading> pasted) {
    Path folder = mailshot.file().folder();
    context
        .tasks()
        .work(_ -> PasteCleaner.clean(html, TakenPictures.inText(new PictureFolder(folder))))
        .onSuccess(pasted)
        .onProblem(onProblem)
        .start();
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
        brought ->
            dialog.show(brought, null, said -> resized(brought, said, then, onProblem), () -> {}),
        onProblem);
  }

  /// What it shows and how large, of a picture that is in the text already.
  void edit(Embed.Picture picture, Consumer<Embed.Picture> changed) {
    dialog.show(picture, null, said -> resized(picture, said, changed, onProblem), () -> {});
  }

  @FunctionalInterface
  private interface Bringing {
    Brought from(PictureFolder folder) throws IOException;
  }

  private void bring(
      String name, Bringing bringing, Consumer<Embed.Picture> shown, Consumer<Problem> failed) {
    Path folder = mailshot.file().folder();
    context
        .tasks()
        .work(_ -> brought(name, folder, bringing))
        .onSuccess(shown)
        .onProblem(failed)
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
      throw unread(name, folder, e);
    }
  }

  /// Made anew of what was kept, where another width was asked for.
  private void resized(
      Embed.Picture before,
      Embed.Picture said,
      Consumer<Embed.Picture> changed,
      Consumer<Problem> failed) {
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
                throw unread(said.source(), folder, e);
              }
            })
        .onSuccess(changed)
        .onProblem(failed)
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

  private ProblemException unread(String name, Path folder, IOException why) {
    return new ProblemException(
        new Problem(
            Problem.Kind.FILE,
            texts.get("message.picture.outside.happened", name),
            texts.get("message.picture.outside.kept"),
            texts.get("message.picture.outside.next", folder)),
        why);
  }
}
