package org.postroom.ui.common;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.finding.Acknowledgement;

/// A document with one thing changed.
public final class Edits {
  private Edits() {}

  public static MailshotDocument id(MailshotDocument d, @Nullable UUID id) {
    return new MailshotDocument(
        id,
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument name(MailshotDocument d, String name) {
    return new MailshotDocument(
        d.id(),
        name,
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument sender(MailshotDocument d, String from, @Nullable String replyTo) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        from,
        replyTo,
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument recipients(MailshotDocument d, Recipients recipients) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        recipients,
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument subject(MailshotDocument d, String subject) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        subject,
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument markdown(MailshotDocument d, @Nullable String file) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        file,
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument attachments(MailshotDocument d, List<AttachmentEntry> entries) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        entries,
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        d.acknowledge());
  }

  /// The way out and the postal address of a newsletter.
  public static MailshotDocument newsletter(
      MailshotDocument d, @Nullable String unsubscribe, @Nullable String postalAddress) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        unsubscribe,
        postalAddress,
        d.send(),
        d.acknowledge());
  }

  public static MailshotDocument acknowledge(MailshotDocument d, List<Acknowledgement> confirmed) {
    return new MailshotDocument(
        d.id(),
        d.name(),
        d.kind(),
        d.delivery(),
        d.from(),
        d.replyTo(),
        d.recipients(),
        d.subject(),
        d.text(),
        d.html(),
        d.markdown(),
        d.attachments(),
        d.unsubscribeMailto(),
        d.postalAddress(),
        d.send(),
        confirmed);
  }

  /// Another list: what was decided about the rows of the old one goes, the basis too.
  public static Recipients list(String file) {
    return new Recipients(
        file,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        java.util.Map.of());
  }

  public static Recipients columns(
      Recipients r, @Nullable String addressColumn, @Nullable String nameColumn) {
    return new Recipients(
        r.file(),
        addressColumn,
        nameColumn,
        r.sheet(),
        r.charset(),
        r.delimiter(),
        r.basis(),
        r.expected(),
        r.sha256(),
        r.leaveOut(),
        r.corrections(),
        r.duplicates(),
        r.where());
  }

  public static Recipients reading(
      Recipients r, @Nullable String charset, @Nullable String delimiter, @Nullable String sheet) {
    return new Recipients(
        r.file(),
        r.addressColumn(),
        r.nameColumn(),
        sheet,
        charset,
        delimiter,
        r.basis(),
        r.expected(),
        r.sha256(),
        r.leaveOut(),
        r.corrections(),
        r.duplicates(),
        r.where());
  }

  public static Recipients basis(Recipients r, @Nullable String basis) {
    return new Recipients(
        r.file(),
        r.addressColumn(),
        r.nameColumn(),
        r.sheet(),
        r.charset(),
        r.delimiter(),
        basis,
        r.expected(),
        r.sha256(),
        r.leaveOut(),
        r.corrections(),
        r.duplicates(),
        r.where());
  }

  /// What was decided about single rows.
  public static Recipients rows(
      Recipients r,
      List<LeaveOut> leaveOut,
      List<Correction> corrections,
      List<Duplicate> duplicates) {
    return new Recipients(
        r.file(),
        r.addressColumn(),
        r.nameColumn(),
        r.sheet(),
        r.charset(),
        r.delimiter(),
        r.basis(),
        r.expected(),
        r.sha256(),
        leaveOut,
        corrections,
        duplicates,
        r.where());
  }
}
