package org.postroom.workspace;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.MailshotId;
import org.postroom.safety.Clearance;
import org.postroom.safety.PlanDigest;
import org.postroom.safety.SendWay;

/// The tables `plan`, `clearance`, `acknowledgement` and `person`.
final class PlanTables {
  private static final SecureRandom RANDOM = new SecureRandom();

  private PlanTables() {}

  /// Answers "the same content to the same person?" without either in clear.
  static String contentMark(byte[] key, String mailboxKey, String contentDigest) {
    return Digests.hmac(key, "content", mailboxKey, contentDigest);
  }

  static void insert(
      Connection connection,
      byte[] key,
      PlanRecord plan,
      Clearance clearance,
      Iterable<PlannedLetter> letters)
      throws SQLException {
    insertPlan(connection, plan);
    insertClearance(connection, plan, clearance);
    insertLetters(connection, key, plan, letters);
  }

  static Optional<PlanRecord> latest(Connection connection, MailshotId mailshot)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM plan WHERE mailshot = ? ORDER BY revision DESC LIMIT 1")) {
      select.setString(1, mailshot.toString());
      return readPlan(select);
    }
  }

  static Optional<PlanRecord> find(Connection connection, MailshotId mailshot, int revision)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM plan WHERE mailshot = ? AND revision = ?")) {
      select.setString(1, mailshot.toString());
      select.setInt(2, revision);
      return readPlan(select);
    }
  }

  static Optional<Clearance> clearance(Connection connection, MailshotId mailshot, int revision)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM clearance WHERE mailshot = ? AND revision = ?")) {
      select.setString(1, mailshot.toString());
      select.setInt(2, revision);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        SendWay way =
            new SendWay(
                row.getInt("practice") == 1,
                row.getString("account"),
                row.getString("provider"),
                row.getInt("per_envelope"),
                row.getInt("per_day"),
                row.getLong("max_size"));
        PlanDigest digest = new PlanDigest(row.getString("plan_digest"));
        return Optional.of(
            new Clearance(digest, acknowledgements(connection, mailshot, revision), way));
      }
    }
  }

  private static List<Acknowledgement> acknowledgements(
      Connection connection, MailshotId mailshot, int revision) throws SQLException {
    List<Acknowledgement> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM acknowledgement WHERE mailshot = ? AND revision = ? ORDER BY place")) {
      select.setString(1, mailshot.toString());
      select.setInt(2, revision);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int places = row.getInt("places");
          Integer count = row.wasNull() ? null : Integer.valueOf(places);
          found.add(
              new Acknowledgement(
                  row.getString("finding"),
                  EventLog.nullable(row, "address"),
                  EventLog.nullable(row, "part"),
                  count,
                  EventLog.nullable(row, "evidence"),
                  row.getString("reason")));
        }
      }
    }
    return found;
  }

  private static Optional<PlanRecord> readPlan(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new PlanRecord(
              MailshotId.of(row.getString("mailshot")),
              row.getInt("revision"),
              row.getString("name"),
              row.getInt("blind_copy") == 1,
              row.getInt("letters"),
              row.getInt("people"),
              row.getInt("left_out"),
              row.getString("inputs"),
              UtcText.read(row.getString("recorded_at")),
              readList(row)));
    }
  }

  private static @Nullable PlannedList readList(ResultSet row) throws SQLException {
    String sha256 = EventLog.nullable(row, "list_sha256");
    return sha256 == null
        ? null
        : new PlannedList(
            row.getString("list_file"),
            EventLog.nullable(row, "list_sheet"),
            sha256,
            UtcText.read(row.getString("list_imported")),
            row.getString("list_imported_by"),
            row.getString("list_basis"),
            row.getString("sender"),
            row.getString("kind"));
  }

  private static void insertPlan(Connection connection, PlanRecord plan) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO plan (mailshot, revision, name, blind_copy, letters, people, left_out,"
                + " inputs, recorded_at, list_file, list_sheet, list_sha256, list_imported,"
                + " list_imported_by, list_basis, sender, kind)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, plan.mailshot().toString());
      insert.setInt(2, plan.revision());
      insert.setString(3, plan.name());
      insert.setInt(4, plan.blindCopy() ? 1 : 0);
      insert.setInt(5, plan.letters());
      insert.setInt(6, plan.people());
      insert.setInt(7, plan.leftOut());
      insert.setString(8, plan.inputs());
      insert.setString(9, UtcText.of(plan.recordedAt()));
      @Nullable String[] list = columns(plan.list());
      for (int i = 0; i < list.length; i++) {
        EventLog.setNullable(insert, 10 + i, list[i]);
      }
      insert.executeUpdate();
    }
  }

  private static @Nullable String[] columns(@Nullable PlannedList list) {
    return list == null
        ? new @Nullable String[8]
        : new @Nullable String[] {
          list.fileName(),
          list.sheet(),
          list.sha256(),
          UtcText.of(list.importedAt()),
          list.importedBy(),
          list.basis(),
          list.sender(),
          list.kind()
        };
  }

  private static void insertClearance(Connection connection, PlanRecord plan, Clearance clearance)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO clearance (mailshot, revision, plan_digest, practice, account, provider,"
                + " per_envelope, per_day, max_size) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      SendWay way = clearance.way();
      insert.setString(1, plan.mailshot().toString());
      insert.setInt(2, plan.revision());
      insert.setString(3, clearance.digest().hex());
      insert.setInt(4, way.practice() ? 1 : 0);
      insert.setString(5, way.account());
      insert.setString(6, way.provider());
      insert.setInt(7, way.perEnvelope());
      insert.setInt(8, way.perDay());
      insert.setLong(9, way.maxSize());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO acknowledgement (mailshot, revision, place, finding, address, part,"
                + " places, evidence, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int place = 0;
      for (Acknowledgement given : clearance.acknowledgements()) {
        insert.setString(1, plan.mailshot().toString());
        insert.setInt(2, plan.revision());
        insert.setInt(3, place++);
        insert.setString(4, given.finding());
        EventLog.setNullable(insert, 5, given.address());
        EventLog.setNullable(insert, 6, given.part());
        if (given.count() == null) {
          insert.setNull(7, Types.INTEGER);
        } else {
          insert.setInt(7, given.count());
        }
        EventLog.setNullable(insert, 8, given.evidence());
        insert.setString(9, given.reason());
        insert.executeUpdate();
      }
    }
  }

  /// Writes people and events letter by letter, so that a plan for 100,000 people is never held as
  /// a whole.
  private static void insertLetters(
      Connection connection, byte[] key, PlanRecord plan, Iterable<PlannedLetter> letters)
      throws SQLException {
    int people = 0;
    int number = 0;
    try (EventLog.Appender log = new EventLog.Appender(connection);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO person (mailshot, revision, letter, place, row_no, address, name,"
                    + " mailbox_key, salt, content_mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, plan.mailshot().toString());
      insert.setInt(2, plan.revision());
      for (PlannedLetter letter : letters) {
        StringBuilder commitments = new StringBuilder();
        int place = 0;
        for (PlannedLetter.Person person : letter.people()) {
          String mailbox = person.address().key().value();
          String salt = salt();
          insert.setInt(3, number);
          insert.setInt(4, place++);
          insert.setInt(5, person.row());
          insert.setString(6, person.address().wire());
          insert.setString(7, person.name());
          insert.setString(8, mailbox);
          insert.setString(9, salt);
          insert.setString(10, contentMark(key, mailbox, person.contentDigest()));
          insert.executeUpdate();
          commitments.append(Digests.sha256(salt, mailbox));
        }
        people += place;
        log.append(
            Event.planned(
                plan.mailshot().toString(),
                plan.revision(),
                number++,
                plan.recordedAt(),
                letter.digest().hex(),
                Digests.sha256(commitments.toString())));
      }
    }
    if (number != plan.letters() || people != plan.people()) {
      throw new IllegalArgumentException("the plan's numbers are not those of its letters");
    }
  }

  private static String salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
