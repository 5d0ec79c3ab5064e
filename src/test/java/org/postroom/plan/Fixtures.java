package org.postroom.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.Delivery;
import org.postroom.message.From;
import org.postroom.message.Kind;
import org.postroom.message.Mailshot;
import org.postroom.message.MailshotId;
import org.postroom.recipients.Columns;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.recipients.RowRef;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// Mailshots and lists for the tests of planning.
final class Fixtures {
  static final MailshotId ID = MailshotId.of("6f1c1f52-9f56-4d0c-8a30-9f0f0a5a2f11");

  private Fixtures() {}

  static MergeTemplate template(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate template) -> template;
      case TemplateReading.Broken broken -> throw new AssertionError(broken);
    };
  }

  static Mailbox mailbox(String address) {
    return Mailbox.of(AddrSpec.of(address));
  }

  static RecipientList people(int count) {
    Columns columns = Columns.of("Email", "First name", "File");
    List<Recipient> people = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String[] cells = {"p" + i + "@choir.example", "Name" + i, i % 2 == 0 ? "" : "f" + i + ".pdf"};
      people.add(new Recipient(new RowRef(i, i + 1L), mailbox(cells[0]), columns, cells));
    }
    return new RecipientList(
        new ListOrigin("members.csv", "00", "csv", "UTF-8", ",", null),
        columns,
        FieldName.of("Email"),
        null,
        people,
        List.of());
  }

  static Mailshot mailshot(
      Delivery delivery,
      String subject,
      String text,
      @Nullable String html,
      AttachmentSlot... slots) {
    return mailshot(Kind.PERSONAL, delivery, subject, text, html, null, slots);
  }

  static Mailshot mailshot(
      Kind kind,
      Delivery delivery,
      String subject,
      String text,
      @Nullable String html,
      Mailshot.@Nullable Newsletter newsletter,
      AttachmentSlot... slots) {
    return new Mailshot(
        ID,
        "Spring",
        kind,
        delivery,
        new From(mailbox("news@riverside.example")),
        mailbox("office@riverside.example"),
        new Body<>(
            template(subject, Markup.PLAIN),
            template(text, Markup.PLAIN),
            html == null ? null : template(html, Markup.HTML)),
        List.of(),
        List.of(slots),
        newsletter);
  }
}
