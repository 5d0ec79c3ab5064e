package org.postroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Dispatcher;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.message.Delivery;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
import org.postroom.practice.PracticeServer;
import org.postroom.safety.ClearedPlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real planner, composer, guard, dispatcher, courier and practice server in one line.
class StraightLineTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final int PEOPLE = 50;

  @TempDir private Path folder;

  @Test
  void fiftyLettersArriveByteForByteEachForItsOnePerson() throws IOException {
    ClearedPlan cleared = ClearedLetters.plan(PEOPLE, Delivery.INDIVIDUAL, "Hello {{Name}}");
    Map<LetterId, LetterState> states = new HashMap<>();

    assertThat(send(cleared, states)).isInstanceOf(DispatchResult.Completed.class);

    DispatchPlan plan = cleared.plan();
    for (int i = 0; i < PEOPLE; i++) {
      String number = String.format(Locale.ROOT, "%06d", i + 1);
      assertThat(rcptTo(number)).containsExactly("p" + i + "@d" + i + ".example");
      assertThat(Files.readAllBytes(folder.resolve(number + ".eml")))
          .isEqualTo(
              cleared
                  .composer()
                  .compose(plan.id(i), plan.letter(i))
                  .bytes(NOW.atOffset(ZoneOffset.ofHours(1))));
    }
    assertThat(folder.resolve("000051.eml")).doesNotExist();
    assertThat(states.values()).hasSize(PEOPLE).containsOnly(LetterState.ACCEPTED);

    assertThat(send(cleared, states)).isInstanceOf(DispatchResult.Completed.class);
    assertThat(folder.resolve("000051.eml")).doesNotExist();
  }

  @Test
  void aBlindCopyArrivesOnceAndShowsNobody() throws IOException {
    assertThat(send(ClearedLetters.plan(PEOPLE, Delivery.BLIND_COPY, "Hello all"), new HashMap<>()))
        .isInstanceOf(DispatchResult.Completed.class);

    assertThat(rcptTo("000001")).hasSize(PEOPLE);
    assertThat(Files.readString(folder.resolve("000001.eml"), StandardCharsets.UTF_8))
        .doesNotContain("@d7.example")
        .contains("To: news@riverside.example");
    assertThat(folder.resolve("000002.eml")).doesNotExist();
  }

  private List<String> rcptTo(String number) throws IOException {
    JsonNode envelope =
        JsonMapper.builder().build().readTree(Files.readAllBytes(folder.resolve(number + ".json")));
    return envelope.get("rcptTo").valueStream().map(JsonNode::asString).toList();
  }

  private DispatchResult send(ClearedPlan plan, Map<LetterId, LetterState> states)
      throws IOException {
    try (PracticeServer server = PracticeServer.start(0, folder, InstantSource.fixed(NOW))) {
      Dispatcher dispatcher =
          new Dispatcher(
              new States(states),
              new PracticeCourier(server),
              InstantSource.fixed(NOW),
              ZoneOffset.ofHours(1));
      return dispatcher.send(
          plan,
          new DispatchOptions(Pace.UNLIMITED, Duration.ZERO, Duration.ZERO, false),
          new StopSignal(),
          DispatchListener.NONE);
    }
  }
}
