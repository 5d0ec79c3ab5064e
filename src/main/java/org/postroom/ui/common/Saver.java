package org.postroom.ui.common;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;

/// Writes document and texts a moment after the last change, one writing at a time and the texts
/// before the document that names them.
public final class Saver {
  /// The file of a new mailshot's text.
  public static final String NEW_TEXT = "letter.md";

  private final Postroom engine;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ObjectProperty<MailshotFile> file;
  private final ObjectProperty<SaveState> saved;
  private final Runnable afterwards;
  private final Map<BodyPart, String> bodies = new EnumMap<>(BodyPart.class);
  private final Set<BodyPart> dirty = EnumSet.noneOf(BodyPart.class);
  private final ReadOnlyObjectWrapper<Boolean> loaded = new ReadOnlyObjectWrapper<>(false);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private Runnable waiting = () -> {};
  private boolean pending;
  private boolean writing;

  Saver(
      Postroom engine,
      Tasks tasks,
      InstantSource clock,
      ObjectProperty<MailshotFile> file,
      ObjectProperty<SaveState> saved,
      Runnable afterwards) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    this.file = file;
    this.saved = saved;
    this.afterwards = afterwards;
  }

  /// True once the texts were read.
  public ReadOnlyObjectProperty<Boolean> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Why the texts could not be read, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The text of a part; empty where there is none (yet).
  public String body(BodyPart part) {
    return bodies.getOrDefault(part, "");
  }

  void readBodies() {
    MailshotFile now = file.get();
    tasks
        .work(
            _ -> {
              Map<BodyPart, String> read = new EnumMap<>(BodyPart.class);
              for (BodyPart part : BodyPart.of(now.document())) {
                String name = part.file(now.document());
                read.put(part, name == null ? "" : engine.readBody(now, name));
              }
              return read;
            })
        .onSuccess(
            read -> {
              bodies.putAll(read);
              problem.set(null);
              loaded.set(true);
            })
        .onProblem(problem::set)
        .start();
  }

  /// @return true where that is another text than before
  boolean setBody(BodyPart part, String text) {
    if (text.equals(body(part))) {
      return false;
    }
    bodies.put(part, text);
    dirty.add(part);
    if (part.file(file.get().document()) == null) {
      if (part != BodyPart.MARKDOWN) {
        throw new IllegalArgumentException("the document has no " + part.key());
      }
      file.set(file.get().with(Edits.markdown(file.get().document(), NEW_TEXT)));
    }
    return true;
  }

  void later(Duration pause) {
    pending = true;
    saved.set(new SaveState.Pending());
    waiting.run();
    waiting = tasks.later(pause, this::flush);
  }

  void flush() {
    waiting.run();
    if (!pending || writing) {
      return;
    }
    pending = false;
    writing = true;
    MailshotFile written = file.get();
    Map<BodyPart, String> texts = new EnumMap<>(BodyPart.class);
    dirty.forEach(part -> texts.put(part, body(part)));
    dirty.clear();
    tasks
        .work(_ -> write(written, texts))
        .onSuccess(result -> wrote(written, result))
        .onProblem(
            wrong -> {
              dirty.addAll(texts.keySet());
              saved.set(new SaveState.NotSaved(wrong));
            })
        .onEnd(
            () -> {
              writing = false;
              if (pending) {
                flush();
              }
            })
        .start();
  }

  private MailshotFile write(MailshotFile written, Map<BodyPart, String> texts)
      throws ProblemException {
    for (Map.Entry<BodyPart, String> text : texts.entrySet()) {
      String name = text.getKey().file(written.document());
      // A part that the document no longer has stays on the disk as it was.
      if (name != null) {
        engine.writeBody(written, name, text.getValue());
      }
    }
    return engine.save(written);
  }

  private void wrote(MailshotFile written, MailshotFile result) {
    MailshotFile now = file.get();
    // What was typed meanwhile stays; only the identity comes from the disk.
    file.set(
        now.equals(written)
            ? result
            : new MailshotFile(
                result.path(), Edits.id(now.document(), result.document().id()), result.id()));
    if (!pending) {
      saved.set(new SaveState.Saved(clock.instant()));
    }
    afterwards.run();
  }
}
