package org.postroom.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;

/// A document with some things changed and all others as they were.
public final class DocumentEdit {
  private @Nullable UUID id;
  private String name;
  private Kind kind;
  private Delivery delivery;
  private String from;
  private @Nullable String replyTo;
  private Recipients recipients;
  private String subject;
  private @Nullable String text;
  private @Nullable String html;
  private @Nullable String markdown;
  private List<AttachmentEntry> attachments;
  private @Nullable String unsubscribeMailto;
  private @Nullable String postalAddress;
  private @Nullable SendSettings send;
  private List<Acknowledgement> acknowledge;

  public DocumentEdit(MailshotDocument before) {
    id = before.id();
    name = before.name();
    kind = before.kind();
    delivery = before.delivery();
    from = before.from();
    replyTo = before.replyTo();
    recipients = before.recipients();
    subject = before.subject();
    text = before.text();
    html = before.html();
    markdown = before.markdown();
    attachments = before.attachments();
    unsubscribeMailto = before.unsubscribeMailto();
    postalAddress = before.postalAddress();
    send = before.send();
    acknowledge = before.acknowledge();
  }

  public DocumentEdit id(@Nullable UUID value) {
    id = value;
    return this;
  }

  public DocumentEdit name(String value) {
    name = value;
    return this;
  }

  public DocumentEdit kind(Kind value) {
    kind = value;
    return this;
  }

  public DocumentEdit delivery(Delivery value) {
    delivery = value;
    return this;
  }

  public DocumentEdit from(String value) {
    from = value;
    return this;
  }

  public DocumentEdit replyTo(@Nullable String value) {
    replyTo = value;
    return this;
  }

  public DocumentEdit recipients(Recipients value) {
    recipients = value;
    return this;
  }

  public DocumentEdit subject(String value) {
    subject = value;
    return this;
  }

  public DocumentEdit text(@Nullable String value) {
    text = value;
    return this;
  }

  public DocumentEdit html(@Nullable String value) {
    html = value;
    return this;
  }

  public DocumentEdit markdown(@Nullable String value) {
    markdown = value;
    return this;
  }

  public DocumentEdit attachments(List<AttachmentEntry> value) {
    attachments = value;
    return this;
  }

  public DocumentEdit unsubscribeMailto(@Nullable String value) {
    unsubscribeMailto = value;
    return this;
  }

  public DocumentEdit postalAddress(@Nullable String value) {
    postalAddress = value;
    return this;
  }

  public DocumentEdit send(@Nullable SendSettings value) {
    send = value;
    return this;
  }

  public DocumentEdit acknowledge(List<Acknowledgement> value) {
    acknowledge = value;
    return this;
  }

  /// The document with the changes.
  public MailshotDocument document() {
    return new MailshotDocument(
        id,
        name,
        kind,
        delivery,
        from,
        replyTo,
        recipients,
        subject,
        text,
        html,
        markdown,
        attachments,
        unsubscribeMailto,
        postalAddress,
        send,
        acknowledge);
  }
}
