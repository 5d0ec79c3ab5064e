package org.postroom.ui.message;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.engine.Draft;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.ProblemException;
import org.postroom.finding.Finding;
import org.postroom.finding.Severity;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.safety.AttachmentReading;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.UiContext;

/// Reads attached files through, each once for its content and the list, in the background. What
/// was not read yet is not known, and nobody says that nothing was found.
final class Looks {
  private final UiContext context;
  private final MailshotModel mailshot;
  private final Runnable known;
  private final Map<Key, AttachmentReading> readings = new HashMap<>();
  private final Set<Key> underWay = new HashSet<>();

  /// The same bytes mean the same against the same list.
  private record Key(String file, String list) {}

  /// @param known called when something new is known
  Looks(UiContext context, MailshotModel mailshot, Runnable known) {
    this.context = context;
    this.mailshot = mailshot;
    this.known = known;
  }

  /// What is known of an attached file, or null.
  @Nullable AttachmentReading of(Attachment attachment) {
    Draft draft = mailshot.draftProperty().get();
    return draft == null ? null : readings.get(key(draft, attachment));
  }

  /// In the background, before a file is attached: why it cannot be, or empty.
  ///
  /// @param draft as it was when the file was chosen, or null
  Optional<Finding> before(MailshotFile file, @Nullable Draft draft, Path candidate)
      throws ProblemException {
    if (context.engine().admit(file, candidate)
        instanceof Attachment.Admission.Refused(var _, Finding finding)) {
      return Optional.of(finding);
    }
    return draft != null
            && context.engine().look(draft, candidate)
                instanceof AttachmentReading.NamesPeople(Finding finding, int _)
            && finding.severity() == Severity.BLOCK
        ? Optional.of(finding)
        : Optional.empty();
  }

  /// Begins to read whatever everybody gets and is not known yet.
  void readAll() {
    Draft draft = mailshot.draftProperty().get();
    if (draft == null) {
      return;
    }
    List<AttachmentEntry> entries = draft.file().document().attachments();
    List<AttachmentSlot> slots = draft.mailshot().slots();
    for (int i = 0; i < Math.min(entries.size(), slots.size()); i++) {
      if (entries.get(i) instanceof AttachmentEntry.ForAll(String name)
          && slots.get(i) instanceof AttachmentSlot.ForAll(Attachment attachment)) {
        read(draft, attachment, draft.file().folder().resolve(name));
      }
    }
  }

  private void read(Draft draft, Attachment attachment, Path path) {
    Key key = key(draft, attachment);
    if (readings.containsKey(key) || !underWay.add(key)) {
      return;
    }
    context
        .tasks()
        .work(_ -> context.engine().look(draft, path))
        .onSuccess(
            reading -> {
              readings.put(key, reading);
              known.run();
            })
        // The review reads it again, and says what stands against it.
        .onProblem(_ -> {})
        .onEnd(() -> underWay.remove(key))
        .start();
  }

  private static Key key(Draft draft, Attachment attachment) {
    return new Key(attachment.content().sha256(), draft.list().origin().sha256());
  }
}
