package org.postroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;

/// Which file it is, however it was reached: its path after links, and the file system's own key
/// (device and inode), which two hard links share. Windows gives no such key.
///
/// @param path after links, NFC
/// @param key of the file system, or empty
record FileIdentity(String path, String key) {
  private static final char BETWEEN = '\n';

  static FileIdentity of(Path file) throws IOException {
    Path real = file.toRealPath();
    Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
    return new FileIdentity(
        Normalizer.normalize(real.toString(), Normalizer.Form.NFC),
        key == null ? "" : key.toString());
  }

  /// The form that [org.postroom.message.FileCandidate#fileKey] has.
  String text() {
    return path + BETWEEN + key;
  }

  static FileIdentity read(String text) {
    int between = text.lastIndexOf(BETWEEN);
    return between < 0
        ? new FileIdentity(text, "")
        : new FileIdentity(text.substring(0, between), text.substring(between + 1));
  }

  boolean isSameAs(FileIdentity other) {
    return (!path.isEmpty() && path.equals(other.path))
        || (!key.isEmpty() && key.equals(other.key));
  }

  /// One text for one file: the key where there is one.
  String one() {
    return key.isEmpty() ? path : key;
  }
}
