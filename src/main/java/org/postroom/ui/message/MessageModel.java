package org.postroom.ui.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Draft;
import org.postroom.engine.LookAlikes;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.WorkProgress;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.plan.DispatchPlan;
import org.postroom.safety.AttachmentReading;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.LetterSize;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.UiContext;

/// The Message step without nodes: what is attached, what was refused, and how long the longest
/// subject is.
final class MessageModel {
  private final UiContext context;
  private final MailshotModel mailshot;
  private final Looks looks;
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final List<Item> transients = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Integer> longest = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LetterSize> letterSize =
      new ReadOnlyObjectWrapper<>();
  private Tasks.@Nullable Running measuring;
  private Tasks.@Nullable Running weighing;

  /// How far an attached file is known.
  enum Read {
    /// It is being read, or waits for a list to be read against.
    NOT_YET,
    NOTHING_FOUND,
    /// It could not be read through; the review asks.
    NOT_READABLE,
    /// It names people; the review asks.
    NAMES_PEOPLE
  }

  /// One card of the attachments.
  sealed interface Item {
    /// Being read before it is attached.
    record Reading(String name) implements Item {}

    /// @param size bytes, or -1 while that is unknown
    /// @param read what is known of its content
    record Attached(AttachmentEntry entry, String name, long size, Read read) implements Item {}

    /// @param entry what to remove from the document, or null where it never came into it
    record Refused(@Nullable AttachmentEntry entry, String name, Finding finding) implements Item {}

    /// It could not even be read.
    record Unreadable(String name, Problem problem) implements Item {}

    record PerPerson(AttachmentEntry.PerPerson entry) implements Item {}
  }

  MessageModel(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.mailshot = mailshot;
    this.looks = new Looks(context, mailshot, this::list);
    mailshot.draftProperty().subscribe(this::drafted);
    mailshot.reviewedProperty().subscribe(this::list);
    mailshot.fileProperty().subscribe(this::list);
    list();
  }

  MailshotModel mailshot() {
    return mailshot;
  }

  /// What is attached, was refused, or is being read; in order.
  ObservableList<Item> items() {
    return items;
  }

  /// Characters of the longest finished subject; null while that is unknown.
  ReadOnlyObjectProperty<@Nullable Integer> longestProperty() {
    return longest.getReadOnlyProperty();
  }

  /// The finished first letter; null while that is unknown.
  ReadOnlyObjectProperty<@Nullable LetterSize> letterSizeProperty() {
    return letterSize.getReadOnlyProperty();
  }

  // --- files

  /// Reads a file and attaches it, or says why not.
  void attach(Path path) {
    String name = Objects.toString(path.getFileName(), path.toString());
    Item.Reading reading = new Item.Reading(name);
    transients.removeIf(item -> item instanceof Item.Refused || item instanceof Item.Unreadable);
    transients.add(reading);
    list();
    MailshotFile now = mailshot.file();
    Draft draft = mailshot.draftProperty().get();
    context
        .tasks()
        .work(_ -> looks.before(now, draft, path))
        .onSuccess(
            refusal ->
                refusal.ifPresentOrElse(
                    finding -> transients.add(new Item.Refused(null, name, finding)),
                    () -> add(path)))
        .onProblem(problem -> transients.add(new Item.Unreadable(name, problem)))
        .onEnd(
            () -> {
              transients.remove(reading);
              list();
            })
        .start();
  }

  private void add(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path folder = mailshot.file().folder();
    Path written = whole.startsWith(folder) ? folder.relativize(whole) : whole;
    AttachmentEntry entry = new AttachmentEntry.ForAll(written.toString().replace('\\', '/'));
    mailshot.edit(
        d -> {
          List<AttachmentEntry> entries = new ArrayList<>(d.attachments());
          if (!entries.contains(entry)) {
            entries.add(entry);
          }
          return Edits.attachments(d, entries);
        });
  }

  /// Takes an attachment out; refused cards go as well.
  void remove(Item item) {
    AttachmentEntry entry =
        switch (item) {
          case Item.Attached attached -> attached.entry();
          case Item.Refused refused -> refused.entry();
          case Item.PerPerson perPerson -> perPerson.entry();
          case Item.Reading _, Item.Unreadable _ -> null;
        };
    transients.remove(item);
    if (entry != null) {
      mailshot.edit(
          d -> {
            List<AttachmentEntry> entries = new ArrayList<>(d.attachments());
            entries.remove(entry);
            return Edits.attachments(d, entries);
          });
    }
    list();
  }

  /// A file of their own for each person: the cell of `column` names it under `folder`.
  void perPerson(String column, Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path base = mailshot.file().folder();
    Path written = whole.startsWith(base) ? base.relativize(whole) : whole;
    AttachmentEntry entry =
        new AttachmentEntry.PerPerson(column, written.toString().replace('\\', '/'));
    mailshot.edit(
        d -> {
          List<AttachmentEntry> entries = new ArrayList<>(d.attachments());
          entries.add(entry);
          return Edits.attachments(d, entries);
        });
  }

  /// Bytes of the files that everybody gets, as they travel (base64).
  long sizeForAll() {
    return items.stream()
        .mapToLong(item -> item instanceof Item.Attached(_, _, long size, _) ? size : 0)
        .filter(size -> size > 0)
        .map(size -> size * 4 / 3)
        .sum();
  }

  private void list() {
    List<Item> now = new ArrayList<>();
    List<AttachmentEntry> entries = mailshot.document().attachments();
    Draft draft = mailshot.draftProperty().get();
    List<AttachmentSlot> slots = draft == null ? List.of() : draft.mailshot().slots();
    boolean fits = draft != null && draft.file().document().attachments().equals(entries);
    for (int i = 0; i < entries.size(); i++) {
      Optional<AttachmentSlot> slot =
          fits && i < slots.size() ? Optional.of(slots.get(i)) : Optional.empty();
      now.add(item(entries.get(i), slot.orElse(null)));
    }
    now.addAll(transients);
    if (!now.equals(items)) {
      items.setAll(now);
    }
  }

  private Item item(AttachmentEntry entry, @Nullable AttachmentSlot slot) {
    return switch (entry) {
      case AttachmentEntry.PerPerson perPerson -> new Item.PerPerson(perPerson);
      case AttachmentEntry.ForAll(String file) -> {
        String name = file.substring(file.lastIndexOf('/') + 1);
        yield switch (slot) {
          case AttachmentSlot.Refused(String refused, Finding finding) ->
              new Item.Refused(entry, refused, finding);
          case AttachmentSlot.ForAll(Attachment attachment) -> attached(entry, name, attachment);
          case AttachmentSlot.PerPerson _ -> new Item.Attached(entry, name, -1, Read.NOT_YET);
          case null -> new Item.Attached(entry, name, -1, Read.NOT_YET);
        };
      }
    };
  }

  /// What the review has found stands above what was read when it was attached.
  private Item attached(AttachmentEntry entry, String name, Attachment attachment) {
    long size = attachment.content().size();
    if (about(name, "content.unreadable-attachment").isPresent()) {
      return new Item.Attached(entry, name, size, Read.NOT_READABLE);
    }
    return switch (looks.of(attachment)) {
      case AttachmentReading.Nothing _ -> new Item.Attached(entry, name, size, Read.NOTHING_FOUND);
      case AttachmentReading.NotRead _ -> new Item.Attached(entry, name, size, Read.NOT_READABLE);
      case AttachmentReading.NamesPeople(Finding finding, int _) ->
          finding.severity() == Severity.BLOCK
              ? new Item.Refused(entry, name, finding)
              : new Item.Attached(entry, name, size, Read.NAMES_PEOPLE);
      case null -> new Item.Attached(entry, name, size, Read.NOT_YET);
    };
  }

  private Optional<Finding> about(String name, String id) {
    return mailshot.findings().stream()
        .filter(finding -> finding.id().equals(id) && isAbout(finding, name))
        .findFirst();
  }

  private static boolean isAbout(Finding finding, String name) {
    return finding.examples().stream()
        .map(Place::part)
        .anyMatch(part -> part != null && part.startsWith("attachment:" + name));
  }

  // --- the longest subject

  private void drafted() {
    looks.readAll();
    list();
    if (measuring != null) {
      measuring.cancel();
      measuring = null;
    }
    Draft draft = mailshot.draftProperty().get();
    weigh(draft);
    Optional<DispatchPlan> plan = draft == null ? Optional.empty() : draft.plan();
    if (plan.isEmpty()) {
      longest.set(null);
      return;
    }
    measuring =
        context
            .tasks()
            .work(progress -> longest(plan.get(), progress))
            .onSuccess(longest::set)
            .start();
  }

  /// All of it as it will travel: text, pictures and files, encoded.
  private void weigh(@Nullable Draft draft) {
    if (weighing != null) {
      weighing.cancel();
      weighing = null;
    }
    if (draft == null || draft.plan().filter(plan -> plan.size() > 0).isEmpty()) {
      letterSize.set(null);
      return;
    }
    weighing =
        context
            .tasks()
            .work(
                _ ->
                    LetterSize.of(
                        context.engine(),
                        mailshot.throughProperty().get(),
                        context.engine().preview(draft, 0).bytes().size()))
            .onSuccess(letterSize::set)
            .onProblem(_ -> letterSize.set(null)) // The preview and the review say why.
            .start();
  }

  private static Integer longest(DispatchPlan plan, WorkProgress progress) {
    int most = 0;
    for (int i = 0; i < plan.size(); i++) {
      if (i % 256 == 0 && !progress.at(i, plan.size())) {
        throw new CancellationException();
      }
      String subject = LookAlikes.subject(plan.letter(i));
      most = Math.max(most, subject.codePointCount(0, subject.length()));
    }
    return most;
  }
}
