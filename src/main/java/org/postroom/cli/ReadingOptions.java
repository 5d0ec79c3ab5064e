package org.postroom.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListRequest;
import picocli.CommandLine.Option;

/// How a list is read, for every command that reads one.
final class ReadingOptions {
  @Option(names = "--charset", paramLabel = "C")
  private @Nullable String charset;

  @Option(names = "--delimiter", paramLabel = "D")
  private @Nullable String delimiter;

  @Option(names = "--sheet", paramLabel = "S")
  private @Nullable String sheet;

  @Option(names = "--address-column", paramLabel = "A")
  private @Nullable String addressColumn;

  @Option(names = "--heading-row", paramLabel = "N")
  private @Nullable Integer headingRow;

  ListRequest request(Path file) throws UsageException {
    return new ListRequest(
        file,
        ListOptions.charset(charset),
        ListOptions.delimiter(delimiter),
        sheet,
        addressColumn,
        null,
        headingRow);
  }

  /// True where nothing was said.
  boolean areUnused() {
    return charset == null
        && delimiter == null
        && sheet == null
        && addressColumn == null
        && headingRow == null;
  }
}
