package org.postroom.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.postroom.address.Mailbox;
import org.postroom.message.Body;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.template.FixedText;
import org.postroom.template.MergeTemplate;

/// One letter for each envelope; the people in the order of the list.
final class BlindCopyPlan implements DispatchPlan {
  private final Mailshot mailshot;
  private final RecipientList list;
  private final int revision;
  private final int perEnvelope;
  private final Body<FixedText> body;

  BlindCopyPlan(Mailshot mailshot, RecipientList list, int revision, int perEnvelope) {
    this.mailshot = mailshot;
    this.list = list;
    this.revision = revision;
    this.perEnvelope = perEnvelope;
    Body<MergeTemplate> templates = NewsletterParts.bodyOf(mailshot);
    MergeTemplate html = templates.html();
    this.body =
        new Body<>(
            fixed(templates.subject()), fixed(templates.text()), html == null ? null : fixed(html));
  }

  private static FixedText fixed(MergeTemplate template) {
    return template
        .fixed()
        .orElseThrow(() -> new IllegalArgumentException("a blind copy has no merge fields"));
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
    return revision;
  }

  @Override
  public int size() {
    return Math.ceilDiv(list.people().size(), perEnvelope);
  }

  @Override
  public LetterId id(int index) {
    checkIndex(index);
    return new LetterId(mailshot.id(), revision, "#" + (index + 1));
  }

  @Override
  public Letter letter(int index) {
    SequencedSet<Mailbox> hidden = new LinkedHashSet<>();
    people(index).forEach(person -> hidden.add(person.mailbox()));
    return new Letter.BlindCopy(
        mailshot.from(),
        mailshot.replyTo(),
        hidden,
        body,
        mailshot.images(),
        ForAll.of(mailshot),
        NewsletterParts.headersOf(mailshot));
  }

  @Override
  public List<Recipient> people(int index) {
    checkIndex(index);
    int from = index * perEnvelope;
    return list.people().subList(from, Math.min(from + perEnvelope, list.people().size()));
  }

  private void checkIndex(int index) {
    Objects.checkIndex(index, size());
  }
}
