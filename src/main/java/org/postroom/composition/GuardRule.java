package org.postroom.composition;

import java.util.Locale;

/// What the guard insists on. A letter that breaks one is not sent.
enum GuardRule {
  MAIL_FROM("MAIL FROM is not the sender's address"),
  RECIPIENTS("the envelope's recipients are not exactly the cleared ones"),
  NUL("there is a NUL octet"),
  BARE_BREAK("a CR or an LF stands alone"),
  LONG_LINE("a line has more than 998 octets"),
  UNENDED("the last line is not ended"),
  NO_SEPARATOR("no empty line ends the headers"),
  MALFORMED("a header line is not one"),
  RAW_OCTETS("a header holds octets that are not ASCII"),
  NAMES_PEOPLE("a header names further people or the path"),
  UNKNOWN_HEADER("a header that letters do not have"),
  COUNT("a header that stands exactly once is missing or repeated"),
  DATE("Date is not a date"),
  FROM("From is not exactly the sender"),
  TO("To is not exactly the one mailbox that was cleared"),
  REPLY_TO("Reply-To is not what the sender chose"),
  MESSAGE_ID("Message-ID is not one of this program's"),
  FOREIGN_ADDRESS("a header holds an address that nobody cleared for it"),
  UNDECODABLE("a header cannot be decoded"),
  STRUCTURE("the parts of the body cannot be told apart"),
  UNREADABLE("the letter cannot be read");

  private final String words;

  GuardRule(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  GuardVerdict stop() {
    return new GuardVerdict.Stop(name().toLowerCase(Locale.ROOT).replace('_', '-'), words);
  }
}
