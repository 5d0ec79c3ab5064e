package org.postroom.smtp;

import java.util.ArrayList;
import java.util.List;
import org.postroom.address.AddrSpec;
import org.postroom.dispatch.Courier;

/// What is said to one server for a letter, by what it offers (RFC 5321 section 4.1.1, RFC 1870,
/// RFC 6531).
final class Commands {
  private final AngusLine line;

  Commands(AngusLine line) {
    this.line = line;
  }

  String mail(Courier.Parcel parcel) {
    StringBuilder command = new StringBuilder("MAIL FROM:<").append(parcel.mailFrom().wire());
    command.append('>');
    if (line.supportsExtension("SIZE")) {
      command.append(" SIZE=").append(parcel.letter().size());
    }
    if (needsSmtpUtf8(parcel)) {
      command.append(" SMTPUTF8");
    }
    return command.toString();
  }

  static String rcpt(AddrSpec recipient) {
    return "RCPT TO:<" + recipient.wire() + ">";
  }

  /// Everything up to the body.
  List<String> announcement(Courier.Parcel parcel) {
    List<String> commands = new ArrayList<>();
    commands.add(mail(parcel));
    parcel.rcptTo().forEach(recipient -> commands.add(rcpt(recipient)));
    commands.add("DATA");
    return commands;
  }

  static boolean needsSmtpUtf8(Courier.Parcel parcel) {
    return parcel.mailFrom().needsSmtpUtf8()
        || parcel.rcptTo().stream().anyMatch(AddrSpec::needsSmtpUtf8);
  }
}
