package org.postroom.richtext;

import java.util.Locale;

/// What a text from elsewhere had and the text that was made of it has not.
public enum Loss {
  /// Words that were deleted while changes were tracked.
  TRACKED_CHANGE,
  STRUCK_OUT,
  /// Remarks of a word processor.
  REMARK,
  HIDDEN,
  SCRIPT,
  /// A picture that tells somebody that it was looked at.
  TRACKER,
  /// A picture on the web.
  REMOTE_PICTURE,
  /// A picture that lies somewhere on a disk, or that mail programs do not show.
  PICTURE,
  FORM,
  EMBEDDED,
  /// A link to where no letter leads.
  LINK;

  /// Its name for resources.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
