package org.postroom.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A key of 32 random bytes in a file that only its owner may read. Made once, then never changed:
/// with another key the same letter would get another Message-ID.
final class KeyFile {
  static final int BYTES = 32;

  private KeyFile() {}

  static byte[] readOrMake(Path file) throws WorkspaceException {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      byte[] key =
          HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length == BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw WorkspaceException.of(file, e);
    }
    throw damaged(file, null);
  }

  static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /// Written aside and linked into place, so that of two processes one wins and both read its key.
  private static void make(Path file) throws IOException {
    Path aside =
        file.resolveSibling(file.getFileName() + "." + HexFormat.of().formatHex(random(), 0, 8));
    PrivateFiles.createFile(aside);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      byte[] text = HexFormat.of().formatHex(random()).getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(text));
      channel.force(true);
    }
    try {
      Files.move(aside, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(aside);
    }
  }

  private static WorkspaceException damaged(Path file, @Nullable Exception e) {
    return new WorkspaceException(
        WorkspaceException.Fault.DAMAGED, file, String.valueOf(file.getFileName()), e);
  }
}
