package org.postroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;

class MerkleRootTest {
  private static final MailshotId MAILSHOT = MailshotId.of("0d3c0000-0000-4000-8000-000000000001");

  @Test
  void theTreeIsTheOneThatRfc9162Describes() throws Exception {
    for (int leaves = 1; leaves <= 33; leaves++) {
      List<byte[]> hashes = IntStream.range(0, leaves).mapToObj(MerkleRootTest::leaf).toList();
      assertThat(root(leaves)).isEqualTo(HexFormat.of().formatHex(tree(hashes)));
    }
  }

  @Test
  void anotherNumberOrderOrLetterIsAnotherRoot() {
    Set<String> roots = new HashSet<>();
    for (int leaves = 1; leaves <= 64; leaves++) {
      assertThat(roots.add(root(leaves))).isTrue();
    }
    MerkleRoot swapped = new MerkleRoot();
    add(swapped, 1);
    add(swapped, 0);
    assertThat(roots).doesNotContain(swapped.root().hex());
    MerkleRoot renamed = new MerkleRoot();
    renamed.add(new LetterId(MAILSHOT, 2, "m0@x.example"), Kit.digest("letter 0"));
    assertThat(roots).doesNotContain(renamed.root().hex());
  }

  @Test
  void nothingHasNoRoot() {
    assertThatThrownBy(() -> new MerkleRoot().root()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new PlanDigest("abc")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String root(int leaves) {
    MerkleRoot root = new MerkleRoot();
    IntStream.range(0, leaves).forEach(i -> add(root, i));
    return root.root().hex();
  }

  private static void add(MerkleRoot root, int i) {
    root.add(new LetterId(MAILSHOT, 1, "m" + i + "@x.example"), Kit.digest("letter " + i));
  }

  private static byte[] leaf(int i) {
    byte[] id = (MAILSHOT + "/1/m" + i + "@x.example\0").getBytes(StandardCharsets.UTF_8);
    return sha256(new byte[] {0}, id, HexFormat.of().parseHex(Kit.digest("letter " + i).hex()));
  }

  /// Section 2.1.1, word by word: split at the largest power of two below the size.
  private static byte[] tree(List<byte[]> hashes) {
    int size = hashes.size();
    if (size == 1) {
      return hashes.getFirst();
    }
    int split = Integer.highestOneBit(size - 1);
    return sha256(
        new byte[] {1}, tree(hashes.subList(0, split)), tree(hashes.subList(split, size)));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
