package org.postroom.plan;

import org.postroom.message.MailshotId;

/// The identity of a letter. Where a row stands in the file is no part of it.
///
/// @param mailshot which mailshot
/// @param revision 1 for the first plan; a new send after a finished one is the next
/// @param recipient the mailbox key, or in a blind copy the envelope's number (`#1`, `#2`, …)
public record LetterId(MailshotId mailshot, int revision, String recipient) {
  public LetterId {
    if (revision < 1 || recipient.isEmpty()) {
      throw new IllegalArgumentException("not a letter's id");
    }
  }

  /// The form that is hashed and stored.
  public String text() {
    return beginning(mailshot, revision) + recipient;
  }

  /// How [#text()] begins for all letters of a plan.
  public static String beginning(MailshotId mailshot, int revision) {
    return mailshot + "/" + revision + "/";
  }

  @Override
  public String toString() {
    return mailshot + "/" + revision + "/…";
  }
}
