package org.postroom.ui.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.MailshotModel;

/// The pictures of the text as the editor shows them: unpacked in the background, no larger than
/// they are shown, and kept for as long as their file stays the same, because the editor makes a
/// line anew with every key.
final class ShownPictures {
  private static final long LARGEST = 50L << 20;
  private static final int KEPT = 24;
  private static final int SHARPNESS = 2;

  private final MailshotModel mailshot;
  private final LinkedHashMap<Key, Image> images = new LinkedHashMap<>(KEPT, 0.75f, true);

  private record Key(Path file, FileTime changed, long size, int width) {}

  ShownPictures(MailshotModel mailshot) {
    this.mailshot = mailshot;
  }

  /// @param written as the HTML has it
  /// @param width in CSS pixels; 0 for its own
  /// @return perhaps still being read; null where there is no such file below the mailshot's folder
  @Nullable Image of(String written, int width) {
    try {
      Path folder = mailshot.file().folder().toAbsolutePath().normalize();
      Path file = folder.resolve(written.replace("%20", " ")).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        return null;
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        return null;
      }
      Image image =
          images.computeIfAbsent(
              new Key(file, Files.getLastModifiedTime(file), size, width), ShownPictures::read);
      if (images.size() > KEPT) {
        images.pollFirstEntry();
      }
      return image;
    } catch (InvalidPathException | IOException e) {
      return null; // The review says that it is missing.
    }
  }

  private static Image read(Key key) {
    double wide = key.width() == 0 ? 0 : SHARPNESS * Math.min(EmbedLook.WIDEST, key.width());
    return new Image(key.file().toUri().toString(), wide, 0, true, true, true);
  }
}
