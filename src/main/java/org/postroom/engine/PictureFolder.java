package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.files.DurableFiles;
import org.postroom.message.Blob;
import org.postroom.pictures.Fitted;
import org.postroom.pictures.Picture;
import org.postroom.pictures.PictureKind;
import org.postroom.pictures.PictureReading;
import org.postroom.pictures.PictureReading.Refusal;

/// The pictures beside a mailshot, which move with it. A picture that travels as it came lies in
/// `pictures/`. Of one that was made smaller, `pictures/NAME/` holds the file as it came, called
/// `original`, and what the letters took, one file for each width: a larger one is made of the
/// original again. Nothing is ever deleted: an older version of the text may show it.
public final class PictureFolder {
  private static final String FOLDER = "pictures";
  private static final String ORIGINAL = "original.";
  private static final int NAMES_TRIED = 1000;

  private final Path folder;

  /// @param folder that the document lies in
  public PictureFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// What came of bringing a picture.
  public sealed interface Brought {
    /// @param source for the HTML, relative to the document
    /// @param width to show it with, in CSS pixels; 0 for its own
    record Taken(String source, int width) implements Brought {}

    /// It is not shown by mail programs; nothing was written.
    record Refused(Refusal why) implements Brought {}
  }

  /// Brings a file from anywhere.
  ///
  /// @throws IOException where it cannot be read, or nothing be written beside the mailshot
  public Brought bring(Path file) throws IOException {
    if (Files.size(file) > Picture.LARGEST) {
      return new Brought.Refused(Refusal.TOO_LARGE); // Before it is read.
    }
    Path whole = file.toAbsolutePath().normalize();
    Path below = whole.startsWith(folder) ? folder.relativize(whole) : null;
    return bring(Files.readAllBytes(file), String.valueOf(file.getFileName()), below);
  }

  /// Brings a picture that has no file.
  ///
  /// @param name what its file is called
  /// @throws IOException where nothing can be written beside the mailshot
  public Brought bring(byte[] content, String name) throws IOException {
    return bring(content, name, null);
  }

  private Brought bring(byte[] content, String name, @Nullable Path below) throws IOException {
    Picture picture;
    switch (Picture.read(content)) {
      case PictureReading.Refused(Refusal why) -> {
        return new Brought.Refused(why);
      }
      case PictureReading.Usable(Picture usable) -> picture = usable;
    }
    int shown = picture.shown();
    Optional<Fitted> fitted = picture.fit(shown);
    if (fitted.isEmpty()) {
      return new Brought.Refused(Refusal.NO_PICTURE);
    }
    byte[] travels = fitted.get().content().bytes();
    if (Arrays.equals(travels, content)) {
      String source =
          below == null
              ? write(content, plain(name), picture.kind())
              : below.toString().replace('\\', '/').replace(" ", "%20");
      return new Brought.Taken(source, shown);
    }
    String kept = keep(content, plain(name), picture.kind());
    return new Brought.Taken(write(fitted.get(), kept), shown);
  }

  /// The same picture for another width, made of its original where that is kept.
  ///
  /// @param source as the HTML has it
  /// @param shown in CSS pixels; 0 for its own, at most [Picture#WIDEST]
  /// @return what to show, and how wide; as it was where there is no original or no need
  /// @throws IOException where nothing can be written beside the mailshot
  public Brought.Taken resize(String source, int shown) throws IOException {
    Optional<Path> original = original(source);
    if (original.isEmpty()
        || !(Picture.read(Files.readAllBytes(original.get()))
            instanceof PictureReading.Usable(Picture picture))) {
      return new Brought.Taken(source, shown);
    }
    int width = shown == 0 ? picture.shown() : shown;
    Optional<Fitted> fitted = picture.fit(width);
    if (fitted.isEmpty()) {
      return new Brought.Taken(source, shown);
    }
    String name = String.valueOf(Objects.requireNonNull(original.get().getParent()).getFileName());
    return new Brought.Taken(write(fitted.get(), name), width);
  }

  /// The file that a picture of a letter was made of, where it is kept and can be found.
  Optional<Path> original(String source) {
    Path file;
    try {
      file = folder.resolve(source.replace("%20", " ")).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty(); // Such as `cid:` on Windows.
    }
    Path pictures = folder.resolve(FOLDER);
    Path own = file.getParent();
    if (own == null || !pictures.equals(own.getParent()) || !Files.isDirectory(own)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files
          .filter(each -> String.valueOf(each.getFileName()).startsWith(ORIGINAL))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // The picture itself is there.
    }
  }

  // --- files

  private static String plain(String name) {
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^\\p{Alnum}._-]+", "-");
    stem = stem.replaceAll("^[-.]+|[-.]+$", "");
    return stem.isEmpty() ? "picture" : stem;
  }

  /// Writes a file that travels as it is; the same one is there once.
  private String write(byte[] content, String stem, PictureKind kind) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve(FOLDER));
    for (String tried : names(stem)) {
      Path file = pictures.resolve(tried + "." + kind.ending());
      boolean free = !Files.exists(file);
      if (free) {
        DurableFiles.write(file, content);
      }
      if (free || holds(file, content)) {
        return FOLDER + "/" + file.getFileName();
      }
    }
    throw new IOException("no name is free for " + stem);
  }

  /// Keeps a file as it came.
  ///
  /// @return the name of its folder
  private String keep(byte[] content, String stem, PictureKind kind) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve(FOLDER));
    for (String tried : names(stem)) {
      Path own = pictures.resolve(tried);
      Path file = own.resolve(ORIGINAL + kind.ending());
      boolean free = !Files.exists(own);
      if (free) {
        Files.createDirectories(own);
        DurableFiles.write(file, content);
      }
      if (free || (Files.exists(file) && holds(file, content))) {
        return tried;
      }
    }
    throw new IOException("no name is free for " + stem);
  }

  private String write(Fitted fitted, String name) throws IOException {
    String file = name + "-" + fitted.width() + "." + fitted.kind().ending();
    Path path = folder.resolve(FOLDER).resolve(name).resolve(file);
    Blob content = fitted.content();
    if (!Files.exists(path) || !holds(path, content.bytes())) {
      DurableFiles.write(path, content.bytes());
    }
    return FOLDER + "/" + name + "/" + file;
  }

  private static List<String> names(String stem) {
    return Stream.iterate(1, i -> i + 1)
        .limit(NAMES_TRIED)
        .map(i -> i == 1 ? stem : stem + "-" + i)
        .toList();
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
  }
}
