package org.postroom.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What real servers say, in `replies.tsv`, and what it means.
class ReplyClassTest {
  private static final Pattern WIRE =
      Pattern.compile("([0-9]{3}) (?:([245]\\.[0-9]+\\.[0-9]+) )?(.*)");

  private static List<String[]> rows() throws IOException {
    try (InputStream in = ReplyClassTest.class.getResourceAsStream("replies.tsv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyReplyMeansWhatTheTableSays() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      Matcher wire = WIRE.matcher(row[3]);
                      assertThat(wire.matches()).isTrue();
                      Reply reply =
                          new Reply(
                              Phase.valueOf(row[2]),
                              Integer.parseInt(wire.group(1)),
                              wire.group(2) == null ? "" : wire.group(2),
                              wire.group(3));
                      assertThat(ReplyClass.of(reply)).isEqualTo(ReplyClass.valueOf(row[4]));
                    }));
  }

  @Test
  void theTableKnowsTenKindsOfServersAndSaysWhy() throws IOException {
    assertThat(rows().stream().map(row -> row[1]).distinct()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(rows()).allSatisfy(row -> assertThat(row).hasSize(6).doesNotContain(""));
  }

  @Test
  void noReplyIsNobodysFault() {
    assertThat(ReplyClass.of(new Reply(Phase.DATA, 0, "", "the connection ended")))
        .isEqualTo(ReplyClass.NO_REPLY);
  }

  @Test
  void onlySignInAndLimitStopAtOnce() {
    assertThat(Stream.of(ReplyClass.values()).filter(ReplyClass::stopsAtOnce))
        .containsExactly(ReplyClass.SIGN_IN, ReplyClass.LIMIT);
  }
}
