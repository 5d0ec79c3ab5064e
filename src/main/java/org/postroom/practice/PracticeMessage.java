package org.postroom.practice;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.postroom.practice.PracticeRule.Answer;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/// One transaction.
final class PracticeMessage implements MessageHandler {
  private final PracticeStore store;
  private final InstantSource clock;
  private final Mood mood;
  private final MessageContext line;
  private final List<String> rcptTo = new ArrayList<>();
  private String mailFrom = "";
  private Answer answer = new Answer.Keep();

  PracticeMessage(PracticeStore store, InstantSource clock, Mood mood, MessageContext line) {
    this.store = store;
    this.clock = clock;
    this.mood = mood;
    this.line = line;
  }

  /// The rule, and how many people it was asked about.
  static final class Mood {
    private final PracticeRule rule;
    private final AtomicInteger people = new AtomicInteger();

    Mood(PracticeRule rule) {
      this.rule = rule;
    }

    private Answer next() {
      return rule.to(people.incrementAndGet());
    }
  }

  @Override
  public void from(String from) {
    mailFrom = from;
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    Answer now = mood.next();
    if (now instanceof Answer.Refuse(int code, String text)) {
      throw new RejectException(code, text);
    }
    if (answer instanceof Answer.Keep) {
      answer = now;
    }
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
    switch (answer) {
      case Answer.Keep _, Answer.Refuse _ -> {}
      case Answer.Late(Duration by) -> LockSupport.parkNanos(by.toNanos());
      case Answer.HangUp _ -> hangUp();
    }
    return "2.0.0 Kept for practice";
  }

  /// The library would say good-bye; a line that is cut says nothing.
  private void hangUp() throws RejectException {
    try {
      if (line instanceof Session session) {
        session.closeSocket();
      }
    } catch (IOException e) {
      throw new DropConnectionException(421, "4.4.2 The line was cut");
    }
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
