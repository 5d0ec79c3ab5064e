package org.postroom.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.MessageIDTerm;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;

/// Looks messages up by their Message-ID in the folder of sent mail of one mailbox, over IMAP (RFC
/// 9051). It reads only: the folder is opened with EXAMINE, and nothing is fetched.
public final class SentFolder {
  private static final String TIMEOUT_MILLIS = "20000";

  /// The attribute of the folder (RFC 6154), and what it is called where no folder has it.
  private static final String SPECIAL_USE = "\\Sent";

  private static final List<String> NAMES =
      List.of("sent", "sent items", "sent messages", "sent mail", "gesendet", "gesendete elemente");

  private final SmtpConfig server;

  /// @param server of the mailbox: host, port, how it is secured, who signs in
  public SentFolder(SmtpConfig server) {
    this.server = server;
  }

  /// What came of looking.
  public sealed interface Looked {
    /// @param folder the folder's name
    /// @param found those of the Message-IDs that lie in it
    record There(String folder, Set<String> found) implements Looked {}

    /// The mailbox has no folder of sent mail, or says nowhere which it is.
    record NoFolder() implements Looked {}

    /// @param words what the server or the network said
    record NoSignIn(String words) implements Looked {}

    record Unreachable(String words) implements Looked {}
  }

  /// @param messageIds with their angle brackets
  public Looked find(Set<String> messageIds) {
    if (server.security() == Security.NONE && !mayBePlain()) {
      return new Looked.Unreachable(SmtpTexts.of("imap.plain", server.host()));
    }
    char[] secret = server.secret().get();
    try (Store store = Session.getInstance(settings()).getStore(protocol())) {
      store.connect(server.host(), server.port(), server.user(), new String(secret));
      return look(store, messageIds);
    } catch (AuthenticationFailedException e) {
      return new Looked.NoSignIn(words(e));
    } catch (MessagingException e) {
      return new Looked.Unreachable(words(e));
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /// A password goes over a plain line to this computer itself only, and only where that was asked.
  private boolean mayBePlain() {
    try {
      return server.plainPassword() && InetAddress.getByName(server.host()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Looked look(Store store, Set<String> messageIds) throws MessagingException {
    List<IMAPFolder> sent = sent(store);
    if (sent.isEmpty()) {
      return new Looked.NoFolder();
    }
    IMAPFolder folder = sent.getFirst();
    folder.open(Folder.READ_ONLY);
    try (folder) {
      Set<String> found = new LinkedHashSet<>();
      for (String id : messageIds) {
        if (folder.search(new MessageIDTerm(id)).length > 0) {
          found.add(id);
        }
      }
      return new Looked.There(folder.getFullName(), found);
    }
  }

  /// The one that says so of itself, else the first that is called so.
  private static List<IMAPFolder> sent(Store store) throws MessagingException {
    List<IMAPFolder> marked = new ArrayList<>();
    List<IMAPFolder> named = new ArrayList<>();
    for (Folder each : store.getDefaultFolder().list("*")) {
      if (each instanceof IMAPFolder folder && (folder.getType() & Folder.HOLDS_MESSAGES) != 0) {
        if (Arrays.asList(folder.getAttributes()).contains(SPECIAL_USE)) {
          marked.add(folder);
        } else if (NAMES.contains(folder.getName().toLowerCase(Locale.ROOT))) {
          named.add(folder);
        }
      }
    }
    marked.addAll(named);
    return marked;
  }

  private String protocol() {
    return server.security() == Security.IMPLICIT_TLS ? "imaps" : "imap";
  }

  private Properties settings() {
    String prefix = "mail." + protocol() + ".";
    Properties settings = new Properties();
    settings.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
    settings.put(prefix + "timeout", TIMEOUT_MILLIS);
    settings.put(prefix + "writetimeout", TIMEOUT_MILLIS);
    settings.put(prefix + "ssl.checkserveridentity", "true");
    if (server.security() == Security.STARTTLS) {
      settings.put(prefix + "starttls.enable", "true");
      settings.put(prefix + "starttls.required", "true");
    }
    return settings;
  }

  private static String words(MessagingException e) {
    Throwable cause = e.getCause();
    String words = cause == null ? e.getMessage() : cause.getMessage();
    // The library tells of a connection that ended with the names of its own classes.
    return words == null || words.contains("Exception")
        ? SmtpTexts.of("imap.ended")
        : words.strip();
  }
}
