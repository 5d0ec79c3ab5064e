package org.postroom.ui.exports;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListExporter.CanaryWish;
import org.postroom.engine.ListExporter.Order;

/// What was answered about an export.
///
/// @param handedTo to whom it goes and what for
/// @param own the address that was written down, also where none goes in
public record ExportWish(String handedTo, Canary canary, String own, Format format) {
  /// Which address of the sender's own goes in.
  public enum Canary {
    /// A new one, made of the sender's address.
    MADE,
    /// The very address that was written down.
    EXACTLY,
    NONE
  }

  /// What is written.
  public enum Format {
    CSV,
    XLSX;

    public String ending() {
      return "." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// The safe choice: the export can be told from all others.
  static ExportWish first(String own) {
    return new ExportWish("", Canary.MADE, own, Format.CSV);
  }

  /// @param file gets the ending of the format where it has another one
  Order order(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean ends = name.toLowerCase(Locale.ROOT).endsWith(format.ending());
    return new Order(
        ends ? file : file.resolveSibling(name + format.ending()), handedTo, canaryWish());
  }

  private @Nullable CanaryWish canaryWish() {
    return switch (canary) {
      case MADE -> new CanaryWish.Plus(own);
      case EXACTLY -> new CanaryWish.Exactly(own);
      case NONE -> null;
    };
  }
}
