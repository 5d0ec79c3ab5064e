package org.postroom.workspace;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import org.postroom.message.MailshotId;
import org.postroom.safety.Memory;
import org.postroom.safety.Said;

/// What the mailshots of a workspace said to everybody, as keyed fingerprints: a later letter that
/// takes one back is compared with it. The words themselves are not kept.
public final class Sayings {
  private static final int LATEST = 12;

  /// What so many mailshots say is how this sender writes.
  private static final int USUAL = 3;

  private final Database database;
  private final byte[] key;

  Sayings(Database database, byte[] key) {
    this.database = database;
    this.key = key.clone();
  }

  /// Fingerprints of one plan.
  private record Kept(String mailshot, String name, List<Long> sentences, List<Long> files) {}

  /// Keeps what a plan says.
  ///
  /// @throws IllegalStateException where the lock is not held
  public void keep(MailshotLock lock, int revision, Said said) throws WorkspaceException {
    Records.requireHeld(lock, lock.mailshot());
    byte[] sentences = packed(prints("sentence", said.sentences()).keySet());
    byte[] files = packed(prints("file", said.files().keySet()).keySet());
    database.write(
        connection -> {
          try (PreparedStatement put =
              connection.prepareStatement(
                  "INSERT INTO plan_said (mailshot, revision, sentences, files) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (mailshot, revision) DO UPDATE SET sentences ="
                      + " excluded.sentences, files = excluded.files")) {
            put.setString(1, lock.mailshot().toString());
            put.setInt(2, revision);
            put.setBytes(3, sentences);
            put.setBytes(4, files);
            return put.executeUpdate() > 0;
          }
        });
  }

  /// Those of the latest plans of which something arrived, or may have, that said some of the same;
  /// the latest first.
  List<Memory.Repeated> repeated(Said said) throws WorkspaceException {
    if (said.sentences().isEmpty() && said.files().isEmpty()) {
      return List.of();
    }
    List<Kept> kept = database.read(Sayings::latest);
    Map<Long, String> sentences = prints("sentence", said.sentences());
    Map<Long, String> files = prints("file", said.files().keySet());
    Map<Long, Set<String>> speakers = new HashMap<>();
    for (Kept one : kept) {
      for (List<Long> prints : List.of(one.sentences(), one.files())) {
        prints.forEach(
            print -> speakers.computeIfAbsent(print, _ -> new HashSet<>()).add(one.mailshot()));
      }
    }
    List<Memory.Repeated> repeated = new ArrayList<>();
    for (Kept one : kept) {
      Set<String> again = new HashSet<>();
      List<Boolean> inOrder = new ArrayList<>();
      for (Long print : one.sentences()) {
        String sentence = sentences.get(print);
        if (sentence != null) {
          again.add(sentence);
        }
        if (!isUsual(speakers, print)) {
          inOrder.add(sentence != null);
        }
      }
      List<String> filesAgain =
          one.files().stream()
              .filter(print -> files.containsKey(print) && !isUsual(speakers, print))
              .map(print -> said.files().getOrDefault(files.getOrDefault(print, ""), ""))
              .sorted()
              .toList();
      if (!again.isEmpty() || !filesAgain.isEmpty()) {
        repeated.add(new Memory.Repeated(one.name(), again, inOrder, filesAgain));
      }
    }
    return repeated;
  }

  private static boolean isUsual(Map<Long, Set<String>> speakers, Long print) {
    return speakers.getOrDefault(print, Set.of()).size() >= USUAL;
  }

  private static List<Kept> latest(Connection connection) throws SQLException {
    List<Kept> kept = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT plan.mailshot, plan.name, plan_said.sentences, plan_said.files FROM plan"
                    + " JOIN plan_said ON plan_said.mailshot = plan.mailshot AND"
                    + " plan_said.revision = plan.revision WHERE EXISTS (SELECT 1 FROM event WHERE"
                    + " event.mailshot = plan.mailshot AND event.revision = plan.revision AND"
                    + " event.state IN ('ACCEPTED', 'IN_DOUBT', 'COMMITTING'))"
                    + " ORDER BY plan.recorded_at DESC LIMIT "
                    + LATEST);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        kept.add(
            new Kept(
                MailshotId.of(row.getString(1)).toString(),
                row.getString(2),
                unpacked(row.getBytes(3)),
                unpacked(row.getBytes(4))));
      }
    }
    return kept;
  }

  /// Fingerprint → what it is of, in their order.
  private Map<Long, String> prints(String kind, Collection<String> values) {
    Mac mac = Digests.mac(key);
    Map<Long, String> prints = new LinkedHashMap<>();
    for (String value : values) {
      prints.put(ByteBuffer.wrap(Digests.hmac(mac, kind, value)).getLong(), value);
    }
    return prints;
  }

  private static byte[] packed(Set<Long> prints) {
    ByteBuffer packed = ByteBuffer.allocate(prints.size() * Long.BYTES);
    prints.forEach(packed::putLong);
    return packed.array();
  }

  private static List<Long> unpacked(byte[] packed) {
    List<Long> prints = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(packed);
    while (buffer.remaining() >= Long.BYTES) {
      prints.add(buffer.getLong());
    }
    return prints;
  }
}
