package org.postroom.ui.common;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.DiskState;
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

  /// What lay on the disk when it was last read or written; null until it was read.
  private @Nullable DiskState onDisk;

  /// As it was opened, to be kept before it is written over for the first time; null after that.
  private @Nullable MailshotFile opened;

  /// What is waiting for a moment in which nothing is written.
  private final Deque<Runnable> afterWriting = new ArrayDeque<>();

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

  private record Bodies(Map<BodyPart, String> read, DiskState onDisk) {}

  void readBodies() {
    MailshotFile now = file.get();
    tasks
        .work(
            _ -> {
              DiskState before = engine.history().onDisk(now);
              Map<BodyPart, String> read = new EnumMap<>(BodyPart.class);
              for (BodyPart part : BodyPart.of(now.document())) {
                String name = part.file(now.document());
                read.put(part, name == null ? "" : engine.readBody(now, name));
              }
              return new Bodies(read, before);
            })
        .onSuccess(
            all -> {
              bodies.putAll(all.read());
              onDisk = all.onDisk();
              opened = now;
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
    if (saved.get() instanceof SaveState.Elsewhere) {
      return; // A person says first whose text it is to be.
    }
    saved.set(new SaveState.Pending());
    waiting.run();
    waiting = tasks.later(pause, this::flush);
  }

  void flush() {
    waiting.run();
    if (!pending || writing || saved.get() instanceof SaveState.Elsewhere) {
      return;
    }
    pending = false;
    writing = true;
    MailshotFile written = file.get();
    Map<BodyPart, String> texts = new EnumMap<>(BodyPart.class);
    dirty.forEach(part -> texts.put(part, body(part)));
    dirty.clear();
    DiskState known = onDisk;
    MailshotFile first = opened;
    tasks
        .work(_ -> write(written, texts, known, first))
        .onSuccess(
            result -> {
              switch (result) {
                case Written.Done done -> {
                  onDisk = done.onDisk();
                  opened = null;
                  wrote(written, done.file());
                }
                case Written.Elsewhere(List<String> files) -> {
                  dirty.addAll(texts.keySet());
                  pending = true;
                  saved.set(new SaveState.Elsewhere(files));
                }
              }
            })
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
              quiet();
            })
        .start();
  }

  private sealed interface Written {
    record Done(MailshotFile file, DiskState onDisk) implements Written {}

    record Elsewhere(List<String> files) implements Written {}
  }

  private Written write(
      MailshotFile written,
      Map<BodyPart, String> texts,
      @Nullable DiskState known,
      @Nullable MailshotFile first)
      throws ProblemException {
    if (known != null) {
      List<String> changed = known.changedTo(engine.history().onDisk(written));
      if (!changed.isEmpty()) {
        return new Written.Elsewhere(changed);
      }
    }
    if (first != null) {
      engine.history().keepForSure(first);
    }
    for (Map.Entry<BodyPart, String> text : texts.entrySet()) {
      String name = text.getKey().file(written.document());
      // A part that the document no longer has stays on the disk as it was.
      if (name != null) {
        engine.writeBody(written, name, text.getValue());
      }
    }
    MailshotFile result = engine.save(written);
    engine.history().keep(result);
    return new Written.Done(result, engine.history().onDisk(result));
  }

  // --- another program at the same files

  /// Looks whether another program has changed the files, for example when the person comes back to
  /// the window.
  void lookAtDisk() {
    DiskState known = onDisk;
    if (known == null || writing || saved.get() instanceof SaveState.Elsewhere) {
      return;
    }
    MailshotFile now = file.get();
    tasks
        .work(_ -> known.changedTo(engine.history().onDisk(now)))
        .onSuccess(
            changed -> {
              // What was written meanwhile is our own.
              if (!changed.isEmpty() && known.equals(onDisk) && !writing) {
                saved.set(new SaveState.Elsewhere(changed));
              }
            })
        // Whoever changes something is told by the next writing.
        .onProblem(_ -> {})
        .start();
  }

  /// What is on the screen stays and is written; what the other program wrote becomes a version.
  void keepMine() {
    MailshotFile mine = file.get();
    tasks
        .work(
            _ -> {
              engine.history().keepForSure(mine);
              return engine.history().onDisk(mine);
            })
        .onSuccess(
            now -> {
              onDisk = now;
              dirty.addAll(BodyPart.of(mine.document()));
              saved.set(new SaveState.Pending());
              pending = true;
              flush();
            })
        .onProblem(wrong -> saved.set(new SaveState.NotSaved(wrong)))
        .start();
  }

  /// What was not written becomes a version, and is not written any more: somebody opens the
  /// mailshot anew after that.
  ///
  /// @param then what comes after it
  void giveUp(Runnable then) {
    MailshotFile mine = file.get();
    Map<String, String> texts = new TreeMap<>();
    for (BodyPart part : BodyPart.of(mine.document())) {
      String name = part.file(mine.document());
      if (name != null) {
        texts.put(name, body(part));
      }
    }
    waiting.run();
    pending = false;
    dirty.clear();
    tasks
        .act(_ -> engine.history().keepForSure(mine, texts))
        .onSuccess(_ -> then.run())
        .onProblem(wrong -> saved.set(new SaveState.NotSaved(wrong)))
        .start();
  }

  /// Writes what is to be written, then runs `action`.
  void whenQuiet(Runnable action) {
    afterWriting.add(action);
    flush();
    quiet();
  }

  private void quiet() {
    if (!writing && !pending) {
      while (!afterWriting.isEmpty()) {
        afterWriting.remove().run();
      }
    }
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
