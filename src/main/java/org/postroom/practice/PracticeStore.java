package org.postroom.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A folder of received messages: `NNNNNN.eml` with the bytes as they came, and `NNNNNN.json` with
/// the envelope, numbered in order of arrival. A message is there as a whole or not at all: each
/// file is written under another name in the same folder, forced, and moved; the `.eml` comes last.
final class PracticeStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private int last;

  /// Goes on after the highest number that is there.
  PracticeStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{eml,json}")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        String number = name.substring(0, name.lastIndexOf('.'));
        if (number.matches("[0-9]{1,9}")) {
          last = Math.max(last, Integer.parseInt(number));
        }
      }
    }
  }

  /// Returns when the message would survive a crash.
  synchronized void keep(String mailFrom, List<String> rcptTo, byte[] bytes, Instant at)
      throws IOException {
    String number = String.format(Locale.ROOT, "%06d", last + 1);
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("mailFrom", mailFrom);
    envelope.put("rcptTo", rcptTo);
    envelope.put("receivedAt", at.toString());
    Path json = forced(number + ".json", JSON.writeValueAsBytes(envelope));
    Path eml = forced(number + ".eml", bytes);
    move(json, number + ".json");
    move(eml, number + ".eml");
    last++;
  }

  private Path forced(String name, byte[] bytes) throws IOException {
    Path temporary = folder.resolve("." + name + ".part");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    return temporary;
  }

  private void move(Path temporary, String name) throws IOException {
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
