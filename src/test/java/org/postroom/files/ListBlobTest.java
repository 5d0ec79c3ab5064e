package org.postroom.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.message.Blob;
import org.postroom.message.BlobChangedException;

/// The digest of a list is that of the bytes that were read, and a change underneath is noticed.
class ListBlobTest {
  private static final String ROW = "a@x.example,Ann\n";

  @TempDir private Path folder;
  private Path file = Path.of("");
  private byte[] bytes = new byte[0];

  @BeforeEach
  void aListLargerThanItsHead() throws IOException {
    bytes = ("Email,Name\n" + ROW.repeat(40_000)).getBytes(UTF_8);
    file = Files.write(folder.resolve("list.csv"), bytes);
  }

  private static String digest(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] all(Blob blob) throws IOException {
    try (InputStream in = blob.open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void theBytesTheDigestAndTheSizeAreThoseOfTheFile() throws Exception {
    assertThat(ListBlob.of(file).sha256()).isEqualTo(digest(bytes));
    Blob blob = ListBlob.of(file);
    assertThat(all(blob)).isEqualTo(bytes);
    assertThat(blob.sha256()).isEqualTo(digest(bytes));
    assertThat(blob.size()).isEqualTo(bytes.length);
    assertThat(blob.bytes()).isEqualTo(bytes);
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    assertThat(ListBlob.of(empty).bytes()).isEmpty();
    assertThat(ListBlob.of(empty).sha256()).isEqualTo(digest(new byte[0]));
  }

  @Test
  void whatIsSkippedCountsForTheDigestToo() throws Exception {
    Blob blob = ListBlob.of(file);
    try (InputStream in = blob.open()) {
      in.skipNBytes(3);
      assertThat(in.read()).isEqualTo(bytes[3]);
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 4, bytes.length));
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(blob.sha256()).isEqualTo(digest(bytes));
  }

  @Test
  void theSizeOfAHugeListIsKnownWithoutReadingIt() throws IOException {
    Path huge = folder.resolve("huge.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(4L << 30);
    }
    assertThat(ListBlob.of(huge).size()).isEqualTo(4L << 30);
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNoticed() throws IOException {
    Blob blob = ListBlob.of(file);
    try (InputStream in = blob.open()) {
      in.skipNBytes(bytes.length / 2);
      Files.write(file, ROW.getBytes(UTF_8), StandardOpenOption.APPEND);
      assertThatThrownBy(in::readAllBytes).isInstanceOf(BlobChangedException.class);
    }
    assertThatThrownBy(blob::sha256).isInstanceOf(BlobChangedException.class);
    assertThatThrownBy(blob::bytes).isInstanceOf(BlobChangedException.class);
  }

  @Test
  void aFileThatIsWrittenAnewBeforeItIsReadIsNoticed() throws IOException {
    Blob blob = ListBlob.of(file);
    overwriteOneByte(bytes.length - 3);
    assertThatThrownBy(() -> all(blob)).isInstanceOf(BlobChangedException.class);
  }

  @Test
  void aFileThatTakesThePlaceOfAnotherIsNoticed() throws IOException {
    Blob blob = ListBlob.of(file);
    long modified = Files.getLastModifiedTime(file).toMillis();
    Path other = Files.write(folder.resolve("other.csv"), bytes);
    Files.setLastModifiedTime(other, FileTime.fromMillis(modified - 60_000));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(blob::sha256).isInstanceOf(BlobChangedException.class);
  }

  @Test
  void whatChangesAfterTheFirstReadingIsNoticedByItsBytes() throws Exception {
    Blob blob = ListBlob.of(file);
    all(blob);
    FileTime modified = Files.getLastModifiedTime(file);
    overwriteOneByte(bytes.length - 3);
    Files.setLastModifiedTime(file, modified);
    assertThatThrownBy(() -> all(blob)).isInstanceOf(BlobChangedException.class);
    assertThatThrownBy(blob::bytes).isInstanceOf(BlobChangedException.class);
    assertThat(blob.sha256()).isEqualTo(digest(bytes));
  }

  @Test
  void whoLooksAtTheBeginningAloneSeesWhatTheDigestIsOf() throws Exception {
    Blob blob = ListBlob.of(file);
    all(blob);
    overwriteOneByte(0);
    try (InputStream in = blob.open()) {
      assertThat(in.readNBytes(5)).isEqualTo(Arrays.copyOf(bytes, 5));
    }
    Files.delete(file);
    assertThatThrownBy(blob::open).isInstanceOf(BlobChangedException.class);
  }

  private void overwriteOneByte(int at) throws IOException {
    FileTime before = Files.getLastModifiedTime(file);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "rw")) {
      in.seek(at);
      in.write('#');
    }
    // A disk may keep coarse times only: the test does not depend on how fast it runs.
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2_000));
  }
}
