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
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postroom.cli.Cli;
import org.postroom.cli.Surroundings;
import org.postroom.dispatch.StopSignal;

/// The entry point of the window and of the command line.
public final class Main {
  private static final int WRONG = 2;

  /// True while the window is open, which nobody but its person closes.
  private static volatile boolean inWindow;

  private Main() {}

  /// Starts Postroom.
  ///
  /// @param args the command line; empty for the window
  public static void main(String[] args) {
    LogFile.silenceConsole();
    StopSignal stop = new StopSignal();
    CountDownLatch ended = new CountDownLatch(1);
    int[] code = {WRONG};
    Thread hook = new Thread(() -> stopAndWait(stop, ended, code), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      code[0] = run(args, stop);
    } catch (Throwable e) {
      // The last resort: whatever it was, a person reads a sentence.
      Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "unexpected", e);
      System.err.println(AppTexts.text("unexpected"));
    }
    ended.countDown();
    Runtime.getRuntime().halt(flushed(code[0]));
  }

  private static int run(String[] args, StopSignal stop) {
    Wiring wiring = new Wiring(System.getenv());
    Surroundings around = around(stop);
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
      inWindow = true;
      Optional<Integer> code = Window.open(wiring, around, document);
      if (code.isPresent()) {
        return code.get();
      }
      inWindow = false;
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

  /// SIGINT and SIGTERM are Stop: what is committing is finished and recorded before the end.
  private static void stopAndWait(StopSignal stop, CountDownLatch ended, int[] code) {
    stop.press();
    if (inWindow) {
      // The window ends with the process; the ledger knows what was under way.
      return;
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(flushed(code[0]));
  }

  private static int flushed(int code) {
    System.out.flush();
    System.err.flush();
    return code;
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
