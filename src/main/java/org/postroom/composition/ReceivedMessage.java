package org.postroom.composition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Blob;

/// A message as its reader's program sees it, parsed from the finished bytes by the mail library.
/// The preview and the review read this; nothing renders a template a second way.
///
/// @param headers every header in order, decoded, as `Name: value`
/// @param subject decoded
/// @param from as shown
/// @param to as shown
/// @param replyTo as shown, or null
/// @param text the text part, its lines ended by `\n`
/// @param html the HTML part, or null; its lines ended by `\n`
/// @param inline Content-ID without brackets → the image
/// @param attachments in order: every part that is neither text, HTML nor inline
/// @param size bytes of the whole
public record ReceivedMessage(
    List<String> headers,
    String subject,
    String from,
    String to,
    @Nullable String replyTo,
    String text,
    @Nullable String html,
    Map<String, Part> inline,
    List<Part> attachments,
    long size) {

  /// A decoded part.
  ///
  /// @param fileName as its header says, decoded; empty where it says none
  /// @param contentType `type/subtype` in lower case
  /// @param content decoded when it is asked for
  public record Part(String fileName, String contentType, Blob content) {}

  /// Reads `bytes`, which nobody may change afterwards: parts are decoded from them on demand.
  ///
  /// @throws IllegalArgumentException where the bytes are no message; the composer's never are
  public static ReceivedMessage parse(byte[] bytes) {
    return new MessageReader(bytes).read();
  }
}
