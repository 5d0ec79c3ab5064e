package org.postroom.message;

/// What sort of mailshot it is (rule M6).
public enum Kind {
  /// A personal or administrative mailshot; carries no List-* headers.
  PERSONAL,
  /// A newsletter; carries List-Id, List-Unsubscribe and the sender's postal address.
  NEWSLETTER
}
