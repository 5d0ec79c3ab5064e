package org.postroom.plan;

import java.util.ArrayList;
import java.util.List;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.HeaderField;
import org.postroom.message.Letter;
import org.postroom.message.Mailshot;
import org.postroom.message.PersonalFiles;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.template.MergeTemplate;
import org.postroom.template.MergedText;

/// One letter for each person of the list, in its order.
final class IndividualPlan implements DispatchPlan {
  private final Mailshot mailshot;
  private final RecipientList list;
  private final int revision;
  private final Body<MergeTemplate> body;
  private final List<HeaderField> headers;
  private final List<Attachment> forAll;
  private final List<AttachmentSlot.PerPerson> perPerson;

  IndividualPlan(Mailshot mailshot, RecipientList list, int revision) {
    this.mailshot = mailshot;
    this.list = list;
    this.revision = revision;
    this.body = NewsletterParts.bodyOf(mailshot);
    this.headers = NewsletterParts.headersOf(mailshot);
    this.forAll = ForAll.of(mailshot);
    this.perPerson =
        mailshot.slots().stream()
            .filter(AttachmentSlot.PerPerson.class::isInstance)
            .map(AttachmentSlot.PerPerson.class::cast)
            .toList();
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
    return list.people().size();
  }

  @Override
  public LetterId id(int index) {
    return new LetterId(mailshot.id(), revision, list.people().get(index).key().value());
  }

  @Override
  public Letter letter(int index) {
    Recipient person = list.people().get(index);
    MergeTemplate html = body.html();
    Body<MergedText> merged =
        new Body<>(
            body.subject().mergeLine(person),
            body.text().merge(person),
            html == null ? null : html.merge(person));
    return new Letter.Personal(
        mailshot.from(),
        mailshot.replyTo(),
        person,
        merged,
        mailshot.images(),
        attachments(person),
        headers);
  }

  @Override
  public List<Recipient> people(int index) {
    return List.of(list.people().get(index));
  }

  /// First those for everyone, then this person's own; what is refused or missing is not there, and
  /// the review says so.
  private List<Attachment> attachments(Recipient person) {
    if (perPerson.isEmpty()) {
      return forAll;
    }
    List<Attachment> all = new ArrayList<>(forAll);
    for (AttachmentSlot.PerPerson personal : perPerson) {
      String cell = person.value(personal.column());
      if (!cell.isEmpty() && personal.files().find(cell) instanceof PersonalFiles.Found.File own) {
        all.add(own.attachment());
      }
    }
    return all;
  }
}
