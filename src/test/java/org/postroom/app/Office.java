package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postroom.cli.Cli;
import org.postroom.cli.Surroundings;
import org.postroom.dispatch.StopSignal;
import org.postroom.dispatch.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder with a workspace, lists and mailshots, and the real command line over them.
final class Office {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  final Path folder;
  private final Map<String, String> environment;
  private final Wiring wiring;

  Office(Path folder) {
    this(folder, Map.of());
  }

  Office(Path folder, Map<String, String> environment) {
    this(folder, environment, new Wiring(environment));
  }

  /// With another clock, and another way to let time pass.
  Office(Path folder, InstantSource clock, Waiting waiting) {
    this(folder, Map.of(), new Wiring(Map.of(), clock, waiting));
  }

  private Office(Path folder, Map<String, String> environment, Wiring wiring) {
    this.folder = folder;
    this.environment = environment;
    this.wiring = wiring;
  }

  /// What one command did.
  record Outcome(int code, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }

    /// Ends with `expected`, without a stack trace on either stream.
    Outcome exits(int expected) {
      assertThat(code).as("%s%n%s", out, err).isEqualTo(expected);
      assertThat(out + err).doesNotContain("Exception", "\tat ", "    at org.");
      return this;
    }
  }

  Outcome run(String... args) {
    return run(new StopSignal(), args);
  }

  Outcome run(StopSignal stop, String... args) {
    return run(stop, new StringWriter(), args);
  }

  /// With a standard output of one's own.
  Outcome into(Writer out, String... args) {
    return run(new StopSignal(), out, args);
  }

  private Outcome run(StopSignal stop, Writer out, String... args) {
    StringWriter err = new StringWriter();
    Surroundings around =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            false,
            _ -> Optional.empty(),
            stop);
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--workspace");
    all.add(workspace().toString());
    int code = new Cli(around, wiring).run(all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  Path workspace() {
    return folder.resolve("workspace");
  }

  String file(String name) {
    return folder.resolve(name).toString();
  }

  String write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  String write(String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, bytes);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `people` people: `Name;Email;Town`, from row 1.
  void list(int people) {
    StringBuilder csv = new StringBuilder("Name;Email;Town\r\n");
    for (int i = 1; i <= people; i++) {
      csv.append("Person ")
          .append(name(i))
          .append(";")
          .append(address(i))
          .append(";Town ")
          .append(name(people + i))
          .append("\r\n");
    }
    write("members.csv", csv.toString());
  }

  static String address(int i) {
    return name(i).toLowerCase(java.util.Locale.ROOT) + "@choir.example";
  }

  /// A word for a number: lists in which no two cells resemble each other.
  private static String name(int i) {
    String[] start = {"Bar", "Cor", "Dun", "Fen", "Gal", "Hol", "Kes", "Lim", "Mar", "Nor"};
    String[] middle = {
      "abel", "ecott", "ibrand", "oswell", "udrick", "yvern", "astor", "elmont", "ingham", "ophil"
    };
    String[] end = {"by", "craft", "dale", "field", "gate", "ham", "ley", "more", "ness", "wick"};
    return start[i % 10] + middle[i / 10 % 10] + end[i / 100 % 10];
  }

  /// A mailshot over `members.csv` that the review clears.
  String mailshot(String... members) {
    write("letter.txt", "Dear {{Name}},\n\nwe meet in {{Town}} on Thursday.\n\nHelen\n");
    return document("\"subject\": \"News for {{Name}}\", \"text\": \"letter.txt\"", members);
  }

  /// @param content the subject and the texts
  /// @param members more members of the top object
  String document(String content, String... members) {
    String more = members.length == 0 ? "" : ", " + String.join(", ", members);
    return write(
        "spring.mailshot",
        """
        {"postroom": 1, "name": "Spring", "from": "Choir <news@choir.example>",
         "recipients": {"file": "members.csv", "basis": "members"}, %s%s}
        """
            .formatted(content, more));
  }

  List<Path> files(Path in, String ending) {
    if (!Files.isDirectory(in)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
