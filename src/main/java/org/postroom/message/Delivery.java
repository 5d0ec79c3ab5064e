package org.postroom.message;

/// How a mailshot is delivered. There is no third way.
public enum Delivery {
  /// One message per person, with one envelope recipient. The default.
  INDIVIDUAL,
  /// One message for many; all recipients are in the envelope, none is visible.
  BLIND_COPY
}
