package org.postroom.message;

/// Finds a person's own file by what their cell says (rule V6). Implemented by adapters.
public interface PersonalFiles {
  Found find(String cell);

  /// What a cell led to.
  sealed interface Found {
    /// @param attachment the admitted file
    /// @param identity the file after resolving links, to tell whether two people share it
    record File(Attachment attachment, String identity) implements Found {}

    /// There is no such file.
    record Missing(String name) implements Found {}

    /// There is one, but of 0 bytes.
    record Empty(String name) implements Found {}

    /// It would leave the folder: `..`, absolute, UNC, device name, or a link out.
    record Outside(String name) implements Found {}

    /// It is a recipient list.
    record IsList(String name, String list) implements Found {}
  }
}
