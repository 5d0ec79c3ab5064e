package org.postroom.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postroom.practice.PracticeServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A mail server on a loopback port, as the command line meets any other one.
final class Sink implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final PracticeServer server;
  private final Path folder;

  private Sink(PracticeServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  static Sink start(Path folder) throws IOException {
    return start(folder, () -> {});
  }

  /// @param atEach done while each message is taken, before the answer to its final dot
  static Sink start(Path folder, Runnable atEach) throws IOException {
    return new Sink(
        PracticeServer.start(
            0,
            folder,
            () -> {
              atEach.run();
              return Instant.now();
            }),
        folder);
  }

  String url() {
    return "smtp://127.0.0.1:" + server.port() + "?tls=none";
  }

  int port() {
    return server.port();
  }

  /// The RCPTs of each message, in order of arrival.
  List<List<String>> envelopes() {
    List<List<String>> all = new ArrayList<>();
    for (Path file : files(".json")) {
      JsonNode envelope = JSON.readTree(bytes(file));
      List<String> rcpt = new ArrayList<>();
      envelope.get("rcptTo").forEach(one -> rcpt.add(one.asString()));
      all.add(rcpt);
    }
    return all;
  }

  List<String> messages() {
    return files(".eml").stream()
        .map(file -> new String(bytes(file), StandardCharsets.ISO_8859_1))
        .toList();
  }

  private List<Path> files(String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
