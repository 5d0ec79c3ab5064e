package org.postroom.engine;

import java.util.List;
import java.util.Map;

/// Earlier states of a mailshot: its document, which may name people that were left out or
/// corrected by hand, and its texts, kept in the workspace. The list and the attached files are not
/// kept.
public interface DocumentHistory {
  /// The document and its texts as they lie on the disk now.
  DiskState onDisk(MailshotFile file) throws ProblemException;

  /// Keeps what lies on the disk, where it differs from the latest version. Of many versions close
  /// together the last one stays.
  void keep(MailshotFile file) throws ProblemException;

  /// Keeps what lies on the disk for 30 days, however close to other versions: it is about to be
  /// written over.
  void keepForSure(MailshotFile file) throws ProblemException;

  /// Keeps what is on the screen and was not written, as [#keepForSure].
  ///
  /// @param texts by the names of their files
  void keepForSure(MailshotFile file, Map<String, String> texts) throws ProblemException;

  /// The latest first.
  List<Version> versions(MailshotFile file) throws ProblemException;

  /// Writes an earlier version over document and texts. What was there becomes a version itself.
  MailshotFile takeBack(MailshotFile file, Version version) throws ProblemException;
}
