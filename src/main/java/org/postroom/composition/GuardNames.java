package org.postroom.composition;

import java.util.Set;

/// The names of headers that a letter may have, must have, and must not have.
final class GuardNames {
  static final Set<String> ONCE =
      Set.of("date", "from", "to", "subject", "message-id", "mime-version", "content-type");

  private static final Set<String> AT_MOST_ONCE =
      Set.of(
          "reply-to",
          "content-transfer-encoding",
          "content-disposition",
          "content-language",
          "list-id",
          "list-unsubscribe",
          "list-unsubscribe-post",
          "list-help",
          "list-owner",
          "list-archive",
          "auto-submitted",
          "precedence",
          "feedback-id",
          "organization",
          "user-agent",
          "x-mailer");

  /// Fields that name people, or by which mailers said on which path and for whom.
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "cc",
          "bcc",
          "sender",
          "return-path",
          "apparently-to",
          "apparently-from",
          "delivered-to",
          "envelope-to",
          "errors-to",
          "return-receipt-to",
          "disposition-notification-to",
          "mail-followup-to",
          "mail-reply-to",
          "original-recipient",
          "final-recipient",
          "received",
          "from",
          "to",
          "reply-to",
          "list-post",
          "x-original-to",
          "x-envelope-to",
          "x-envelope-from",
          "x-rcpt-to",
          "x-receiver",
          "x-sender",
          "x-bcc",
          "x-cc");

  private GuardNames() {}

  static boolean isOfPeople(String name) {
    return OF_PEOPLE.contains(name) || name.startsWith("resent-");
  }

  static boolean isKnown(String name) {
    return ONCE.contains(name) || AT_MOST_ONCE.contains(name);
  }
}
