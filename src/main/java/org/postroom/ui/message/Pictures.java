package org.postroom.ui.message;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javax.imageio.ImageIO;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// Brings pictures beside the mailshot: a letter takes them from there, and they move with it.
final class Pictures {
  private static final String FOLDER = "pictures";
  private static final int WIDEST = 600;
  private static final long LARGEST = 25L << 20;
  private static final int NAMES_TRIED = 1000;

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

  /// True for the kinds that mail programs show.
  static boolean isPicture(Path file) {
    String name = Objects.toString(file.getFileName(), "").toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(png|jpe?g|gif)");
  }

  /// Several at once go in as they are; what one shows can be said with Enter on it.
  void bring(List<Path> pictures) {
    if (pictures.size() == 1) {
      bring(pictures.getFirst());
    } else {
      pictures.forEach(picture -> bring(picture, then));
    }
  }

  /// A file from anywhere; it is copied where it does not lie below the mailshot's folder already.
  void bring(Path picture) {
    bring(picture, this::ask);
  }

  private void bring(Path picture, Consumer<Embed.Picture> shown) {
    Path folder = mailshot.file().folder().toAbsolutePath().normalize();
    context
        .tasks()
        .work(_ -> brought(picture.toAbsolutePath().normalize(), folder))
        .onSuccess(shown)
        .onProblem(onProblem)
        .start();
  }

  /// A picture that is no file, such as one of the clipboard.
  void bring(Image image) {
    Path folder = mailshot.file().folder().toAbsolutePath().normalize();
    byte[] png = png(image);
    context
        .tasks()
        .work(
            _ -> {
              try {
                return shown(write(png, folder, "picture.png"), image.getWidth());
              } catch (IOException e) {
                throw failed("picture.png", folder, e);
              }
            })
        .onSuccess(this::ask)
        .onProblem(onProblem)
        .start();
  }

  /// What it shows, before it goes in.
  private void ask(Embed.Picture picture) {
    dialogs.picture(picture, then);
  }

  private Embed.Picture brought(Path picture, Path folder) throws ProblemException {
    String name = Objects.toString(picture.getFileName(), picture.toString());
    try {
      // Before it is unpacked: a file that is too large is never held in memory.
      Image image =
          isPicture(picture) && Files.size(picture) <= LARGEST
              ? new Image(picture.toUri().toString())
              : null;
      if (image == null || image.isError()) {
        throw new ProblemException(
            new Problem(
                Problem.Kind.FILE,
                texts.get("message.picture.no-picture.happened", name),
                texts.get("message.picture.outside.kept"),
                texts.get("message.picture.no-picture.next")));
      }
      String source =
          picture.startsWith(folder)
              ? folder.relativize(picture).toString().replace('\\', '/').replace(" ", "%20")
              : write(Files.readAllBytes(picture), folder, name);
      return shown(source, image.getWidth());
    } catch (IOException e) {
      throw failed(name, folder, e);
    }
  }

  private static Embed.Picture shown(String source, double width) {
    return new Embed.Picture(source, "", width > WIDEST ? WIDEST : 0);
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

  /// @return its name below the mailshot's folder; the same picture is there once
  private static String write(byte[] content, Path folder, String name) throws IOException {
    String plain = name.replaceAll("[^\\p{Alnum}._-]+", "-");
    int dot = plain.lastIndexOf('.');
    Path pictures = Files.createDirectories(folder.resolve(FOLDER));
    for (int i = 1; i < NAMES_TRIED; i++) {
      String tried =
          i == 1 || dot < 0 ? plain : plain.substring(0, dot) + "-" + i + plain.substring(dot);
      Path file = pictures.resolve(tried);
      if (!Files.exists(file)) {
        Path part = Files.createTempFile(pictures, ".picture", ".part");
        Files.write(part, content);
        Files.move(part, file);
        return FOLDER + "/" + tried;
      }
      if (Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content)) {
        return FOLDER + "/" + tried;
      }
    }
    throw new IOException("no name is free for " + plain);
  }

  private static byte[] png(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    PixelReader pixels = image.getPixelReader();
    BufferedImage copy =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(copy, "png", out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("memory cannot fail to be written", e);
    }
    return out.toByteArray();
  }
}
