package org.postroom.safety;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.postroom.composition.LetterDigest;
import org.postroom.plan.LetterId;

/// The Merkle root over (LetterId, letter digest) in order, computed as the letters come.
///
/// Leaves and nodes are hashed with different first bytes and an odd subtree is carried up
/// unchanged (the tree of RFC 9162 section 2.1.1), so that no other sequence of letters has this
/// root, and each letter can be proved by itself.
final class MerkleRoot {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256;

  /// Roots of the full subtrees so far, the smallest first: one for each 1 in the binary `leaves`.
  private final Deque<byte[]> subtrees = new ArrayDeque<>();

  private int leaves;

  MerkleRoot() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(LetterId id, LetterDigest digest) {
    sha256.update(LEAF);
    sha256.update(id.text().getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    sha256.update(HexFormat.of().parseHex(digest.hex()));
    byte[] grown = sha256.digest();
    for (int carry = leaves; (carry & 1) == 1; carry >>= 1) {
      grown = join(subtrees.removeFirst(), grown);
    }
    subtrees.addFirst(grown);
    leaves++;
  }

  /// @throws IllegalStateException where no letter was added
  PlanDigest root() {
    if (subtrees.isEmpty()) {
      throw new IllegalStateException("a plan without letters has no digest");
    }
    byte[] right = subtrees.removeFirst();
    while (!subtrees.isEmpty()) {
      right = join(subtrees.removeFirst(), right);
    }
    return new PlanDigest(HexFormat.of().formatHex(right));
  }

  private byte[] join(byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    sha256.update(right);
    return sha256.digest();
  }
}
