package org.postroom.composition;

import java.util.function.UnaryOperator;

/// What can go wrong in a composer, or between it and the wire: each turns an honest letter to
/// ann@people.example into one that must not leave. Bob is another recipient of the same mailshot.
enum Fault {
  SHARED_LIST_IN_TO(
      GuardRule.TO, w -> header(w, "To: Ann Lee <ann@people.example>, bob@people.example")),
  REUSED_MESSAGE_WITH_THE_FIRST_PERSON_IN_TO(
      GuardRule.TO, w -> header(w, "To: bob@people.example, Ann Lee <ann@people.example>")),
  REUSED_MESSAGE_FOR_ANOTHER_PERSON(GuardRule.TO, w -> header(w, "To: bob@people.example")),
  SECOND_TO(GuardRule.COUNT, w -> add(w, "To: bob@people.example")),
  SECOND_TO_WITH_THE_SAME_PERSON(GuardRule.COUNT, w -> add(w, "To: ann@people.example")),
  GROUP(GuardRule.TO, w -> header(w, "To: Choir: ann@people.example, bob@people.example;")),
  GROUP_OF_ONE(GuardRule.TO, w -> header(w, "To: Choir:ann@people.example;")),
  NOBODY_IN_TO(GuardRule.TO, w -> header(w, "To: undisclosed-recipients:;")),
  SEMICOLON_IN_TO(GuardRule.TO, w -> header(w, "To: ann@people.example; bob@people.example")),
  ROUTE(GuardRule.TO, w -> header(w, "To: <@people.example:ann@people.example>")),
  COMMENT_IN_TO(GuardRule.TO, w -> header(w, "To: ann@people.example (also bob@people.example)")),
  SOMEBODY_IN_THE_NAME(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "To: \"bob@people.example\" <ann@people.example>")),
  SOMEBODY_ENCODED_IN_THE_NAME(
      GuardRule.FOREIGN_ADDRESS,
      w -> header(w, "To: =?UTF-8?B?Ym9iQHBlb3BsZS5leGFtcGxl?= <ann@people.example>")),
  SOMEBODY_IN_TWO_ENCODED_WORDS(
      GuardRule.FOREIGN_ADDRESS,
      w ->
          header(
              w, "To: =?UTF-8?Q?bob=40peo?=\r\n =?utf-8?q?ple=2Eexample?= <ann@people.example>")),
  FOLDED_LIST(
      GuardRule.TO, w -> header(w, "To: Ann Lee <ann@people.example>,\r\n bob@people.example")),
  BCC(GuardRule.NAMES_PEOPLE, w -> add(w, "Bcc: bob@people.example")),
  LOWER_CASE_BCC(GuardRule.NAMES_PEOPLE, w -> add(w, "bcc: bob@people.example")),
  EMPTY_BCC(GuardRule.NAMES_PEOPLE, w -> add(w, "Bcc: ")),
  CC(GuardRule.NAMES_PEOPLE, w -> add(w, "Cc: bob@people.example")),
  CC_FOLDED(GuardRule.NAMES_PEOPLE, w -> add(w, "Cc:\r\n bob@people.example")),
  CC_FOLDED_BY_TAB(GuardRule.NAMES_PEOPLE, w -> add(w, "CC:\r\n\tbob@people.example")),
  CC_WITH_A_BLANK_BEFORE_THE_COLON(GuardRule.MALFORMED, w -> add(w, "Cc : bob@people.example")),
  RESENT_BCC(GuardRule.NAMES_PEOPLE, w -> add(w, "Resent-Bcc: bob@people.example")),
  RESENT_TO(GuardRule.NAMES_PEOPLE, w -> add(w, "Resent-To: bob@people.example")),
  SENDER(GuardRule.NAMES_PEOPLE, w -> add(w, "Sender: bob@people.example")),
  RETURN_PATH(GuardRule.NAMES_PEOPLE, w -> add(w, "Return-Path: <bob@people.example>")),
  APPARENTLY_TO(GuardRule.NAMES_PEOPLE, w -> add(w, "Apparently-To: bob@people.example")),
  X_ORIGINAL_TO(GuardRule.NAMES_PEOPLE, w -> add(w, "X-Original-To: bob@people.example")),
  DELIVERED_TO(GuardRule.NAMES_PEOPLE, w -> add(w, "Delivered-To: bob@people.example")),
  RECEIPTS(GuardRule.NAMES_PEOPLE, w -> add(w, "Disposition-Notification-To: bob@people.example")),
  HEADER_OF_A_DEBUGGER(GuardRule.UNKNOWN_HEADER, w -> add(w, "X-Merge-Row: 17")),
  REPLY_TO_ANOTHER_RECIPIENT(GuardRule.REPLY_TO, w -> add(w, "Reply-To: bob@people.example")),
  REPLY_TO_THE_RECIPIENT(GuardRule.REPLY_TO, w -> add(w, "Reply-To: ann@people.example")),
  REPLY_TO_TWO(
      GuardRule.REPLY_TO, w -> add(w, "Reply-To: office@choir.example, ann@people.example")),
  ADDRESS_IN_SUBJECT(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: for ann and bob@people.example")),
  ADDRESS_IN_SUBJECT_AS_ENTITY(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob&#64;people.example")),
  ADDRESS_IN_SUBJECT_AS_HEX_ENTITY(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob&#x40;people&period;example")),
  ADDRESS_IN_SUBJECT_BY_PERCENT(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob%40people.example")),
  ADDRESS_IN_SUBJECT_BY_PERCENT_TWICE(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob%2540people.example")),
  ADDRESS_IN_SUBJECT_WITH_FULL_WIDTH_SIGNS(
      GuardRule.FOREIGN_ADDRESS,
      w -> header(w, "Subject: =?UTF-8?B?Ym9i77ygcGVvcGxl44CCZXhhbXBsZQ==?=")),
  ADDRESS_IN_SUBJECT_WITH_ZERO_WIDTH_SPACE(
      GuardRule.FOREIGN_ADDRESS,
      w -> header(w, "Subject: =?UTF-8?Q?bob=E2=80=8B=40people=2Eexample?=")),
  ADDRESS_IN_SUBJECT_WITH_A_COMMENT(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob(the tenor)@people.example")),
  ADDRESS_IN_SUBJECT_IN_UTF_16(
      GuardRule.FOREIGN_ADDRESS,
      w -> header(w, "Subject: =?UTF-16BE?B?AGIAbwBiAEAAcABlAG8AcABsAGUALgBlAHgAYQBtAHAAbABl?=")),
  QUOTED_LOCAL_PART_IN_SUBJECT(
      GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: \"bob b\"@people.example")),
  ADDRESS_LITERAL_IN_SUBJECT(GuardRule.FOREIGN_ADDRESS, w -> header(w, "Subject: bob@[192.0.2.1]")),
  UNKNOWN_CHARSET(GuardRule.UNDECODABLE, w -> header(w, "Subject: =?X-MINE?B?Ym9i?=")),
  BROKEN_ENCODED_WORD(GuardRule.UNDECODABLE, w -> header(w, "Subject: =?UTF-8?B?Ym9i")),
  BROKEN_BASE64(GuardRule.UNDECODABLE, w -> header(w, "Subject: =?UTF-8?B?Y*9i?=")),
  BROKEN_QUOTED(GuardRule.UNDECODABLE, w -> header(w, "Subject: =?UTF-8?Q?=4?=")),
  SOMEBODY_ELSES_WAY_OUT(
      GuardRule.FOREIGN_ADDRESS,
      w -> add(w, "List-Unsubscribe: <mailto:leave@choir.example?subject=bob%40people.example>")),
  SOMEBODY_IN_A_WEB_ADDRESS(
      GuardRule.FOREIGN_ADDRESS,
      w -> add(w, "List-Unsubscribe: <https://choir.example/leave?who=bob%40people.example>")),
  BOUNCE_ADDRESS_WITH_SOMEBODY_IN_IT(
      GuardRule.FOREIGN_ADDRESS,
      w -> add(w, "List-Unsubscribe: <mailto:leave+bob=people.example@choir.example>")),
  NO_DATE(GuardRule.COUNT, w -> w.replaceFirst("Date: [^\r]*\r\n", "")),
  NO_TO(GuardRule.COUNT, w -> w.replaceFirst("To: [^\r]*\r\n", "")),
  NO_SUBJECT(GuardRule.COUNT, w -> w.replaceFirst("Subject: [^\r]*\r\n", "")),
  NO_MESSAGE_ID(GuardRule.COUNT, w -> w.replaceFirst("Message-ID:[^>]*>\r\n", "")),
  NO_MIME_VERSION(GuardRule.COUNT, w -> w.replaceFirst("MIME-Version: 1.0\r\n", "")),
  A_WORD_FOR_A_DATE(GuardRule.DATE, w -> header(w, "Date: today")),
  TWO_FROM(GuardRule.COUNT, w -> add(w, "From: office@choir.example")),
  TWO_SENDERS_IN_FROM(
      GuardRule.FROM, w -> header(w, "From: office@choir.example, bob@people.example")),
  ANOTHER_SENDER(GuardRule.FROM, w -> header(w, "From: bob@people.example")),
  TWO_SUBJECTS(GuardRule.COUNT, w -> add(w, "Subject: again")),
  TWO_CONTENT_TYPES(GuardRule.COUNT, w -> add(w, "Content-Type: text/html")),
  MESSAGE_ID_WITH_THE_ADDRESS(
      GuardRule.MESSAGE_ID,
      w -> w.replaceFirst("Message-ID:[^>]*>", "Message-ID: <ann.people.example@choir.example>")),
  MESSAGE_ID_WITH_TWO_AT(
      GuardRule.MESSAGE_ID,
      w -> w.replaceFirst("Message-ID:[^>]*>", "Message-ID: <ann@people.example@choir.example>")),
  MESSAGE_ID_OF_THE_MACHINE(
      GuardRule.MESSAGE_ID, w -> w.replaceFirst("@choir.example>\r\nMIME", "@localhost>\r\nMIME")),
  BARE_LF(GuardRule.BARE_BREAK, w -> w.replace("seven", "seven\n")),
  BARE_CR(GuardRule.BARE_BREAK, w -> w.replace("seven", "seven\rBcc: bob@people.example")),
  BARE_LF_IN_A_HEADER(GuardRule.BARE_BREAK, w -> header(w, "Subject: x\nBcc: bob@people.example")),
  ONLY_LF(GuardRule.BARE_BREAK, w -> w.replace("\r\n", "\n")),
  CR_AT_THE_END(GuardRule.BARE_BREAK, w -> w + "\r"),
  LF_AT_THE_BEGINNING(GuardRule.BARE_BREAK, w -> "\n" + w),
  LONG_HEADER(GuardRule.LONG_LINE, w -> header(w, "Subject: " + "x".repeat(990))),
  LONG_BODY_LINE(GuardRule.LONG_LINE, w -> w.replace("seven", "7".repeat(999))),
  NO_END(GuardRule.UNENDED, w -> w.stripTrailing()),
  NOTHING(GuardRule.UNENDED, _ -> ""),
  NUL(GuardRule.NUL, w -> w.replace("seven", "\0")),
  RAW_OCTETS_IN_SUBJECT(GuardRule.RAW_OCTETS, w -> header(w, "Subject: Übung")),
  RAW_OCTETS_IN_A_NAME(GuardRule.RAW_OCTETS, w -> header(w, "To: Zoë <ann@people.example>")),
  NO_EMPTY_LINE(GuardRule.MALFORMED, w -> w.replaceFirst("\r\n\r\n", "\r\n")),
  HEADERS_ALONE(GuardRule.NO_SEPARATOR, w -> w.substring(0, w.indexOf("\r\n\r\n") + 2)),
  EMPTY_LINE_TOO_EARLY(
      GuardRule.COUNT, w -> w.replaceFirst("\r\nMIME-Version", "\r\n\r\nMIME-Version")),
  FOLD_BEFORE_ANY_HEADER(GuardRule.MALFORMED, w -> " x\r\n" + w),
  BLANK_FOLD(GuardRule.MALFORMED, w -> header(w, "Subject: x\r\n \r\n y")),
  CONTROL_IN_A_HEADER(GuardRule.MALFORMED, w -> header(w, "Subject: x\u0007")),
  INJECTED_BCC(GuardRule.NAMES_PEOPLE, w -> header(w, "Subject: Hello\r\nBcc: bob@people.example")),
  INJECTED_HEADER(GuardRule.UNKNOWN_HEADER, w -> header(w, "Subject: Hello\r\nX-Evil: 1")),
  INJECTED_BODY(GuardRule.COUNT, w -> header(w, "Subject: Hello\r\n\r\nbob@people.example"));

  private final GuardRule rule;

  // Lambdas without state; the checker cannot see that.
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<String> edit;

  Fault(GuardRule rule, UnaryOperator<String> edit) {
    this.rule = rule;
    this.edit = edit;
  }

  /// What the guard says to it.
  GuardRule rule() {
    return rule;
  }

  String in(String letter) {
    return edit.apply(letter);
  }

  /// With another line in place of the header of the same name.
  private static String header(String wire, String line) {
    String name = line.substring(0, line.indexOf(':'));
    int start = wire.startsWith(name + ":") ? 0 : wire.indexOf("\r\n" + name + ":") + 2;
    return wire.substring(0, start) + line + wire.substring(wire.indexOf("\r\n", start));
  }

  /// With a further header, between the others.
  private static String add(String wire, String line) {
    return wire.replaceFirst(
        "\r\nMIME-Version",
        java.util.regex.Matcher.quoteReplacement("\r\n" + line + "\r\nMIME-Version"));
  }
}
