package org.postroom.plan;

import java.util.List;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Mailshot;

/// The files that everybody gets.
final class ForAll {
  private ForAll() {}

  static List<Attachment> of(Mailshot mailshot) {
    return mailshot.slots().stream()
        .filter(AttachmentSlot.ForAll.class::isInstance)
        .map(AttachmentSlot.ForAll.class::cast)
        .map(AttachmentSlot.ForAll::attachment)
        .toList();
  }
}
