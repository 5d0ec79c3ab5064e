package org.postroom.ui.common;

import org.postroom.engine.MailshotFile;
import org.postroom.engine.Through;

/// The ways from one screen to another.
public interface Navigator {
  /// The list of mailshots.
  void home();

  /// The practice mailbox.
  void practiceMailbox();

  /// The accounts. A mailshot that is open waits, and can be gone on with from there.
  void accounts();

  /// The people who are not written to, whichever list they stand in.
  void notWrittenTo();

  /// Asks how the mailshot that is open is to leave: through which account, or to practice.
  void chooseWay();

  /// Opens a mailshot at a step.
  void open(MailshotFile file, Through through, Step step);

  /// Another step of the mailshot that is open; nothing happens where it cannot be opened yet.
  void step(Step step);

  /// As [#step], and where the step cannot be opened yet it asks for what is missing, goes there,
  /// or waits for letters that are being counted: whoever presses a button is never left without a
  /// word.
  void onward(Step step);

  /// The rows of the list that get nothing.
  void leftOut();

  /// Asks which letters of the mailshot that is open go to the sender alone, as a test.
  void test();

  /// The sender of the mailshot that is open.
  void changeSender();
}
