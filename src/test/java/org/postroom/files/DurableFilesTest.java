package org.postroom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DurableFilesTest {
  private static final byte[] NEW = "the new letter".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  enum Step {
    CREATE,
    WRITE,
    FORCE,
    MOVE
  }

  @Test
  void aFileIsWrittenAndReplaced() throws Exception {
    Path file = folder.resolve("a.mailshot");
    DurableFiles.write(file, "old".getBytes(StandardCharsets.UTF_8));
    DurableFiles.write(file, NEW);
    assertThat(file).hasBinaryContent(NEW);
    assertThat(names()).containsExactly("a.mailshot");
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void whereAStepFailsTheOldFileStandsAndNothingElseIsLeft(Step failing) throws Exception {
    Path file = Files.writeString(folder.resolve("a.mailshot"), "old");
    assertThatThrownBy(() -> DurableFiles.write(file, NEW, failingAt(failing)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(failing.name());
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.mailshot");
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void whereAStepFailsANewFileIsNotThereAtAll(Step failing) throws Exception {
    Path file = folder.resolve("a.mailshot");
    assertThatThrownBy(() -> DurableFiles.write(file, NEW, failingAt(failing)))
        .isInstanceOf(IOException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void theStepsComeInTheOrderThatSurvivesACrash() throws Exception {
    List<String> steps = new ArrayList<>();
    DurableFiles.write(folder.resolve("a"), NEW, new Recording(steps));
    assertThat(steps).containsExactly("create", "write", "force", "move", "force folder");
  }

  @Test
  void aFileThatIsReplacedKeepsItsPermissions() throws Exception {
    Path file = Files.writeString(folder.resolve("a.mailshot"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    DurableFiles.write(file, NEW);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path file = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    DurableFiles.write(link, NEW);
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasBinaryContent(NEW);
  }

  @Test
  void withoutItsFolderNothingIsWritten() {
    assertThatThrownBy(() -> DurableFiles.write(folder.resolve("no/a"), NEW))
        .isInstanceOf(IOException.class);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }

  private static DurableFiles.Disk failingAt(Step failing) {
    return new Recording(new ArrayList<>()) {
      private void maybeFail(Step step) throws IOException {
        if (step == failing) {
          throw new IOException("No space left on device: " + step);
        }
      }

      @Override
      public FileChannel create(Path file) throws IOException {
        maybeFail(Step.CREATE);
        return super.create(file);
      }

      @Override
      public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        // A full disk takes a part.
        channel.write(bytes.slice(0, 3));
        maybeFail(Step.WRITE);
        super.write(channel, bytes);
      }

      @Override
      public void force(FileChannel channel) throws IOException {
        maybeFail(Step.FORCE);
        super.force(channel);
      }

      @Override
      public void move(Path from, Path to) throws IOException {
        maybeFail(Step.MOVE);
        super.move(from, to);
      }
    };
  }

  /// The real disk, and the order in which it was asked.
  private static class Recording implements DurableFiles.Disk {
    private final List<String> steps;

    Recording(List<String> steps) {
      this.steps = steps;
    }

    @Override
    public FileChannel create(Path file) throws IOException {
      steps.add("create");
      return DurableFiles.REAL.create(file);
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
      steps.add("write");
      DurableFiles.REAL.write(channel, bytes);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      steps.add("force");
      DurableFiles.REAL.force(channel);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      steps.add("move");
      DurableFiles.REAL.move(from, to);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      steps.add("force folder");
      DurableFiles.REAL.forceFolder(folder);
    }
  }
}
