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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.Composer;
import org.postroom.composition.LetterDigest;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.dispatch.Courier;
import org.postroom.dispatch.DeliveryOutcome;
import org.postroom.dispatch.DispatchListener;
import org.postroom.dispatch.DispatchOptions;
import org.postroom.dispatch.DispatchResult;
import org.postroom.dispatch.Dispatcher;
import org.postroom.dispatch.Ledger;
import org.postroom.dispatch.LetterState;
import org.postroom.dispatch.Pace;
import org.postroom.dispatch.StopSignal;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
import org.postroom.practice.PracticeServer;
import org.postroom.recipients.Columns;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.safety.ClearedPlan;
import org.postroom.safety.ClearedPlans;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real planner, composer, guard, dispatcher, courier and practice server in one line.
class StraightLineTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Columns COLUMNS = Columns.of("Email", "Name");
  private static final int PEOPLE = 50;

  @TempDir private Path folder;

  @Test
  void fiftyLettersArriveByteForByteEachForItsOnePerson() throws IOException {
    ClearedPlan cleared = cleared(Delivery.INDIVIDUAL, "Hello {{Name}}");
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
    assertThat(send(cleared(Delivery.BLIND_COPY, "Hello all"), new HashMap<>()))
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

  private static ClearedPlan cleared(Delivery delivery, String text) {
    Mailshot mailshot =
        new Mailshot(
            new MailshotId(new UUID(3, 4)),
            "test",
            Kind.PERSONAL,
            delivery,
            new From(Mailbox.of(AddrSpec.of("news@riverside.example"))),
            null,
            new Body<>(template("Spring"), template(text + "\n.\nBye\n"), null),
            List.of(),
            List.of(),
            null);
    List<Recipient> people = IntStream.range(0, PEOPLE).mapToObj(StraightLineTest::person).toList();
    ListOrigin origin = new ListOrigin("list.csv", "0".repeat(64), "csv", "UTF-8", ",", null);
    RecipientList list = new RecipientList(origin, COLUMNS, null, null, people, List.of());
    if (!(Planner.plan(mailshot, list, 1, 100)
        instanceof Planning.Planned(DispatchPlan plan, List<?> _))) {
      throw new AssertionError("not planned");
    }
    Composer composer =
        new MimeComposer(new MessageIdKey("0".repeat(32).getBytes(StandardCharsets.UTF_8)));
    List<LetterDigest> digests = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      digests.add(composer.compose(plan.id(i), plan.letter(i)).digest());
    }
    return ClearedPlans.of(plan, composer, digests);
  }

  private static Recipient person(int i) {
    String address = "p" + i + "@d" + i + ".example";
    return new Recipient(
        new RowRef(i + 1, i + 2),
        Mailbox.of(AddrSpec.of(address)),
        COLUMNS,
        new String[] {address, "Person " + i});
  }

  private static MergeTemplate template(String text) {
    if (MergeTemplate.parse(text, Markup.PLAIN)
        instanceof TemplateReading.Read(MergeTemplate read)) {
      return read;
    }
    throw new AssertionError("not a template: " + text);
  }

  /// The ledger of one test.
  private record States(Map<LetterId, LetterState> states) implements Ledger {
    @Override
    public LetterState state(LetterId letter) {
      return states.getOrDefault(letter, LetterState.PLANNED);
    }

    @Override
    public void claim(LetterId letter, LetterDigest digest, Instant at) {
      states.put(letter, LetterState.CLAIMED);
    }

    @Override
    public void committing(LetterId letter, String messageId, String sha256, Instant at) {
      states.put(letter, LetterState.COMMITTING);
    }

    @Override
    public void record(
        LetterId letter,
        DeliveryOutcome outcome,
        List<Courier.RefusedRecipient> refusedRecipients,
        Instant at) {
      assertThat(outcome).isInstanceOf(DeliveryOutcome.Accepted.class);
      states.put(letter, LetterState.ACCEPTED);
    }

    @Override
    public void withdraw(LetterId letter, String reason, Instant at) {
      states.put(letter, LetterState.WITHDRAWN);
    }
  }
}
