package org.postroom.engine;

import java.util.List;
import org.postroom.links.FixedLinks;
import org.postroom.links.TriedLink;

/// Whether the pages are there that a mailshot links to. Links are checked by their form otherwise:
/// nothing is asked over the network unless a person wants it here and now.
public interface LinkTrier {
  /// The links of the mailshot's texts as they lie on the disk. Nothing is connected to.
  FixedLinks of(MailshotFile file) throws ProblemException;

  /// Asks for each page once. The servers see this computer's address, and nothing of the list.
  ///
  /// @throws java.util.concurrent.CancellationException where it was stopped
  List<TriedLink> tryAll(FixedLinks links, WorkProgress progress) throws ProblemException;
}
