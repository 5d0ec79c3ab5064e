package org.postroom.composition;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The headers of a message as people read them, decoded by the mail library.
///
/// @param all every header in order, as `Name: value`
/// @param from empty where there is none
/// @param to empty where there is none
record ShownHeaders(
    List<String> all, String subject, String from, String to, @Nullable String replyTo) {
  /// One header as it stands.
  ///
  /// @param value without the blanks after the colon; folded lines are still folded
  record Field(String name, String value) {}

  static ShownHeaders of(List<Field> fields) throws UnsupportedEncodingException {
    List<String> all = new ArrayList<>(fields.size());
    String subject = null;
    for (Field field : fields) {
      String value = decoded(field.value());
      all.add(field.name() + ": " + value);
      if (subject == null && field.name().equalsIgnoreCase("Subject")) {
        subject = value;
      }
    }
    String from = mailboxes(fields, "From");
    String to = mailboxes(fields, "To");
    return new ShownHeaders(
        List.copyOf(all),
        subject == null ? "" : subject,
        from == null ? "" : from,
        to == null ? "" : to,
        mailboxes(fields, "Reply-To"));
  }

  private static String decoded(String raw) throws UnsupportedEncodingException {
    return MimeUtility.decodeText(MimeUtility.unfold(raw));
  }

  /// Null where there is no such header.
  private static @Nullable String mailboxes(List<Field> fields, String name)
      throws UnsupportedEncodingException {
    List<String> shown = null;
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        shown = shown == null ? new ArrayList<>() : shown;
        addMailboxes(field.value(), shown);
      }
    }
    return shown == null ? null : String.join(", ", shown);
  }

  private static void addMailboxes(String value, List<String> shown)
      throws UnsupportedEncodingException {
    try {
      for (InternetAddress one : InternetAddress.parseHeader(value, false)) {
        String name = one.getPersonal();
        shown.add(name == null ? one.getAddress() : name + " <" + one.getAddress() + ">");
      }
    } catch (AddressException e) {
      shown.add(decoded(value));
    }
  }
}
