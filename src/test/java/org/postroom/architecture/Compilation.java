package org.postroom.architecture;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles small sources against the tests' class path and says what the compiler has against
/// them. Nothing is written.
final class Compilation {
  private Compilation() {}

  /// One complaint.
  ///
  /// @param code the compiler's own name for it, for example `compiler.err.not.exhaustive`
  /// @param words its English text
  record Complaint(String code, String words) {}

  /// Compiles all at once.
  ///
  /// @param sources by the name of the class that each declares
  /// @return the errors of each, in the order of the sources
  static Map<String, List<Complaint>> of(Map<String, String> sources) {
    Map<String, List<Complaint>> complaints = new LinkedHashMap<>();
    List<Source> units = new ArrayList<>();
    sources.forEach(
        (name, source) -> {
          complaints.put(name, new ArrayList<>());
          units.add(new Source(name, source));
        });
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collected = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(collected, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      // "by.todo" goes through the phases class by class, so that an error in one hides none in
      // another.
      List<String> options =
          List.of(
              "-proc:none",
              "-Xdiags:verbose",
              "-implicit:none",
              "-Xmaxerrs",
              "1000",
              "-XDcompilePolicy=by.todo",
              "--should-stop=ifError=FLOW",
              "--should-stop=ifNoError=FLOW",
              "-classpath",
              System.getProperty("java.class.path"));
      compiler.getTask(new StringWriter(), files, collected, options, null, units).call();
      // A copy, because the compiler looks at further classes while it words a message.
      for (var found : List.copyOf(collected.getDiagnostics())) {
        if (found.getKind() == Diagnostic.Kind.ERROR) {
          String name = found.getSource() instanceof Source source ? source.name : "";
          complaints
              .computeIfAbsent(name, _ -> new ArrayList<>())
              .add(new Complaint(found.getCode(), found.getMessage(Locale.ENGLISH)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return complaints;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///outside/" + name + ".java"), Kind.SOURCE);
      this.name = name;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
