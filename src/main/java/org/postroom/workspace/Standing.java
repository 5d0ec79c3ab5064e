package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Reply;

/// How one letter stands: its events, taken together in their order.
final class Standing {
  private LetterState state = LetterState.PLANNED;
  private @Nullable Reply reply;
  private @Nullable String reason;
  private @Nullable Instant at;
  private @Nullable String digest;
  private @Nullable String messageId;
  private @Nullable String sha256;
  private String commitment = "";

  /// People of an envelope who fared otherwise than the letter.
  private final Map<Integer, Event> own = new HashMap<>();

  /// Every letter of a plan, by its number.
  static Map<Integer, Standing> ofPlan(Connection connection, String mailshot, int revision)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM event WHERE mailshot = ? AND revision = ? ORDER BY seq")) {
      select.setString(1, mailshot);
      select.setInt(2, revision);
      return fold(select);
    }
  }

  /// One letter; a letter without events does not exist.
  static @Nullable Standing ofLetter(
      Connection connection, String mailshot, int revision, int letter) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM event WHERE mailshot = ? AND revision = ? AND letter = ?"
                + " ORDER BY seq")) {
      select.setString(1, mailshot);
      select.setInt(2, revision);
      select.setInt(3, letter);
      return fold(select).get(letter);
    }
  }

  private static Map<Integer, Standing> fold(PreparedStatement select) throws SQLException {
    Map<Integer, Standing> letters = new HashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Event event = EventLog.read(rows);
        letters.computeIfAbsent(event.letter(), _ -> new Standing()).add(event);
      }
    }
    return letters;
  }

  private void add(Event event) {
    if (event.place() != null) {
      own.put(event.place(), event);
      return;
    }
    // A letter that goes out again, or ends otherwise, takes its people along.
    own.clear();
    state = event.state();
    at = event.at();
    reply = event.reply();
    reason = event.reason();
    commitment = event.commitment();
    digest = event.digest() == null ? digest : event.digest();
    messageId = event.messageId() == null ? messageId : event.messageId();
    sha256 = event.sha256() == null ? sha256 : event.sha256();
  }

  LetterState state() {
    return state;
  }

  String commitment() {
    return commitment;
  }

  @Nullable String digest() {
    return digest;
  }

  @Nullable String messageId() {
    return messageId;
  }

  @Nullable String sha256() {
    return sha256;
  }

  @Nullable Instant at() {
    return at;
  }

  LetterState stateOf(int place) {
    Event event = own.get(place);
    return event == null ? state : event.state();
  }

  @Nullable Reply replyTo(int place) {
    Event event = own.get(place);
    return event == null ? reply : event.reply();
  }

  @Nullable String reason() {
    return reason;
  }
}
