package org.postroom.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.safety.text.HtmlWords;

/// The lines that a template has without a field: the same in all letters, judged once. Of a letter
/// they are passed over, whole runs of them at a time. Immutable; safe for several threads.
final class ConstantLines {
  /// As written, and as a reader sees them.
  private final Set<String> lines = new HashSet<>();

  /// First line → the runs of lines that begin with it, of plain texts and of HTML.
  private final Map<String, List<Run>> plain = new HashMap<>();

  private final Map<String, List<Run>> html = new HashMap<>();

  /// Lines that follow each other in the template.
  ///
  /// @param said true where a reader sees something of them
  private record Run(String lines, boolean said) {
    /// True where exactly these lines begin at `at`.
    boolean isAt(String text, int at) {
      int end = at + lines.length();
      return text.startsWith(lines, at) && (end == text.length() || text.charAt(end) == '\n');
    }
  }

  /// What is left of a text.
  ///
  /// @param text the lines that are in no run, as they stand there
  /// @param said true where a reader sees something of what is not left
  record Rest(String text, boolean said) {}

  ConstantLines(List<Material.Words> template) {
    for (Material.Words text : template) {
      text.source().lines().filter(ConstantLines::isConstant).forEach(lines::add);
      text.lines().stream().filter(ConstantLines::isConstant).forEach(lines::add);
    }
    for (Material.Words text : template) {
      boolean isHtml = text.part().equals("html");
      List<String> run = new ArrayList<>();
      for (String line : text.source().lines().toList()) {
        if (isConstant(line)) {
          run.add(line);
        } else {
          add(run, isHtml);
          run.clear();
        }
      }
      add(run, isHtml);
    }
    // A blank line may be a run by itself and the beginning of another.
    Comparator<Run> longestFirst = Comparator.comparingInt(run -> -run.lines().length());
    Stream.of(plain, html).forEach(all -> all.values().forEach(runs -> runs.sort(longestFirst)));
  }

  private static boolean isConstant(String line) {
    return !line.contains("{{") && !line.contains("}}");
  }

  /// Not where a run ends within a tag, which would hide what follows, or reads otherwise by itself
  /// than in the template: its lines are passed over one by one.
  private void add(List<String> run, boolean isHtml) {
    String source = String.join("\n", run);
    String words = isHtml ? HtmlWords.of(source) : source;
    if (run.isEmpty() || !others(words).isEmpty() || (isHtml && HtmlWords.endsWithin(source))) {
      return;
    }
    (isHtml ? html : plain)
        .computeIfAbsent(run.getFirst(), _ -> new ArrayList<>())
        .add(new Run(source, Material.Words.says(source, words)));
  }

  /// What a letter's part says beside whole runs.
  Rest rest(String text, boolean isHtml) {
    Map<String, List<Run>> runs = isHtml ? html : plain;
    StringBuilder left = new StringBuilder();
    boolean said = false;
    int closed = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String line = text.substring(at, end);
      Run run = run(runs.get(line), text, at);
      if (run != null && isHtml && HtmlWords.endsWithin(left.substring(closed))) {
        // A tag or a comment goes on into the run: what it hides is seen only with the run in it.
        return new Rest(left.append(text, at, text.length()).toString(), said);
      }
      if (run == null) {
        at = Math.min(end + 1, text.length());
        left.append(text, end - line.length(), at);
      } else {
        said |= run.said();
        at += run.lines().length() + 1;
        closed = left.length();
      }
    }
    return new Rest(left.toString(), said);
  }

  private static @Nullable Run run(@Nullable List<Run> beginning, String text, int at) {
    if (beginning != null) {
      for (Run run : beginning) {
        if (run.isAt(text, at)) {
          return run;
        }
      }
    }
    return null;
  }

  /// The lines of `text` that not every letter has, blank ones apart.
  List<String> others(String text) {
    List<String> others = new ArrayList<>();
    text.lines().filter(line -> !line.isBlank() && !lines.contains(line)).forEach(others::add);
    return others;
  }
}
