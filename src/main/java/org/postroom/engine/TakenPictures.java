package org.postroom.engine;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postroom.composition.ReceivedMessage;
import org.postroom.engine.PictureFolder.Brought;
import org.postroom.message.Blob;
import org.postroom.pictures.Picture;
import org.postroom.richtext.PictureTaking;

/// Brings the pictures of a text from elsewhere beside the mailshot, through the same reading as
/// those that are dropped: upright, as large as they are shown, without place and camera. One that
/// mail programs do not show, that is damaged or that cannot be written here is left out, and the
/// cleaner counts it.
public final class TakenPictures implements PictureTaking {
  private static final String DATA = "data:image/";
  private static final String CODED = ";base64";
  private static final String UNNAMED = "picture";

  private final PictureFolder folder;
  private final Finding finding;
  private final Map<String, Optional<Taken>> taken = new HashMap<>();

  private TakenPictures(PictureFolder folder, Finding finding) {
    this.folder = folder;
    this.finding = finding;
  }

  private record Found(String name, Blob content) {}

  @FunctionalInterface
  private interface Finding {
    Optional<Found> find(String source) throws IOException;
  }

  /// Those that stand in the text itself, such as a Word document's or the clipboard's.
  public static TakenPictures inText(PictureFolder folder) {
    return new TakenPictures(folder, _ -> Optional.empty());
  }

  /// And those that lie below the folder of a page.
  static TakenPictures besidePage(PictureFolder folder, Path page) {
    Path beside = Objects.requireNonNull(page.toAbsolutePath().normalize().getParent());
    return new TakenPictures(
        folder,
        source -> {
          for (String name : ImageSources.relative(source)) {
            Path file = ImageSources.staysUnder(beside, name) ? beside.resolve(name) : null;
            if (file != null && Files.isRegularFile(file) && Files.size(file) <= Picture.LARGEST) {
              String last = String.valueOf(file.getFileName());
              return Optional.of(new Found(last, Blob.of(Files.readAllBytes(file))));
            }
          }
          return Optional.empty();
        });
  }

  /// And those that a mail carries.
  static TakenPictures ofMail(PictureFolder folder, ReceivedMessage mail) {
    return new TakenPictures(
        folder,
        source -> {
          if (!source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            return Optional.empty();
          }
          String id = source.substring(4);
          ReceivedMessage.Part part = mail.inline().get(id);
          if (part == null && id.indexOf('%') >= 0) {
            part = mail.inline().get(decoded(id));
          }
          return part == null
              ? Optional.empty()
              : Optional.of(
                  new Found(part.fileName().isEmpty() ? UNNAMED : part.fileName(), part.content()));
        });
  }

  @Override
  public Optional<Taken> take(String source, int width) {
    // A logo that stands there twice is one picture; unpacking is not done twice.
    return taken.computeIfAbsent(width + " " + source, _ -> brought(source, width));
  }

  private Optional<Taken> brought(String source, int width) {
    try {
      Optional<Found> inText = inText(source);
      Optional<Found> found = inText.isPresent() ? inText : finding.find(source);
      if (found.isEmpty()
          || !(folder.bring(found.get().content().bytes(), found.get().name())
              instanceof Brought.Taken(String here, int shown))) {
        return Optional.empty();
      }
      int wanted = Math.min(width, Picture.WIDEST);
      if (wanted == 0 || (shown > 0 && wanted >= shown)) {
        return Optional.of(new Taken(here, shown));
      }
      Brought.Taken smaller = folder.resize(here, wanted);
      return Optional.of(new Taken(smaller.source(), smaller.width()));
    } catch (IOException | IllegalArgumentException e) {
      // Counted and said as a picture that did not come along; the text is worth having without.
      return Optional.empty();
    }
  }

  /// What a `data:` URL carries (RFC 2397).
  private static Optional<Found> inText(String source) {
    int comma = source.indexOf(',');
    String head = comma < 0 ? "" : source.substring(0, comma).toLowerCase(Locale.ROOT);
    return head.startsWith(DATA) && head.endsWith(CODED)
        ? Optional.of(
            new Found(
                UNNAMED, Blob.of(Base64.getMimeDecoder().decode(source.substring(comma + 1)))))
        : Optional.empty();
  }

  private static String decoded(String id) {
    return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
