package org.postroom.app;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.Cli;
import org.postroom.cli.Surroundings;
import org.postroom.dispatch.StopSignal;

/// The entry point of the window and of the command line.
public final class Main {
  private static final int WRONG = 2;

  private Main() {}

  /// Starts Postroom.
  ///
  /// @param args the command line; empty for the window
  public static void main(String[] args) {
    LogFile.silenceConsole();
    ToldToEnd told = new ToldToEnd();
    told.listen();
    int code = WRONG;
    try {
      code = run(args, told);
    } catch (Throwable e) {
      // The last resort: whatever it was, a person reads a sentence.
      Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "unexpected", e);
      System.err.println(AppTexts.text("unexpected"));
    }
    Runtime.getRuntime().halt(ToldToEnd.flushed(told.ended(code)));
  }

  private static int run(String[] args, ToldToEnd told) {
    Wiring wiring = new Wiring(System.getenv());
    Surroundings around = around(told.stop());
    String document = document(args);
    if (args.length > 0 && document == null) {
      return new Cli(around, wiring).run(args);
    }
    String missing =
        switch (Display.look(System.getenv())) {
          case Display.Ready() -> "no-window";
          case Display.Missing(String key) -> key;
        };
    if (missing.equals("no-window")) {
      Optional<Integer> code = Window.open(wiring, around, told::window, document);
      if (code.isPresent()) {
        return code.get();
      }
      told.window(null);
    }
    around.err().println(AppTexts.text(missing));
    around.err().flush();
    return document == null
        ? new TerminalSample(around, wiring).run()
        : new Cli(around, wiring).run("check", document);
  }

  /// A document alone, as file managers start a program with it.
  private static @Nullable String document(String[] args) {
    return args.length == 1 && args[0].endsWith(".mailshot") ? args[0] : null;
  }

  private static Surroundings around(StopSignal stop) {
    return new Surroundings(
        writer(System.out),
        writer(System.err),
        System.getenv(),
        terminal().isPresent(),
        prompt ->
            terminal().flatMap(found -> Optional.ofNullable(found.readPassword("%s", prompt))),
        stop);
  }

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  /// UTF-8 wherever the output is not a terminal of another charset.
  private static PrintWriter writer(PrintStream stream) {
    Charset charset = terminal().isPresent() ? stream.charset() : StandardCharsets.UTF_8;
    return new PrintWriter(new OutputStreamWriter(new Checked(stream), charset), true);
  }

  /// A stream that says when nothing can be written any more; a [PrintStream] keeps that to itself.
  private static final class Checked extends OutputStream {
    private final PrintStream stream;

    private Checked(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int octet) {
      stream.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      stream.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      if (stream.checkError()) {
        throw new IOException("the output cannot be written");
      }
    }
  }
}
