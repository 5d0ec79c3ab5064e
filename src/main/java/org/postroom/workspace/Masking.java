package org.postroom.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Reply;

/// Takes a letter's addresses out of a server's reply before it enters a table that is never
/// changed, and puts them back for reading while the person is not erased.
final class Masking {
  private static final char OPEN = '\u27e8';
  private static final char CLOSE = '\u27e9';

  private Masking() {}

  /// The reply with each address of this letter's people replaced by its place in the envelope.
  static Reply mask(Connection connection, String mailshot, int revision, int letter, Reply reply)
      throws SQLException {
    if (reply.text().indexOf('@') < 0) {
      return reply;
    }
    String text = reply.text();
    List<String> addresses = addresses(connection, mailshot, revision, letter);
    for (int place = 0; place < addresses.size(); place++) {
      String address = addresses.get(place);
      if (address != null) {
        text =
            Pattern.compile(Pattern.quote(address), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement("" + OPEN + place + CLOSE));
      }
    }
    return new Reply(reply.phase(), reply.code(), reply.enhanced(), text);
  }

  /// @param address of the person at `place`; empty where erased
  static String unmask(String text, int place, String address) {
    return text.replace("" + OPEN + place + CLOSE, address.isEmpty() ? "…" : address);
  }

  private static List<@Nullable String> addresses(
      Connection connection, String mailshot, int revision, int letter) throws SQLException {
    List<@Nullable String> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT address FROM person WHERE mailshot = ? AND revision = ? AND letter = ?"
                + " ORDER BY place")) {
      select.setString(1, mailshot);
      select.setInt(2, revision);
      select.setInt(3, letter);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }
}
