package org.postroom.message;

/// A file is gone, or holds other bytes than when it was read first.
public final class BlobChangedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param fileName the file, without folders
  public BlobChangedException(String fileName, Throwable cause) {
    super(fileName, cause);
  }
}
