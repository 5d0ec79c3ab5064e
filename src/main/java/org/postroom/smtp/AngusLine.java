package org.postroom.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.Phase;

/// Angus's greeting, EHLO, STARTTLS and sign-in, which say how far they came.
final class AngusLine extends SMTPTransport {
  private Phase phase = Phase.GREETING;
  private int code;
  private String words = "";

  private final Milestones told;
  private final Talk talk;

  private AngusLine(Session session, Milestones told, Talk talk) {
    super(session, null);
    this.told = told;
    this.talk = talk;
  }

  /// @param localName what EHLO says: an address literal, so that no host name leaks
  /// @param tls layers TLS on the connection; null for plain text
  /// @param talk told what is said
  static AngusLine of(
      SmtpConfig config,
      String localName,
      @Nullable TlsSockets tls,
      @Nullable String secret,
      Milestones told,
      Talk talk) {
    Properties settings = new Properties();
    settings.put("mail.smtp.localhost", localName);
    if (config.security() == Security.STARTTLS) {
      settings.put("mail.smtp.starttls.enable", "true");
      settings.put("mail.smtp.starttls.required", "true");
    }
    if (tls != null) {
      settings.put("mail.smtp.ssl.socketFactory", tls);
      settings.put(
          "mail.smtp.ssl.checkserveridentity",
          String.valueOf(!(config.trust() instanceof Trust.Only)));
    }
    String user = config.user();
    if (user == null || secret == null) {
      return new AngusLine(Session.getInstance(settings), told, talk);
    }
    settings.put("mail.smtp.auth", "true");
    settings.put("mail.smtp.user", user);
    settings.put("mail.smtp.auth.mechanisms", config.oauth() ? "XOAUTH2" : "PLAIN LOGIN");
    AngusLine line =
        new AngusLine(
            Session.getInstance(
                settings,
                new Authenticator() {
                  @Override
                  protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(user, secret);
                  }
                }),
            told,
            talk);
    // Nobody acts for another: the authorisation identity of RFC 4616 stays empty.
    line.setAuthorizationID("");
    return line;
  }

  /// How far it came.
  synchronized Phase phase() {
    return phase;
  }

  /// The last reply's code, or 0 where none came.
  synchronized int code() {
    return code;
  }

  /// The last reply as it came, its code included.
  synchronized String words() {
    return words;
  }

  @Override
  protected boolean ehlo(String name) throws MessagingException {
    phase = Phase.EHLO;
    // The greeting was a mail server's.
    told.reached(ConnectionStep.FOUND);
    talk.said("EHLO " + name);
    return super.ehlo(name);
  }

  @Override
  protected void startTLS() throws MessagingException {
    phase = Phase.STARTTLS;
    talk.said("STARTTLS");
    super.startTLS();
    told.reached(ConnectionStep.ENCRYPTED);
  }

  @Override
  public synchronized int simpleCommand(String command) throws MessagingException {
    if (command.toUpperCase(Locale.ROOT).startsWith("AUTH ")) {
      phase = Phase.AUTH;
    }
    talk.said(command);
    return super.simpleCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    code = 0;
    words = "";
    int heard = super.readServerResponse();
    code = Math.max(heard, 0);
    words = heard < 0 ? "" : getLastServerResponse();
    talk.heard(words);
    return heard;
  }
}
