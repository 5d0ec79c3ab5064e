package org.postroom.mta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a traced program did to the files below one folder and what it said on its sockets, in the
/// order in which it began to, read from strace's account; a force stands where it had returned.
final class Journal {
  /// For [Traced#command]: the calls that change files or say something, with all their bytes.
  static final List<String> OPTIONS =
      List.of(
          "-y",
          "-xx",
          "-s",
          "1000000",
          "-e",
          "trace=openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,link,unlink,mkdir");

  /// One call. Files have numbers, because names change; a character of a text is a byte.
  sealed interface Step {
    record Made(Path name, int file) implements Step {}

    record Written(int file, long at, String text) implements Step {}

    record Cut(int file, long size) implements Step {}

    record Forced(int file) implements Step {}

    record FolderMade(Path name) implements Step {}

    record FolderForced(Path folder) implements Step {}

    record Linked(Path name, int file) implements Step {}

    record Renamed(Path from, Path to, int file) implements Step {}

    record Removed(Path name) implements Step {}

    record Said(String socket, String text) implements Step {}
  }

  private static final Pattern CALL =
      Pattern.compile("(\\d+) +(\\w+)\\((.*?)(?:\\) += (-?\\d+)(.*)| <unfinished \\.\\.\\.>)");
  private static final Pattern RESUMED =
      Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*?)\\) += (-?\\d+)(.*)");
  private static final Pattern FILE = Pattern.compile("(\\d+)<(.*)>");

  private final Path folder;
  private final List<@Nullable Step> steps = new ArrayList<>();

  /// Calls of threads that had begun and not ended when another thread's call came.
  private final Map<String, Begun> begun = new HashMap<>();

  private final Map<Path, Integer> files = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private int made;

  private record Begun(int step, String arguments) {}

  private Journal(Path folder) {
    this.folder = folder;
  }

  static List<Step> read(Path account, Path folder) throws IOException {
    Journal journal = new Journal(folder);
    try (Stream<String> lines = Files.lines(account, StandardCharsets.US_ASCII)) {
      lines.forEach(journal::line);
    }
    List<Step> all = new ArrayList<>();
    for (Step step : journal.steps) {
      if (step != null) {
        all.add(step);
      }
    }
    return all;
  }

  private void line(String line) {
    Matcher call = CALL.matcher(line);
    if (call.matches()) {
      if (call.group(4) == null) {
        begun.put(call.group(1), new Begun(steps.size(), call.group(3)));
        steps.add(null);
      } else {
        steps.add(null);
        done(steps.size() - 1, call.group(2), call.group(3), call.group(4), call.group(5));
      }
      return;
    }
    Matcher resumed = RESUMED.matcher(line);
    if (resumed.matches()) {
      Begun its = begun.remove(resumed.group(1));
      if (its == null) {
        throw new IllegalStateException("ended and never begun: " + line);
      }
      String verb = resumed.group(2);
      int step = its.step();
      if (verb.endsWith("sync")) {
        steps.add(null);
        step = steps.size() - 1;
      }
      done(step, verb, its.arguments() + resumed.group(3), resumed.group(4), resumed.group(5));
      return;
    }
    if (!line.matches("\\d+ +(---|\\+\\+\\+) .*")) {
      throw new IllegalStateException("not understood: " + shortened(line));
    }
  }

  private static String shortened(String line) {
    return line.substring(0, Math.min(200, line.length()));
  }

  private void done(int step, String verb, String all, String result, String rest) {
    if (result.startsWith("-")) {
      return;
    }
    String[] arguments = all.split(", ", -1);
    steps.set(
        step,
        switch (verb) {
          case "openat" -> opened(Path.of(text(arguments[1])), arguments[2], result + rest);
          case "pwrite64" -> written(arguments, Long.parseLong(arguments[3].strip()));
          case "write" -> written(arguments, -1);
          case "ftruncate" -> cut(arguments);
          case "fsync", "fdatasync" -> forced(arguments[0]);
          case "mkdir" -> folder(Path.of(text(arguments[0])));
          case "link" -> linked(Path.of(text(arguments[0])), Path.of(text(arguments[1])));
          case "rename" -> renamed(Path.of(text(arguments[0])), Path.of(text(arguments[1])));
          case "unlink" -> removed(Path.of(text(arguments[0])));
          default -> throw new IllegalStateException(verb);
        });
  }

  private @Nullable Step opened(Path name, String flags, String descriptor) {
    if (!name.startsWith(folder) || flags.startsWith("O_RDONLY")) {
      return null;
    }
    Integer there = files.get(name);
    positions.put(key(descriptor), 0L);
    if (there != null) {
      if (flags.contains("O_TRUNC")) {
        return new Step.Cut(there, 0);
      }
      return null;
    }
    if (!flags.contains("O_CREAT")) {
      throw new IllegalStateException("not made by the program: " + name);
    }
    files.put(name, ++made);
    return new Step.Made(name, made);
  }

  private @Nullable Step written(String[] arguments, long at) {
    String name = name(arguments[0]);
    String text = new String(bytes(arguments[1]), StandardCharsets.ISO_8859_1);
    if (name.startsWith("socket:")) {
      return new Step.Said(name, text);
    }
    Integer file = name.startsWith("/") ? files.get(Path.of(name)) : null;
    if (file == null) {
      return null;
    }
    long position = at;
    if (at < 0) {
      position = positions.getOrDefault(key(arguments[0]), 0L);
      positions.put(key(arguments[0]), position + text.length());
    }
    return new Step.Written(file, position, text);
  }

  private @Nullable Step cut(String[] arguments) {
    Integer file = files.get(Path.of(name(arguments[0])));
    return file == null ? null : new Step.Cut(file, Long.parseLong(arguments[1].strip()));
  }

  private @Nullable Step forced(String descriptor) {
    Path name = Path.of(name(descriptor));
    Integer file = files.get(name);
    if (file != null) {
      return new Step.Forced(file);
    }
    return name.startsWith(folder) ? new Step.FolderForced(name) : null;
  }

  private @Nullable Step folder(Path name) {
    return name.startsWith(folder) ? new Step.FolderMade(name) : null;
  }

  private @Nullable Step linked(Path from, Path to) {
    Integer file = files.get(from);
    if (file == null) {
      return null;
    }
    files.put(to, file);
    return new Step.Linked(to, file);
  }

  private @Nullable Step renamed(Path from, Path to) {
    Integer file = files.remove(from);
    if (file == null) {
      return null;
    }
    files.put(to, file);
    return new Step.Renamed(from, to, file);
  }

  private @Nullable Step removed(Path name) {
    return files.remove(name) == null ? null : new Step.Removed(name);
  }

  /// The descriptor's number; another file may have it later.
  private static String key(String descriptor) {
    return descriptor.substring(0, descriptor.indexOf('<'));
  }

  private static String name(String descriptor) {
    Matcher matcher = FILE.matcher(descriptor);
    return matcher.find() ? decoded(matcher.group(2)) : "";
  }

  private static String text(String quoted) {
    return new String(bytes(quoted), StandardCharsets.UTF_8);
  }

  private static String decoded(String escaped) {
    return escaped.contains("\\x") ? text('"' + escaped + '"') : escaped;
  }

  /// From `"\x41\x42"`.
  private static byte[] bytes(String quoted) {
    int from = quoted.indexOf('"') + 1;
    int to = quoted.lastIndexOf('"');
    if (from == 0 || to < from || quoted.endsWith("...")) {
      throw new UncheckedIOException(new IOException("no bytes: " + shortened(quoted)));
    }
    byte[] bytes = new byte[(to - from) / 4];
    for (int i = 0; i < bytes.length; i++) {
      int at = from + 4 * i + 2;
      bytes[i] =
          (byte)
              (Character.digit(quoted.charAt(at), 16) << 4
                  | Character.digit(quoted.charAt(at + 1), 16));
    }
    return bytes;
  }
}
