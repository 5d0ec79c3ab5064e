package org.postroom.workspace;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;
import org.postroom.address.MailboxKey;

/// Makes keyed fingerprints of the people of a list, many with one key. For one thread at a time.
final class Fingerprints {
  /// No field has such a length, so that no other fingerprint is like these.
  private static final byte[] CELL = {0, 'c'};

  private static final byte[] WORD = {0, 'w'};

  private final Mac mac;

  Fingerprints(byte[] key) {
    this.mac = Digests.mac(key);
  }

  /// 128 bits, which are enough to tell people apart, and halve the table.
  record Print(long upper, long lower) {}

  Print of(MailboxKey address) {
    return print("address", address.value());
  }

  /// Of everything that a row says.
  Print ofRow(ListPerson person) {
    return print("row", person.key().value(), person.data());
  }

  /// Of a cell: 32 bits. Of the few values of a text that equal one by chance none is beside
  /// another of the same person.
  int ofCell(String value) {
    mac.update(CELL);
    return ByteBuffer.wrap(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))).getInt();
  }

  /// Of the first word of cells: a number for each length that they may have.
  IntBuffer ofWord(String word) {
    mac.update(WORD);
    return ByteBuffer.wrap(mac.doFinal(word.getBytes(StandardCharsets.UTF_8))).asIntBuffer();
  }

  private Print print(String... fields) {
    ByteBuffer digest = ByteBuffer.wrap(Digests.hmac(mac, fields));
    return new Print(digest.getLong(), digest.getLong());
  }
}
