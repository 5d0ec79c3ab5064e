package org.postroom.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A key of 32 random bytes, in hex, in a file that only its owner may read. Made once, then never
/// changed: with another key the same letter would get another Message-ID.
final class KeyFile {
  static final int BYTES = 32;

  private KeyFile() {}

  static byte[] readOrMake(Path file) throws WorkspaceException {
    try {
      if (Files.notExists(file)) {
        byte[] text = HexFormat.of().formatHex(random()).getBytes(StandardCharsets.US_ASCII);
        PrivateFiles.make(file, text);
      }
      byte[] key = parse(Files.readString(file, StandardCharsets.US_ASCII));
      if (key != null) {
        return key;
      }
    } catch (IOException e) {
      throw WorkspaceException.of(file, e);
    }
    String name = String.valueOf(file.getFileName());
    throw new WorkspaceException(WorkspaceException.Fault.DAMAGED, file, name, null);
  }

  static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /// Null where the text is no key.
  static byte @Nullable [] parse(String hex) {
    try {
      byte[] key = HexFormat.of().parseHex(hex.strip());
      return key.length == BYTES ? key : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
