package org.postroom.message;

import java.util.UUID;

/// The identity of a mailshot, kept in its document.
public record MailshotId(UUID value) implements Comparable<MailshotId> {
  public static MailshotId of(String text) {
    return new MailshotId(UUID.fromString(text));
  }

  @Override
  public int compareTo(MailshotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
