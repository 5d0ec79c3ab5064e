package org.postroom.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.address.Mailbox;
import org.postroom.template.MergeTemplate;

/// What is to be sent, to whomever: everything of the document except the people.
///
/// @param id identity
/// @param name what the sender calls it; never sent
/// @param kind personal or newsletter
/// @param delivery one each, or blind copy
/// @param from the sender
/// @param replyTo where answers go, or null
/// @param body subject, text, HTML as templates
/// @param images shown by the HTML
/// @param slots what is attached or was refused, in order
/// @param newsletter the way out and the postal address; null for a personal mailshot
public record Mailshot(
    MailshotId id,
    String name,
    Kind kind,
    Delivery delivery,
    From from,
    @Nullable Mailbox replyTo,
    Body<MergeTemplate> body,
    List<InlineImage> images,
    List<AttachmentSlot> slots,
    @Nullable Newsletter newsletter) {
  public Mailshot {
    images = List.copyOf(images);
    slots = List.copyOf(slots);
  }

  /// Rule M6. Either may be missing while it is being written; the review blocks then.
  ///
  /// @param unsubscribe the address that takes people off, or null
  /// @param postalAddress the sender's postal address, or empty
  public record Newsletter(@Nullable Mailbox unsubscribe, String postalAddress) {}
}
