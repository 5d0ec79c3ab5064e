package org.postroom.mta;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Reads a mailbox back by IMAP, byte for byte.
final class Imap {
  private final int port;

  Imap(int port) {
    this.port = port;
  }

  /// Every message of the inbox as it lies there.
  List<byte[]> inbox(String user) throws MessagingException, IOException {
    Properties settings = new Properties();
    settings.put("mail.imaps.ssl.trust", "*");
    settings.put("mail.imaps.ssl.checkserveridentity", "false");
    try (Store store = Session.getInstance(settings).getStore("imaps")) {
      store.connect("127.0.0.1", port, user, RealMailServers.PASSWORD);
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<byte[]> messages = new ArrayList<>();
        for (Message message : inbox.getMessages()) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          message.writeTo(bytes);
          messages.add(bytes.toByteArray());
        }
        return messages;
      }
    }
  }
}
