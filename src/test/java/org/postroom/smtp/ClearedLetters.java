package org.postroom.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.composition.Composer;
import org.postroom.composition.LetterDigest;
import org.postroom.composition.MessageIdKey;
import org.postroom.composition.MimeComposer;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.plan.DispatchPlan;
import org.postroom.plan.Planner;
import org.postroom.plan.Planning;
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

/// Plans of real letters, composed as always.
final class ClearedLetters {
  private static final Columns COLUMNS = Columns.of("Email", "Name");

  private ClearedLetters() {}

  static String address(int i) {
    return "p" + i + "@d" + i + ".example";
  }

  /// To p0@d0.example, p1@d1.example and so on.
  static ClearedPlan plan(int people, Delivery delivery, String text) {
    return plan(people, delivery, text, List.of());
  }

  static ClearedPlan plan(
      int people, Delivery delivery, String text, List<AttachmentSlot> attachments) {
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
            attachments,
            null);
    List<Recipient> list = IntStream.range(0, people).mapToObj(ClearedLetters::person).toList();
    ListOrigin origin = new ListOrigin("list.csv", "0".repeat(64), "csv", "UTF-8", ",", null);
    RecipientList recipients = new RecipientList(origin, COLUMNS, null, null, list, List.of());
    if (!(Planner.plan(mailshot, recipients, 1, 100)
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
    String address = address(i);
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
}
