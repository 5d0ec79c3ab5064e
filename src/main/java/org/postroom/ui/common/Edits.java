package org.postroom.ui.common;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.document.RecipientsEdit;
import org.postroom.finding.Acknowledgement;

/// A document with one thing changed.
public final class Edits {
  private Edits() {}

  public static MailshotDocument id(MailshotDocument d, @Nullable UUID id) {
    return new DocumentEdit(d).id(id).document();
  }

  public static MailshotDocument name(MailshotDocument d, String name) {
    return new DocumentEdit(d).name(name).document();
  }

  public static MailshotDocument sender(MailshotDocument d, String from, @Nullable String replyTo) {
    return new DocumentEdit(d).from(from).replyTo(replyTo).document();
  }

  public static MailshotDocument recipients(MailshotDocument d, Recipients recipients) {
    return new DocumentEdit(d).recipients(recipients).document();
  }

  public static MailshotDocument subject(MailshotDocument d, String subject) {
    return new DocumentEdit(d).subject(subject).document();
  }

  public static MailshotDocument markdown(MailshotDocument d, @Nullable String file) {
    return new DocumentEdit(d).markdown(file).document();
  }

  /// The files that the text is in; null for none.
  public static MailshotDocument texts(
      MailshotDocument d, @Nullable String text, @Nullable String html, @Nullable String markdown) {
    return new DocumentEdit(d).text(text).html(html).markdown(markdown).document();
  }

  public static MailshotDocument attachments(MailshotDocument d, List<AttachmentEntry> entries) {
    return new DocumentEdit(d).attachments(entries).document();
  }

  /// The way out and the postal address of a newsletter.
  public static MailshotDocument newsletter(
      MailshotDocument d, @Nullable String unsubscribe, @Nullable String postalAddress) {
    return new DocumentEdit(d)
        .unsubscribeMailto(unsubscribe)
        .postalAddress(postalAddress)
        .document();
  }

  public static MailshotDocument acknowledge(MailshotDocument d, List<Acknowledgement> confirmed) {
    return new DocumentEdit(d).acknowledge(confirmed).document();
  }

  public static MailshotDocument send(MailshotDocument d, SendSettings settings) {
    return new DocumentEdit(d).send(settings).document();
  }

  /// Another list: what was decided about the rows of the old one goes, the basis too.
  public static Recipients list(String file) {
    return new RecipientsEdit(Recipients.none()).file(file).recipients();
  }

  public static Recipients columns(
      Recipients r, @Nullable String addressColumn, @Nullable String nameColumn) {
    return new RecipientsEdit(r).addressColumn(addressColumn).nameColumn(nameColumn).recipients();
  }

  public static Recipients reading(
      Recipients r,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String sheet,
      @Nullable Integer headingRow) {
    return new RecipientsEdit(r)
        .charset(charset)
        .delimiter(delimiter)
        .sheet(sheet)
        .headingRow(headingRow)
        .recipients();
  }

  public static Recipients basis(Recipients r, @Nullable String basis) {
    return new RecipientsEdit(r).basis(basis).recipients();
  }
}
