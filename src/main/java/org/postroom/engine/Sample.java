package org.postroom.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.postroom.document.DocumentReader;
import org.postroom.document.DocumentReading;
import org.postroom.files.DurableFiles;
import org.postroom.message.MailshotId;
import org.postroom.workspace.WorkspaceException;

/// The sample: a fictitious choir with forty people, a letter and a programme.
final class Sample {
  private static final String FOLDER = "/org/postroom/sample/";
  private static final String DOCUMENT = "choir.mailshot";
  private static final List<String> FILES =
      List.of("members.csv", "letter.html", "choir.png", "programme.pdf");

  private final Parts parts;
  private final Documents documents;

  Sample(Parts parts, Documents documents) {
    this.parts = parts;
    this.documents = documents;
  }

  /// A fresh copy in the workspace.
  MailshotFile create() throws ProblemException {
    MailshotId id = new MailshotId(UUID.randomUUID());
    try {
      Path folder = parts.workspace().mailshotFolder(id);
      for (String name : FILES) {
        DurableFiles.write(folder.resolve(name), resource(name));
      }
      if (DocumentReader.read(resource(DOCUMENT)) instanceof DocumentReading.Read read) {
        return documents.save(new MailshotFile(folder.resolve(DOCUMENT), read.document(), id));
      }
      throw new IllegalStateException("the sample is a document");
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "sample.failed");
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Sample.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IOException(name);
      }
      return in.readAllBytes();
    }
  }
}
