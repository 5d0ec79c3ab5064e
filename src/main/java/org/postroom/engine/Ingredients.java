package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.postroom.document.DocumentEdit;
import org.postroom.document.DocumentWriter;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;

/// What a plan was made of: the document's own words and the files that it names, by digest, to
/// tell later in words what has changed. What only says how to send, and what was confirmed, is no
/// ingredient.
final class Ingredients {
  private static final String DOCUMENT = "document";
  private static final String GONE = "gone";
  private final SequencedMap<String, String> digests;

  private Ingredients(SequencedMap<String, String> digests) {
    this.digests = digests;
  }

  static Ingredients now(MailshotFile file) {
    MailshotDocument document = file.document();
    SequencedMap<String, String> digests = new LinkedHashMap<>();
    digests.put(DOCUMENT, sha256(DocumentWriter.write(essence(document))));
    List<@Nullable String> names = new ArrayList<>();
    names.add(document.recipients().file());
    names.add(document.text());
    names.add(document.html());
    names.add(document.markdown());
    for (AttachmentEntry entry : document.attachments()) {
      if (entry instanceof AttachmentEntry.ForAll(String name)) {
        names.add(name);
      }
    }
    for (@Nullable String name : names) {
      if (name != null && !name.isEmpty()) {
        digests.put(name, digest(file.folder(), name));
      }
    }
    return new Ingredients(digests);
  }

  /// As it is stored with the plan: a line each, digest first.
  String text() {
    StringBuilder lines = new StringBuilder();
    digests.forEach((name, digest) -> lines.append(digest).append(' ').append(name).append('\n'));
    return lines.toString();
  }

  static Ingredients read(String text) {
    SequencedMap<String, String> digests = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      int blank = line.indexOf(' ');
      if (blank > 0) {
        digests.put(line.substring(blank + 1), line.substring(0, blank));
      }
    }
    return new Ingredients(digests);
  }

  /// What is otherwise than it was `then`, in words; empty where nothing is.
  List<String> changesSince(Ingredients then) {
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, String> before : then.digests.entrySet()) {
      String now = digests.get(before.getKey());
      if (before.getKey().equals(DOCUMENT)) {
        if (!before.getValue().equals(now)) {
          changes.add(Problems.text("changed.document"));
        }
      } else if (GONE.equals(now)) {
        changes.add(Problems.text("changed.gone", before.getKey()));
      } else if (now != null && !before.getValue().equals(now)) {
        changes.add(Problems.text("changed.file", before.getKey()));
      }
    }
    return changes;
  }

  /// What the letters are made of: without the name, the provenance and what was confirmed.
  private static MailshotDocument essence(MailshotDocument d) {
    Recipients recipients =
        new RecipientsEdit(d.recipients()).basis(null).expected(null).sha256(null).recipients();
    return new DocumentEdit(d)
        .id(null)
        .name("")
        .recipients(recipients)
        .send(null)
        .acknowledge(List.of())
        .document();
  }

  private static String digest(Path folder, String name) {
    try {
      return sha256(Files.readAllBytes(folder.resolve(name)));
    } catch (IOException | InvalidPathException e) {
      return GONE; // Whatever the reason: it cannot be read as it was.
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
