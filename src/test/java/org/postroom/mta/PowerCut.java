package org.postroom.mta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The files as a power cut after so many steps could leave them. What was forced before is there,
/// and a name that its folder was forced with; of the rest none, or some of it at random, single
/// sectors of a write too, in any order. That is what POSIX allows and more than most file systems
/// do.
final class PowerCut {
  private static final int SECTOR = 512;

  private final List<Journal.Step> before;
  private final RandomGenerator random;
  private final boolean someSurvives;

  /// The last step that forced a file, a folder.
  private final Map<Integer, Integer> forced = new HashMap<>();

  private final Map<Path, Integer> foldersForced = new HashMap<>();

  /// @param someSurvives false where nothing does that was not forced
  PowerCut(List<Journal.Step> before, RandomGenerator random, boolean someSurvives) {
    this.before = before;
    this.random = random;
    this.someSurvives = someSurvives;
    for (int i = 0; i < before.size(); i++) {
      switch (before.get(i)) {
        case Journal.Step.Forced(int file) -> forced.put(file, i);
        case Journal.Step.FolderForced(Path folder) -> foldersForced.put(folder, i);
        case Journal.Step.Made _,
            Journal.Step.Written _,
            Journal.Step.Cut _,
            Journal.Step.FolderMade _,
            Journal.Step.Linked _,
            Journal.Step.Renamed _,
            Journal.Step.Removed _,
            Journal.Step.Said _ -> {}
      }
    }
  }

  /// Writes them below `place` as they were below `folder`.
  void leaves(Path folder, Path place) throws IOException {
    Map<Path, Integer> names = new HashMap<>();
    List<Path> folders = new ArrayList<>(List.of(folder));
    Map<Integer, List<Journal.Step>> contents = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      Journal.Step step = before.get(i);
      switch (step) {
        case Journal.Step.Made(Path name, int file) -> {
          if (survives(name, i)) {
            names.put(name, file);
          }
        }
        case Journal.Step.Linked(Path name, int file) -> {
          if (survives(name, i)) {
            names.put(name, file);
          }
        }
        case Journal.Step.Renamed(Path from, Path to, int file) -> {
          if (survives(to, i)) {
            names.remove(from, file);
            names.put(to, file);
          }
        }
        case Journal.Step.Removed(Path name) -> {
          if (survives(name, i)) {
            names.remove(name);
          }
        }
        case Journal.Step.FolderMade(Path name) -> {
          if (survives(name, i)) {
            folders.add(name);
          }
        }
        case Journal.Step.Written(int file, long at, String text) ->
            contents
                .computeIfAbsent(file, _ -> new ArrayList<>())
                .addAll(survivors(file, i, at, text));
        case Journal.Step.Cut(int file, long _) -> {
          if (isForced(file, i) || mayStay()) {
            contents.computeIfAbsent(file, _ -> new ArrayList<>()).add(step);
          }
        }
        case Journal.Step.Forced _, Journal.Step.FolderForced _, Journal.Step.Said _ -> {}
      }
    }
    Set<Path> there = new HashSet<>();
    for (Path made : folders) {
      // A folder whose own folder did not survive is gone as well.
      if (made.equals(folder) || there.contains(made.getParent())) {
        there.add(made);
        Files.createDirectories(place.resolve(folder.relativize(made)));
      }
    }
    for (Map.Entry<Path, Integer> name : names.entrySet()) {
      if (there.contains(name.getKey().getParent())) {
        write(
            place.resolve(folder.relativize(name.getKey())),
            contents.getOrDefault(name.getValue(), List.of()));
      }
    }
  }

  private boolean survives(Path name, int step) {
    return foldersForced.getOrDefault(name.getParent(), -1) > step || mayStay();
  }

  private boolean isForced(int file, int step) {
    return forced.getOrDefault(file, -1) > step;
  }

  private boolean mayStay() {
    return someSurvives && random.nextBoolean();
  }

  private List<Journal.Step> survivors(int file, int step, long at, String text) {
    if (isForced(file, step)) {
      return List.of(before.get(step));
    }
    if (!mayStay()) {
      return List.of();
    }
    if (random.nextBoolean()) {
      return List.of(before.get(step));
    }
    List<Journal.Step> sectors = new ArrayList<>();
    for (int from = 0; from < text.length(); from += SECTOR) {
      if (random.nextBoolean()) {
        String sector = text.substring(from, Math.min(text.length(), from + SECTOR));
        sectors.add(new Journal.Step.Written(file, at + from, sector));
      }
    }
    return sectors;
  }

  private static void write(Path file, List<Journal.Step> contents) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (Journal.Step step : contents) {
        if (step instanceof Journal.Step.Written(int _, long at, String text)) {
          channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), at);
        } else if (step instanceof Journal.Step.Cut(int _, long size)) {
          channel.truncate(size);
        }
      }
    }
  }
}
