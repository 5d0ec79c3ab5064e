package org.postroom.practice;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/// One transaction.
final class PracticeMessage implements MessageHandler {
  private final PracticeStore store;
  private final InstantSource clock;
  private final List<String> rcptTo = new ArrayList<>();
  private String mailFrom = "";

  PracticeMessage(PracticeStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void from(String from) {
    mailFrom = from;
  }

  @Override
  public void recipient(String recipient) {
    rcptTo.add(recipient);
  }

  @Override
  public String data(InputStream data) throws RejectException {
    byte[] bytes = whole(data);
    try {
      store.keep(mailFrom, rcptTo, bytes, clock.instant());
    } catch (IOException e) {
      throw new RejectException(452, "4.3.1 The practice mailbox could not be written");
    }
    return "2.0.0 Kept for practice";
  }

  /// The message, or nothing of it where the sender hung up before its end.
  private static byte[] whole(InputStream data) throws RejectException {
    try {
      return data.readAllBytes();
    } catch (IOException e) {
      throw new DropConnectionException(421, "4.4.2 The message was not complete");
    }
  }

  @Override
  public void done() {}
}
