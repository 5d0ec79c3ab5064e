package org.postroom.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;

/// What of a letter's HTML some mail programs do not show: elements, attributes and properties, by
/// a table made of caniemail's data. It says so, and holds nothing up.
final class MailClients {
  private static final int MOST_SAID = 5;
  private static final Pattern DECLARATION =
      Pattern.compile("(?<![\\w-])([a-z-]+)\\s*:\\s*([^;{}\"]+)");
  private static final Pattern RULE = Pattern.compile("@([a-z-]+)");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Map<Feature, String> PROGRAMS = read();

  private MailClients() {}

  /// @param value empty for any
  private record Feature(String kind, String name, String value) {
    String shown() {
      return switch (kind) {
        case "element" -> "<" + name + ">";
        case "rule" -> "@" + name;
        default -> value.isEmpty() ? name : name + ": " + value;
      };
    }
  }

  /// What some programs do not show.
  ///
  /// @param programs their names
  /// @param what the element, attribute or property
  /// @param line of the HTML, from 1
  record NotShown(String programs, String what, int line) {}

  /// Empty where all of them show everything.
  static Optional<Finding> finding(String html) {
    List<NotShown> all = in(html);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder();
    for (NotShown one : all.subList(0, Math.min(MOST_SAID, all.size()))) {
      words.append(words.isEmpty() ? "" : " ");
      words.append(Problems.text("html.not-shown.one", one.programs(), one.what(), one.line()));
    }
    if (all.size() > MOST_SAID) {
      words.append(' ').append(Problems.text("html.not-shown.more", all.size() - MOST_SAID));
    }
    Finding.Builder finding = Finding.of("html.not-shown", Severity.NOTE).args(words.toString());
    all.forEach(one -> finding.at(Place.part("html"), one.what()));
    return Optional.of(finding.build());
  }

  /// Each thing once, where it stands first, in the order of the lines.
  static List<NotShown> in(String html) {
    Document page = Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true));
    Map<Feature, Integer> lines = new LinkedHashMap<>();
    for (Element element : page.getAllElements()) {
      int line = element.sourceRange().start().lineNumber();
      if (line < 1) {
        continue; // The parser has put it there.
      }
      look(new Feature("element", element.normalName(), ""), line, lines);
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        if (name.equals("style")) {
          declarations(attribute.getValue(), line, lines);
        } else {
          look(new Feature("attribute", name, ""), line, lines);
        }
      }
      if (element.normalName().equals("style")) {
        sheet(element.data(), element.sourceRange().end().lineNumber(), lines);
      }
    }
    List<NotShown> found = new ArrayList<>();
    lines.forEach(
        (feature, line) ->
            found.add(
                new NotShown(
                    Objects.requireNonNull(PROGRAMS.get(feature)), feature.shown(), line)));
    found.sort(java.util.Comparator.comparingInt(NotShown::line));
    return found;
  }

  private static void sheet(String css, int first, Map<Feature, Integer> lines) {
    // Comments keep their line ends, so that the lines stay right.
    String rules = COMMENT.matcher(css).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
    int line = first;
    for (String one : rules.split("\n", -1)) {
      String lower = one.toLowerCase(Locale.ROOT);
      Matcher rule = RULE.matcher(lower);
      while (rule.find()) {
        look(new Feature("rule", rule.group(1), ""), line, lines);
      }
      // What stands before a brace is a selector, whose colons are none of a declaration.
      declarations(lower.replaceAll("[^{}]*\\{", " "), line, lines);
      line++;
    }
  }

  private static void declarations(String css, int line, Map<Feature, Integer> lines) {
    Matcher declaration = DECLARATION.matcher(css.toLowerCase(Locale.ROOT));
    while (declaration.find()) {
      String name = declaration.group(1);
      look(new Feature("property", name, ""), line, lines);
      for (String word : declaration.group(2).strip().split("\\s+", -1)) {
        look(new Feature("property", name, word), line, lines);
      }
    }
  }

  private static void look(Feature feature, int line, Map<Feature, Integer> lines) {
    if (PROGRAMS.containsKey(feature)) {
      lines.putIfAbsent(feature, line);
    }
  }

  private static Map<Feature, String> read() {
    try (InputStream in = MailClients.class.getResourceAsStream("mail-clients.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<Feature, String> programs = new HashMap<>();
      all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> programs.put(new Feature(cells[0], cells[1], cells[2]), cells[3]));
      return Map.copyOf(programs);
    } catch (IOException e) {
      throw new IllegalStateException("our own table", e);
    }
  }
}
