package org.postroom.ui.common;

import org.postroom.document.MailshotDocument;

/// The sender as a document writes it, taken apart for showing and put together again.
///
/// @param name may be empty
/// @param address may be empty while it was not given
/// @param replyTo empty where answers go to the sender
public record Sender(String name, String address, String replyTo) {
  public static Sender of(MailshotDocument document) {
    String from = document.from().strip();
    int open = from.lastIndexOf('<');
    String reply = document.replyTo() == null ? "" : document.replyTo();
    if (open < 0 || !from.endsWith(">")) {
      return new Sender("", from, reply);
    }
    String name = from.substring(0, open).strip();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    return new Sender(name, from.substring(open + 1, from.length() - 1).strip(), reply);
  }

  /// As the document writes it. A name with special characters is quoted (RFC 5322, 3.2.4).
  public String from() {
    if (name.isBlank()) {
      return address;
    }
    boolean plain = name.chars().noneMatch(c -> "()<>[]:;@\\,.\"".indexOf(c) >= 0);
    String shown = plain ? name : "\"" + name.replaceAll("([\\\\\"])", "\\\\$1") + "\"";
    return shown + " <" + address + ">";
  }
}
