package org.postroom.recipients;

import java.util.Locale;

/// Why a row gets nothing. The code is part of the command line's contract.
public enum LeftOutReason {
  BLANK_ADDRESS,
  INVALID_ADDRESS,
  SEVERAL_ADDRESSES,
  DUPLICATE,
  CONFLICTING_DUPLICATE,
  SUPPRESSED,
  HIDDEN_ROW,
  WRONG_WIDTH,
  CONTROL_CHARACTER,
  DISPLAY_NAME,
  BY_HAND,
  FILTERED,
  CANARY,
  /// The same content was accepted for this person, or is in doubt, in an earlier revision.
  ALREADY_SENT;

  /// As in JSON: `blank-address`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
