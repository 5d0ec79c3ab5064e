package org.postroom.composition;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a message as they are met: the first text and the first HTML that are shown, the
/// images by their Content-ID, and everything else as attachments. Nothing is lost.
final class ReadParts {
  private final Map<String, ReceivedMessage.Part> inline = new LinkedHashMap<>();
  private final List<ReceivedMessage.Part> attachments = new ArrayList<>();
  private @Nullable String text;
  private @Nullable String html;

  /// True where a part of this type would be the message's text.
  boolean isText(ContentType type) {
    return text == null && type.match("text/plain");
  }

  /// True where a part of this type would be the message's HTML.
  boolean isHtml(ContentType type) {
    return html == null && type.match("text/html");
  }

  void text(String words) {
    text = words;
  }

  void html(String source) {
    html = source;
  }

  /// @param part its headers
  /// @param raw its content, encoded
  /// @param shown false where it says that it is an attachment
  void file(MimePart part, ContentType type, InputStream raw, boolean shown)
      throws MessagingException {
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

  /// @param headers every header in order
  /// @param size bytes of the whole
  ReceivedMessage message(ShownHeaders headers, int size) {
    return new ReceivedMessage(
        headers.all(),
        headers.subject(),
        headers.from(),
        headers.to(),
        headers.replyTo(),
        text == null ? "" : text,
        html,
        Collections.unmodifiableMap(inline),
        List.copyOf(attachments),
        size);
  }
}
