package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.address.MailboxKey;

/// Fingerprints of many people: what schema 6 kept as digits means the same, and takes its room no
/// more.
class ListPrintsTest {
  private static final String SHA256 = "44".repeat(32);
  private static final int MANY = 20_000;

  @TempDir Path folder;

  private static ListPerson person(int number, String data) {
    return new ListPerson(new MailboxKey("p" + number + "@club.example"), number + 1, data);
  }

  private static List<ListPerson> people(int count) {
    return IntStream.range(0, count).mapToObj(i -> person(i, "row " + i)).toList();
  }

  private static ListsSeen.Seen seen(String sha256, int people) {
    return new ListsSeen.Seen(
        sha256,
        "key",
        "members.csv",
        people,
        0,
        "news@club.example",
        "personal",
        Fixture.AT,
        ListsSeen.Origin.UNKNOWN);
  }

  @Test
  void whatWasKeptAsDigitsIsCompared() throws Exception {
    String other = "55".repeat(32);
    List<ListPerson> ten = people(10);
    try (Workspace workspace = Workspace.open(folder)) {
      workspace.lists().register(seen(other, 1), List.of(person(70, "a")));
      workspace.lists().register(seen(SHA256, 10), ten);
      workspace.database().write(ListPrintsTest::asSchemaSix);
    }
    try (Workspace workspace = Workspace.open(folder)) {
      ListsSeen lists = workspace.lists();
      assertThat(lists.changeSince(SHA256, ten, List.of()))
          .contains(new ListChange(List.of(), List.of(), List.of()));
      ListPerson changed = person(4, "something else");
      ListPerson silent = person(3, "its row was not kept by then");
      assertThat(lists.changeSince(SHA256, List.of(ten.get(0), changed, silent), List.of()))
          .contains(new ListChange(List.of(), List.of(2, 3, 6, 7, 8, 9, 10), List.of(changed)));
      assertThat(lists.onAnotherList(ten.get(9).key(), other)).isTrue();
      assertThat(lists.onAnotherList(ten.get(9).key(), SHA256)).isFalse();
      assertThat(lists.onAnotherList(person(70, "").key(), SHA256)).isTrue();
      // A list that comes then has a number of its own.
      lists.register(seen("66".repeat(32), 1), List.of(person(80, "b")));
      assertThat(lists.forget(SHA256, "not ours", Fixture.AT)).isTrue();
      assertThat(lists.onAnotherList(ten.get(9).key(), "")).isFalse();
      assertThat(lists.onAnotherList(person(70, "").key(), "")).isTrue();
      assertThat(lists.onAnotherList(person(80, "").key(), "")).isTrue();
    }
  }

  private static boolean asSchemaSix(Connection connection) throws SQLException {
    try (Statement old = connection.createStatement()) {
      old.execute(
          "CREATE TABLE old_print (print TEXT NOT NULL, list_sha256 TEXT NOT NULL, row_no INTEGER,"
              + " row_print TEXT, PRIMARY KEY (print, list_sha256),"
              + " FOREIGN KEY (list_sha256) REFERENCES list_seen (sha256))");
      old.execute(
          "INSERT INTO old_print SELECT printf('%016x%016x', print_upper, print_lower), sha256,"
              + " row_no, CASE row_no WHEN 4 THEN NULL"
              + " ELSE printf('%016x%016x', row_upper, row_lower) END"
              + " FROM list_print JOIN list_seen ON number = list_no");
      old.execute("DROP TABLE list_cells");
      old.execute("DROP TABLE list_words");
      old.execute("DROP TABLE list_print");
      old.execute("ALTER TABLE old_print RENAME TO list_print");
      old.execute("CREATE INDEX list_print_list ON list_print (list_sha256)");
      old.execute("DROP INDEX list_seen_number");
      old.execute("ALTER TABLE list_seen DROP COLUMN number");
      return old.execute("DELETE FROM migration WHERE number > 6");
    }
  }

  @Test
  void anEditedListIsKnownAgainByASampleOfItsPeople() throws Exception {
    String edited = "66".repeat(32);
    String stranger = "77".repeat(32);
    try (Workspace workspace = Workspace.open(folder)) {
      List<ListPerson> all = people(MANY);
      workspace.lists().register(seen(SHA256, MANY), all);
      workspace.lists().register(seen(edited, MANY), all.subList(0, MANY * 3 / 4));
      List<ListPerson> others =
          IntStream.range(MANY, 2 * MANY).mapToObj(i -> person(i, "x")).toList();
      workspace.lists().register(seen(stranger, MANY), others);
      workspace
          .database()
          .read(
              connection -> {
                assertThat(ListPrints.overlap(connection, SHA256, edited, MANY)).isTrue();
                assertThat(ListPrints.overlap(connection, edited, SHA256, MANY)).isTrue();
                assertThat(ListPrints.overlap(connection, SHA256, stranger, MANY)).isFalse();
                assertThat(ListPrints.overlap(connection, edited, SHA256, 10)).isTrue();
                return Optional.empty();
              });
      workspace.database().emptyLog();
      // Two numbers for the address, two for the row, and its place: not 200 digits.
      assertThat(Files.size(folder.resolve("postroom.db"))).isLessThan(MANY * 11L / 4 * 60);
    }
  }
}
