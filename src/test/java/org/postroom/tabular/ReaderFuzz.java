package org.postroom.tabular;

import java.util.Locale;

/// Where Jazzer comes in: it calls the two methods by their names. Its argument names the target.
public final class ReaderFuzz {
  private static ReaderTarget target = ReaderTarget.CSV;

  private ReaderFuzz() {}

  public static void fuzzerInitialize(String[] arguments) {
    target = ReaderTarget.valueOf(arguments[0].toUpperCase(Locale.ROOT));
  }

  public static void fuzzerTestOneInput(byte[] bytes) {
    target.run(bytes);
  }
}
