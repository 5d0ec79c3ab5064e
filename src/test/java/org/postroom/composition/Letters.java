package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddrSpec;
import org.postroom.address.Mailbox;
import org.postroom.message.Attachment;
import org.postroom.message.Blob;
import org.postroom.message.Body;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.HeaderField;
import org.postroom.message.InlineImage;
import org.postroom.message.KnownLists;
import org.postroom.message.Letter;
import org.postroom.message.MailshotId;
import org.postroom.plan.LetterId;
import org.postroom.recipients.Columns;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RowRef;
import org.postroom.template.FixedText;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.MergedText;
import org.postroom.template.TemplateReading;

/// Makes letters for tests, each with a choir's secretary as its sender.
public final class Letters {
  public static final OffsetDateTime DATE = OffsetDateTime.parse("2026-11-05T09:07:03+01:00");
  public static final From FROM = new From(mailbox("Choir Office", "office@choir.example"));
  private static final MailshotId MAILSHOT = MailshotId.of("6f2b7c1e-0d3a-4b58-9c66-2f8b8f0a1d11");

  private From from = FROM;
  private @Nullable Mailbox replyTo;
  private String subject = "Rehearsal";
  private String text = "Dear all,\n\nwe meet at seven.\n";
  private @Nullable String html;
  private final List<InlineImage> images = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<HeaderField> extra = new ArrayList<>();

  public static Letters letter() {
    return new Letters();
  }

  public static MimeComposer composer() {
    return new MimeComposer(
        new MessageIdKey("a key of thirty-two octets, or so".getBytes(StandardCharsets.UTF_8)));
  }

  public static Mailbox mailbox(String name, String address) {
    return new Mailbox(name, AddrSpec.of(address));
  }

  public static LetterId id(Letter letter) {
    return switch (letter) {
      case Letter.Personal personal ->
          new LetterId(MAILSHOT, 1, personal.recipient().key().value());
      case Letter.BlindCopy _ -> new LetterId(MAILSHOT, 1, "#1");
      case Letter.ToMyself _ -> new LetterId(MAILSHOT, 1, "test 1");
    };
  }

  public static ComposedLetter compose(Letter letter) {
    return composer().compose(id(letter), letter);
  }

  public static String wire(Letter letter) {
    return new String(compose(letter).bytes(DATE), StandardCharsets.UTF_8);
  }

  public static Attachment file(String name, String type, byte[] content) {
    FileCandidate file =
        new FileCandidate(name, type, Blob.of(content), String.format(Locale.ROOT, "%s", name));
    return switch (Attachment.admit(file, KnownLists.NONE)) {
      case Attachment.Admission.Admitted(Attachment attachment) -> attachment;
      case Attachment.Admission.Refused _ -> throw new AssertionError("no list is known");
    };
  }

  public Letters from(String name, String address) {
    from = new From(mailbox(name, address));
    return this;
  }

  public Letters replyTo(String name, String address) {
    replyTo = mailbox(name, address);
    return this;
  }

  public Letters subject(String words) {
    subject = words;
    return this;
  }

  public Letters text(String words) {
    text = words;
    return this;
  }

  public Letters html(String words) {
    html = words;
    return this;
  }

  public Letters image(String source, Attachment image) {
    images.add(new InlineImage(source, image));
    return this;
  }

  public Letters attach(Attachment attachment) {
    attachments.add(attachment);
    return this;
  }

  public Letters header(String name, String value) {
    extra.add(new HeaderField(name, value));
    return this;
  }

  public Letter.Personal to(String name, String address) {
    Mailbox mailbox = mailbox(name, address);
    Recipient recipient =
        new Recipient(
            new RowRef(1, 2),
            mailbox,
            Columns.of("E-mail"),
            new String[] {mailbox.address().wire()});
    return new Letter.Personal(
        from,
        replyTo,
        recipient,
        new Body<>(
            merged(subject, Markup.PLAIN, recipient),
            merged(text, Markup.PLAIN, recipient),
            html == null ? null : merged(html, Markup.HTML, recipient)),
        images,
        attachments,
        extra);
  }

  public Letter.BlindCopy hidden(String... addresses) {
    LinkedHashSet<Mailbox> hidden = new LinkedHashSet<>();
    for (String address : addresses) {
      hidden.add(mailbox("", address));
    }
    return new Letter.BlindCopy(
        from, replyTo, hidden, fixedBody(subject, text, html), images, attachments, extra);
  }

  static Body<FixedText> fixedBody(String subject, String text, @Nullable String html) {
    return new Body<>(
        fixed(subject, Markup.PLAIN),
        fixed(text, Markup.PLAIN),
        html == null ? null : fixed(html, Markup.HTML));
  }

  private static MergedText merged(String source, Markup markup, Recipient recipient) {
    return template(source, markup).merge(recipient);
  }

  private static FixedText fixed(String source, Markup markup) {
    return template(source, markup).fixed().orElseThrow();
  }

  static MergeTemplate template(String source, Markup markup) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate template) -> template;
      case TemplateReading.Broken(String what, int line, var _) ->
          throw new AssertionError("line " + line + ": " + what);
    };
  }
}
