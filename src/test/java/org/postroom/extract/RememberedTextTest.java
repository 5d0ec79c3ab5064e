package org.postroom.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.postroom.message.Blob;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// A file is read once, and not at all when nobody waits any more.
class RememberedTextTest {
  private final List<String> read = new ArrayList<>();
  private final RememberedText texts =
      new RememberedText(
          (name, _, content) -> {
            read.add(name);
            return new Extraction.Text(List.of(new Piece("", new String(content, UTF_8))));
          });

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  @Test
  void theSameBytesUnderTheSameNameAreReadOnce() {
    Blob content = Blob.of(Files.utf8("words"));
    Extraction first = texts.extract("a.txt", "text/plain", content);
    assertThat(first).isEqualTo(new Extraction.Text(List.of(new Piece("", "words"))));
    assertThat(texts.extract("A.TXT", "text/plain", content)).isSameAs(first);
    assertThat(texts.extract("a.txt", "text/plain", Files.utf8("words"))).isSameAs(first);
    assertThat(read).containsExactly("a.txt");
  }

  @Test
  void otherBytesOrAnotherNameAreReadAgain() {
    texts.extract("a.txt", "text/plain", Files.utf8("words"));
    texts.extract("a.txt", "text/plain", Files.utf8("other words"));
    texts.extract("a.csv", "text/plain", Files.utf8("words"));
    assertThat(read).containsExactly("a.txt", "a.txt", "a.csv");
  }

  @Test
  void aThousandFilesAreRememberedAndTheOneAskedForLeastIsForgotten() {
    byte[] words = Files.utf8("words");
    for (int i = 0; i < 1_000; i++) {
      texts.extract(i + ".txt", "", words);
    }
    texts.extract("0.txt", "", words);
    assertThat(read).hasSize(1_000);
    texts.extract("one more.txt", "", words);
    texts.extract("0.txt", "", words);
    assertThat(read).hasSize(1_001);
    texts.extract("1.txt", "", words);
    assertThat(read).hasSize(1_002).endsWith("1.txt");
  }

  @Test
  void nothingIsReadFurtherOnAnInterruptedThread() {
    byte[] pdf = Files.pdf("Programme");
    byte[] zip = Files.zip("a.csv", Files.utf8("words"));
    Thread.currentThread().interrupt();
    try {
      for (byte[] file : List.of(pdf, zip)) {
        assertThatThrownBy(() -> new FileText().extract("a", "", file))
            .isInstanceOf(CancellationException.class);
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
