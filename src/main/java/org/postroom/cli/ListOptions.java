package org.postroom.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.jspecify.annotations.Nullable;

/// The values of `--charset` and `--delimiter`.
final class ListOptions {
  private ListOptions() {}

  static @Nullable String charset(@Nullable String name) throws UsageException {
    try {
      if (name == null || Charset.isSupported(name)) {
        return name;
      }
    } catch (IllegalCharsetNameException e) {
      UsageException usage = new UsageException("list.charset", name);
      usage.initCause(e);
      throw usage;
    }
    throw new UsageException("list.charset", name);
  }

  /// One character, or `tab` or `\t`, which a shell does not type easily.
  static @Nullable String delimiter(@Nullable String text) throws UsageException {
    if (text == null || text.length() == 1) {
      return text;
    }
    if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
      return "\t";
    }
    throw new UsageException("list.delimiter", text);
  }

  static String shown(String delimiter) {
    return delimiter.equals("\t") ? "tab" : delimiter;
  }
}
