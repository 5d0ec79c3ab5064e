package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postroom.composition.ReceivedMessage;
import org.postroom.files.Bin;
import org.postroom.files.DiskFiles;
import org.postroom.message.Blob;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The practice mailbox of one mailshot: what the practice server left in a folder.
final class PracticeFolder implements PracticeMailbox {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Path folder;
  private final Parts parts;

  PracticeFolder(Path folder, Parts parts) {
    this.folder = folder;
    this.parts = parts;
  }

  @Override
  public List<Received> messages() throws ProblemException {
    List<Received> messages = new ArrayList<>();
    for (Path file : files("*.eml")) {
      messages.add(received(file));
    }
    return messages;
  }

  @Override
  public Blob bytes(Received message) throws ProblemException {
    try {
      return DiskFiles.candidate(message.file()).content();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void empty() throws ProblemException {
    try {
      if (Files.isDirectory(folder)) {
        new Bin(parts.workspace()).put(folder, parts.clock().instant());
      }
    } catch (IOException e) {
      throw Problems.of(e, Problem.Kind.WORKSPACE, "practice.failed", folder.toString());
    }
  }

  private List<Path> files(String glob) throws ProblemException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
      return found.filter(file -> matcher.matches(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Received received(Path file) throws ProblemException {
    try {
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.eml$", ".json");
      JsonNode envelope = JSON.readTree(Files.readAllBytes(folder.resolve(name)));
      List<String> rcptTo = new ArrayList<>();
      envelope.path("rcptTo").forEach(rcpt -> rcptTo.add(rcpt.asString("")));
      ReceivedMessage message = ReceivedMessage.parse(Files.readAllBytes(file));
      return new Received(
          file,
          envelope.path("mailFrom").asString(""),
          rcptTo,
          Instant.parse(envelope.path("receivedAt").asString("")),
          message.subject(),
          message.to());
    } catch (IOException | JacksonException | DateTimeException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private ProblemException unreadable(Exception e) {
    return Problems.of(e, Problem.Kind.WORKSPACE, "practice.unreadable", folder.toString());
  }
}
