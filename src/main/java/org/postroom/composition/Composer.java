package org.postroom.composition;

import org.postroom.message.Letter;
import org.postroom.plan.LetterId;

/// Makes a letter's bytes. Deterministic: boundaries, Message-ID and all else depend on the letter
/// and the workspace's key alone. Static parts and encoded attachments are prepared once and kept
/// in this object, so one composer serves one mailshot; safe for use by several threads.
public interface Composer {
  /// @throws org.postroom.message.BlobChangedException where an attachment's file changed meanwhile
  ComposedLetter compose(LetterId id, Letter letter);
}
