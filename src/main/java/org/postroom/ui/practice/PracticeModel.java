package org.postroom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.ReceivedMessage;
import org.postroom.engine.MailshotEntry;
import org.postroom.engine.Postroom;
import org.postroom.engine.PracticeMailbox;
import org.postroom.engine.PracticeMailbox.Received;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.message.Blob;
import org.postroom.ui.common.Tasks;

/// What practice received, of every mailshot of this workspace. It has no nodes.
public final class PracticeModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final ReadOnlyObjectWrapper<List<Entry>> messages =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /// A message and the mailbox that it lies in.
  public record Entry(PracticeMailbox mailbox, Received received) {
    /// The name of the one reader, or the address.
    public String reader() {
      String to = received.to();
      int bracket = to.indexOf('<');
      return bracket > 0 ? to.substring(0, bracket).replace("\"", "").strip() : to;
    }

    boolean matches(String wanted) {
      String all = received.to() + " " + received.subject() + " " + received.rcptTo();
      return all.toLowerCase(Locale.ROOT).contains(wanted);
    }
  }

  /// A message that was read back.
  public record Opened(Entry entry, Blob bytes, ReceivedMessage message) {}

  /// What the counts above the list say.
  ///
  /// @param messages messages received
  /// @param alone envelopes with one person in each
  /// @param people everybody in all envelopes
  /// @param showing messages whose To is neither their one recipient nor their sender
  public record Counts(int messages, int alone, int people, int showing) {}

  public PracticeModel(Postroom engine, Tasks tasks) {
    this.engine = engine;
    this.tasks = tasks;
  }

  public ReadOnlyObjectProperty<List<Entry>> messagesProperty() {
    return messages.getReadOnlyProperty();
  }

  /// Null while nothing is chosen or it is being read.
  public ReadOnlyObjectProperty<@Nullable Opened> openedProperty() {
    return opened.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Looks again at what was received.
  public void refresh() {
    tasks
        .work(_ -> read())
        .onSuccess(
            found -> {
              messages.set(found);
              problem.set(null);
            })
        .onProblem(problem::set)
        .start();
  }

  private List<Entry> read() throws ProblemException {
    List<Entry> all = new ArrayList<>();
    for (MailshotEntry entry : engine.mailshots()) {
      PracticeMailbox mailbox = engine.practiceMailbox(entry.id());
      for (Received received : mailbox.messages()) {
        all.add(new Entry(mailbox, received));
      }
    }
    return List.copyOf(all);
  }

  /// Those with `words` in name, address or subject.
  public List<Entry> matching(String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return messages.get().stream().filter(entry -> entry.matches(wanted)).toList();
  }

  /// Reads a message back from its bytes.
  public void open(Entry entry) {
    tasks
        .work(
            _ -> {
              Blob bytes = entry.mailbox().bytes(entry.received());
              return new Opened(entry, bytes, ReceivedMessage.parse(bytes.bytes()));
            })
        .onSuccess(opened::set)
        .onProblem(problem::set)
        .start();
  }

  /// Moves everything to the Bin.
  public void empty() {
    List<PracticeMailbox> mailboxes =
        messages.get().stream().map(Entry::mailbox).distinct().toList();
    tasks
        .work(
            _ -> {
              for (PracticeMailbox mailbox : mailboxes) {
                mailbox.empty();
              }
              return true;
            })
        .onSuccess(
            _ -> {
              opened.set(null);
              refresh();
            })
        .onProblem(problem::set)
        .start();
  }

  public Counts counts() {
    int alone = 0;
    int people = 0;
    int showing = 0;
    for (Entry entry : messages.get()) {
      Received received = entry.received();
      people += received.rcptTo().size();
      alone += received.rcptTo().size() == 1 ? 1 : 0;
      showing += showsSomebodyElse(received) ? 1 : 0;
    }
    return new Counts(messages.get().size(), alone, people, showing);
  }

  /// The To line names exactly one address: the envelope's one recipient, or the sender.
  static boolean showsSomebodyElse(Received received) {
    String to = received.to();
    int bracket = to.lastIndexOf('<');
    String address = bracket >= 0 ? to.substring(bracket + 1).replace(">", "").strip() : to.strip();
    boolean theReader =
        received.rcptTo().size() == 1 && received.rcptTo().getFirst().equalsIgnoreCase(address);
    return !theReader && !received.mailFrom().equalsIgnoreCase(address);
  }
}
