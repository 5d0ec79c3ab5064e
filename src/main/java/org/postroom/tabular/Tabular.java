package org.postroom.tabular;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Reads a file of people as rows, whatever its format. Deterministic.
public final class Tabular {
  private Tabular() {}

  /// @param bytes the whole file
  /// @param fileName its name, which helps to tell the format
  /// @throws java.util.concurrent.CancellationException where `progress` said to stop
  public static TabularReading read(
      byte[] bytes, String fileName, TabularOptions options, TabularProgress progress) {
    String other = OtherFormats.name(bytes, fileName);
    if (other != null) {
      return new TabularReading.Refused(TabularReading.Fault.OTHER_FORMAT, 0, other);
    }
    return new CsvReader(fileName, sha256(bytes), options, progress).read(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
