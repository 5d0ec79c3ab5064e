package org.postroom.composition;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/// Reads a message by the mail library, without the machinery that guesses how to show things. A
/// part that is not understood becomes an attachment: nothing is lost.
final class MessageReader {
  private static final String STREAMS = "jakarta.mail.util.StreamProvider";
  private static final Session SESSION = session();

  private final byte[] bytes;
  private final ReadParts parts = new ReadParts();

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
      List<ShownHeaders.Field> fields = new ArrayList<>();
      for (Header header : Collections.list(message.getAllHeaders())) {
        fields.add(new ShownHeaders.Field(header.getName(), header.getValue()));
      }
      return parts.message(ShownHeaders.of(fields), bytes.length);
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("not a message", e);
    }
  }

  private void part(MimePart part, InputStream raw) throws MessagingException, IOException {
    ContentType type = type(part.getContentType());
    if (type.match("multipart/*") && type.getParameter("boundary") != null) {
      Multipart children = new MimeMultipart(new MimePartDataSource(part));
      for (int i = 0; i < children.getCount(); i++) {
        BodyPart child = children.getBodyPart(i);
        if (child instanceof MimeBodyPart mime) {
          part(mime, mime.getRawInputStream());
        }
      }
      return;
    }
    boolean shown = !"attachment".equalsIgnoreCase(part.getDisposition());
    if (shown && parts.isText(type) && part.getFileName() == null) {
      parts.text(text(part, type, raw));
    } else if (shown && parts.isHtml(type) && part.getFileName() == null) {
      parts.html(text(part, type, raw));
    } else {
      parts.file(part, type, raw, shown);
    }
  }

  private static String text(MimePart part, ContentType type, InputStream raw)
      throws MessagingException {
    byte[] octets = PartBlob.octets(raw, part.getEncoding());
    return new String(octets, charset(type)).replace("\r\n", "\n").replace('\r', '\n');
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

  /// @param value of the header, or null where there is none
  static ContentType type(@Nullable String value) {
    try {
      return value == null ? new ContentType("text", "plain", null) : new ContentType(value);
    } catch (ParseException e) {
      return new ContentType("application", "octet-stream", null);
    }
  }
}
