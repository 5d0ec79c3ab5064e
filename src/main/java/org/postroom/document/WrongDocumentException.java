package org.postroom.document;

/// Leaves the walk through the document at the first thing that is wrong; never leaves the package.
final class WrongDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient DocumentReading.Wrong wrong;

  WrongDocumentException(DocumentReading.Wrong wrong) {
    super(wrong.message());
    this.wrong = wrong;
  }

  DocumentReading.Wrong wrong() {
    return wrong;
  }
}
