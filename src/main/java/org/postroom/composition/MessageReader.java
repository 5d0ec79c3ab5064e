package org.postroom.composition;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/// Reads a message by the mail library, without the machinery that guesses how to show things. A
/// part that is not understood becomes an attachment: nothing is lost.
final class MessageReader {
  private static final String STREAMS = "jakarta.mail.util.StreamProvider";
  private static final Session SESSION = session();

  private final byte[] bytes;
  private final Map<String, ReceivedMessage.Part> inline = new LinkedHashMap<>();
  private final List<ReceivedMessage.Part> attachments = new ArrayList<>();
  private @Nullable String text;
  private @Nullable String html;

  MessageReader(byte[] bytes) {
    this.bytes = bytes;
  }

  ReceivedMessage read() {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("no message");
    }
    try {
      MimeMessage message = new MimeMessage(SESSION, new SharedByteArrayInputStream(bytes));
      part(message, message.getRawInputStream());
      String subject = message.getHeader("Subject", null);
      String from = mailboxes(message.getHeader("From"));
      String to = mailboxes(message.getHeader("To"));
      String replyTo = mailboxes(message.getHeader("Reply-To"));
      return new ReceivedMessage(
          headers(message),
          subject == null ? "" : decoded(subject),
          from == null ? "" : from,
          to == null ? "" : to,
          replyTo,
          text == null ? "" : text,
          html,
          Collections.unmodifiableMap(inline),
          List.copyOf(attachments),
          bytes.length);
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("not a message", e);
    }
  }

  private void part(MimePart part, InputStream raw) throws MessagingException, IOException {
    ContentType type = type(part);
    if (type.match("multipart/*") && type.getParameter("boundary") != null) {
      Multipart parts = new MimeMultipart(new MimePartDataSource(part));
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        if (child instanceof MimeBodyPart mime) {
          part(mime, mime.getRawInputStream());
        }
      }
      return;
    }
    boolean shown = !"attachment".equalsIgnoreCase(part.getDisposition());
    if (shown && text == null && type.match("text/plain") && part.getFileName() == null) {
      text = text(part, type, raw);
    } else if (shown && html == null && type.match("text/html") && part.getFileName() == null) {
      html = text(part, type, raw);
    } else {
      file(part, type, raw, shown);
    }
  }

  private void file(MimePart part, ContentType type, InputStream raw, boolean shown)
      throws MessagingException, IOException {
    String fileName = part.getFileName();
    ReceivedMessage.Part file =
        new ReceivedMessage.Part(
            fileName == null ? "" : fileName,
            type.getBaseType().toLowerCase(Locale.ROOT),
            new PartBlob(raw, part.getEncoding()));
    String id = part.getContentID();
    String key = id == null ? "" : id.strip().replaceAll("^<|>$", "");
    if (shown && !key.isEmpty() && !inline.containsKey(key)) {
      inline.put(key, file);
    } else {
      attachments.add(file);
    }
  }

  private static String text(MimePart part, ContentType type, InputStream raw)
      throws MessagingException {
    byte[] octets = PartBlob.octets(raw, part.getEncoding());
    Charset charset = charset(type);
    if (charset.equals(StandardCharsets.UTF_8)) {
      return new String(octets, 0, endLines(octets), charset);
    }
    return new String(octets, charset).replace("\r\n", "\n").replace('\r', '\n');
  }

  /// Ends each line with LF alone, in place: in UTF-8 no other character has these octets.
  ///
  /// @return how many octets are left
  private static int endLines(byte[] octets) {
    int length = 0;
    int at = 0;
    while (at < octets.length) {
      int end = at;
      while (end < octets.length && octets[end] != '\r') {
        end++;
      }
      if (length < at) {
        System.arraycopy(octets, at, octets, length, end - at);
      }
      length += end - at;
      if (end < octets.length) {
        octets[length++] = '\n';
        end += end + 1 < octets.length && octets[end + 1] == '\n' ? 2 : 1;
      }
      at = end;
    }
    return length;
  }

  private static Charset charset(ContentType type) {
    String name = type.getParameter("charset");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException e) {
      // Nothing is lost: each octet becomes a character.
      return StandardCharsets.ISO_8859_1;
    }
  }

  private static Session session() {
    // Unless it is named, the library searches the whole class path for it at every part and every
    // encoded word, which takes four fifths of the time.
    if (System.getProperty(STREAMS) == null) {
      System.setProperty(STREAMS, MailStreamProvider.class.getName());
    }
    Properties properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return Session.getInstance(properties);
  }

  private static ContentType type(MimePart part) throws MessagingException {
    try {
      return new ContentType(part.getContentType());
    } catch (ParseException e) {
      return new ContentType("application", "octet-stream", null);
    }
  }

  private static List<String> headers(MimeMessage message)
      throws MessagingException, UnsupportedEncodingException {
    List<String> headers = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.add(header.getName() + ": " + decoded(header.getValue()));
    }
    return List.copyOf(headers);
  }

  private static String decoded(String raw) throws UnsupportedEncodingException {
    return MimeUtility.decodeText(MimeUtility.unfold(raw));
  }

  /// As people read them, or null where there is no such header.
  private static @Nullable String mailboxes(String @Nullable [] values)
      throws UnsupportedEncodingException {
    if (values == null) {
      return null;
    }
    List<String> shown = new ArrayList<>();
    for (String value : values) {
      try {
        for (InternetAddress one : InternetAddress.parseHeader(value, false)) {
          String name = one.getPersonal();
          shown.add(name == null ? one.getAddress() : name + " <" + one.getAddress() + ">");
        }
      } catch (AddressException e) {
        shown.add(decoded(value));
      }
    }
    return String.join(", ", shown);
  }
}
