package org.postroom.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The versions of one mailshot, a small file each, named by its time. They are thinned out: of the
/// last hour one a minute, of the last day one every ten minutes, of the last 30 days one a day;
/// what was kept for sure stays for 30 days. The newest always stays.
public final class VersionFolder {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final String ENDING = ".json.gz";
  private static final String SURE = "-kept";

  private final Path folder;
  private final JsonMapper json = JsonMapper.builder().build();

  /// @param folder that is there
  public VersionFolder(Path folder) {
    this.folder = folder;
  }

  /// What is kept.
  ///
  /// @param document as it is written
  /// @param texts by the names of their files
  public record Kept(String document, Map<String, String> texts) {
    public Kept {
      texts = new TreeMap<>(texts);
    }
  }

  /// One version.
  ///
  /// @param key names it in this folder
  public record Entry(String key, Instant at, Kept kept) {}

  /// Deletes all versions.
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /// Keeps a version where it differs from the newest.
  ///
  /// @param forSure true where no later version may take its place
  public void keep(Kept kept, Instant at, boolean forSure) throws IOException {
    List<String> keys = keys();
    if (!keys.isEmpty() && readable(keys.getLast()).filter(kept::equals).isPresent()) {
      String newest = keys.getLast();
      if (forSure && !newest.endsWith(SURE)) {
        Files.move(folder.resolve(newest + ENDING), folder.resolve(newest + SURE + ENDING));
      }
      return;
    }
    // Two in one millisecond, or a clock that was set back: the order stays.
    long time = at.toEpochMilli();
    if (!keys.isEmpty()) {
      time = Math.max(time, time(keys.getLast()) + 1);
    }
    String key = String.format(java.util.Locale.ROOT, "%015d%s", time, forSure ? SURE : "");
    DurableFiles.write(folder.resolve(key + ENDING), packed(kept));
    thin(keys(), Instant.ofEpochMilli(time));
  }

  /// Versions that cannot be read are left out.
  public List<Entry> oldestFirst() throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String key : keys()) {
      Optional<Kept> kept = readable(key);
      if (kept.isPresent()) {
        entries.add(new Entry(key, Instant.ofEpochMilli(time(key)), kept.get()));
      }
    }
    return entries;
  }

  /// @throws IOException where there is no such version, or it cannot be read
  public Kept read(String key) throws IOException {
    if (!key.matches("[0-9]{15}(" + SURE + ")?")) {
      throw new IOException(key);
    }
    try (GZIPInputStream in =
        new GZIPInputStream(
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve(key + ENDING))))) {
      return json.readValue(in.readAllBytes(), Kept.class);
    } catch (JacksonException e) {
      throw new IOException(key, e);
    }
  }

  private Optional<Kept> readable(String key) {
    try {
      return Optional.of(read(key));
    } catch (IOException e) {
      return Optional.empty(); // A damaged version is no version; the others are whole.
    }
  }

  private void thin(List<String> keys, Instant now) throws IOException {
    Set<String> taken = new HashSet<>();
    for (int i = keys.size() - 1; i >= 0; i--) {
      String key = keys.get(i);
      Duration age = Duration.between(Instant.ofEpochMilli(time(key)), now);
      boolean old = age.compareTo(MONTH) > 0;
      boolean sure = key.endsWith(SURE) && !old;
      boolean newest = i == keys.size() - 1;
      if (!sure && !newest && (old || !taken.add(slot(key, age)))) {
        Files.deleteIfExists(folder.resolve(key + ENDING));
      } else if (newest) {
        taken.add(slot(key, age));
      }
    }
  }

  private static String slot(String key, Duration age) {
    Duration length =
        age.compareTo(HOUR) <= 0
            ? Duration.ofMinutes(1)
            : age.compareTo(DAY) <= 0 ? Duration.ofMinutes(10) : DAY;
    return length + " " + time(key) / length.toMillis();
  }

  private List<String> keys() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(key -> key.matches("[0-9]{15}(" + SURE + ")?"))
          .sorted()
          .toList();
    }
  }

  private static long time(String key) {
    return Long.parseLong(key.replace(SURE, ""));
  }

  private byte[] packed(Kept kept) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(json.writeValueAsBytes(kept));
    }
    return bytes.toByteArray();
  }
}
