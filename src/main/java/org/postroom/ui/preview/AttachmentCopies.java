package org.postroom.ui.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postroom.composition.ReceivedMessage.Part;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.ui.common.UiContext;

/// Opens an attachment as a copy made of the letter's bytes, so that what is looked at is what
/// leaves. The copies lie in a folder of this process and are deleted at exit.
final class AttachmentCopies {
  private final UiContext context;

  AttachmentCopies(UiContext context) {
    this.context = context;
  }

  void open(Part part) {
    context
        .tasks()
        .work(_ -> write(part))
        .onSuccess(copy -> context.desktop().open(copy.toUri().toString()))
        .start();
  }

  private Path write(Part part) throws ProblemException {
    try {
      Path folder = Files.createTempDirectory("postroom-");
      folder.toFile().deleteOnExit();
      String name = part.fileName().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
      Path copy = folder.resolve(name.isBlank() ? "attachment" : name);
      Files.write(copy, part.content().bytes());
      copy.toFile().deleteOnExit();
      return copy;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(
              Problem.Kind.FILE,
              context.texts().get("preview.copy.happened", part.fileName()),
              context.texts().get("preview.copy.kept"),
              context.texts().get("preview.copy.next")),
          e);
    }
  }
}
