package org.postroom.workspace;

import java.nio.ByteBuffer;
import javax.crypto.Mac;
import org.postroom.address.MailboxKey;

/// Makes keyed fingerprints of the people of a list, many with one key. For one thread at a time.
final class Fingerprints {
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

  private Print print(String... fields) {
    ByteBuffer digest = ByteBuffer.wrap(Digests.hmac(mac, fields));
    return new Print(digest.getLong(), digest.getLong());
  }
}
