package org.postroom.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.ComposedLetter;
import org.postroom.composition.Composer;
import org.postroom.composition.LetterDigest;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.Envelope;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.message.WireBytes;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.LetterId;
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

/// A cleared plan of letters to p0@d0.example, p1@d1.example, …, or one blind copy to all of them.
final class Letters {
  static final From FROM = new From(Mailbox.of(AddrSpec.of("news@riverside.example")));
  private static final Columns COLUMNS = Columns.of("Email");

  private Letters() {}

  static ClearedPlan cleared(int people) {
    return cleared(new Plan(people, false), new PlainComposer());
  }

  static ClearedPlan blindCopy(int people) {
    return cleared(new Plan(people, true), new PlainComposer());
  }

  static ClearedPlan cleared(DispatchPlan plan, Composer composer) {
    List<LetterDigest> digests = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      digests.add(digest(plan.id(i)));
    }
    return ClearedPlans.of(plan, composer, digests);
  }

  static String address(int index) {
    return "p" + index + "@d" + index + ".example";
  }

  private static LetterDigest digest(LetterId id) {
    return new LetterDigest(
        String.format(Locale.ROOT, "%064x", id.recipient().hashCode() & 0xffffffffL));
  }

  private static MergeTemplate template(String text) {
    if (MergeTemplate.parse(text, Markup.PLAIN)
        instanceof TemplateReading.Read(MergeTemplate read)) {
      return read;
    }
    throw new AssertionError("not a template: " + text);
  }

  /// Letters made on demand.
  static final class Plan implements DispatchPlan {
    private final RecipientList list;
    private final boolean blindCopy;
    private final Mailshot mailshot;

    Plan(int people, boolean blindCopy) {
      this.blindCopy = blindCopy;
      this.list =
          new RecipientList(
              new ListOrigin("list.csv", "0".repeat(64), "csv", "UTF-8", ",", null),
              COLUMNS,
              null,
              null,
              IntStream.range(0, people)
                  .mapToObj(
                      i ->
                          new Recipient(
                              new RowRef(i + 1, i + 2),
                              Mailbox.of(AddrSpec.of(address(i))),
                              COLUMNS,
                              new String[] {address(i)}))
                  .toList(),
              List.of());
      this.mailshot =
          new Mailshot(
              new MailshotId(new UUID(1, 2)),
              "test",
              Kind.PERSONAL,
              blindCopy ? Delivery.BLIND_COPY : Delivery.INDIVIDUAL,
              FROM,
              Mailbox.of(AddrSpec.of("secretary@riverside.example")),
              new Body<>(template("Hello"), template("Hello."), null),
              List.of(),
              List.of(),
              null);
    }

    @Override
    public Mailshot mailshot() {
      return mailshot;
    }

    @Override
    public RecipientList list() {
      return list;
    }

    @Override
    public int revision() {
      return 1;
    }

    @Override
    public int size() {
      return blindCopy ? 1 : list.people().size();
    }

    @Override
    public LetterId id(int index) {
      String recipient = blindCopy ? "#1" : list.people().get(index).key().value();
      return new LetterId(mailshot.id(), 1, recipient);
    }

    @Override
    public Letter letter(int index) {
      if (blindCopy) {
        LinkedHashSet<Mailbox> hidden = new LinkedHashSet<>();
        list.people().forEach(person -> hidden.add(person.mailbox()));
        return new Letter.BlindCopy(
            FROM,
            null,
            hidden,
            new Body<>(
                template("Hello").fixed().orElseThrow(),
                template("Hello.").fixed().orElseThrow(),
                null),
            List.of(),
            List.of(),
            List.of());
      }
      Recipient person = list.people().get(index);
      return new Letter.Personal(
          FROM,
          null,
          person,
          new Body<>(template("Hello").merge(person), template("Hello.").merge(person), null),
          List.of(),
          List.of(),
          List.of());
    }

    @Override
    public List<Recipient> people(int index) {
      return blindCopy ? list.people() : List.of(list.people().get(index));
    }
  }

  /// A few bytes for each letter.
  static class PlainComposer implements Composer {
    @Override
    public ComposedLetter compose(LetterId id, Letter letter) {
      return new Plain(id, letter.envelope(), digest(id));
    }
  }

  record Plain(LetterId id, Envelope envelope, LetterDigest digest) implements ComposedLetter {
    @Override
    public String messageId() {
      return "<" + id.recipient() + ">";
    }

    @Override
    public String contentDigest() {
      return digest.hex();
    }

    @Override
    public long size() {
      return bytes(OffsetDateTime.MIN).length;
    }

    @Override
    public WireBytes wire(OffsetDateTime date) {
      return WireBytes.of(
          ("Date: " + date + "\r\nTo: " + id.recipient() + "\r\n\r\nHello.\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
  }
}
