package org.postroom.message;

/// A file that somebody wants to attach. It cannot be put into a letter: only [Attachment#admit]
/// makes an attachment of it, and asks whether it is a list first.
///
/// @param fileName the name the reader will see, without folders
/// @param contentType `type/subtype`
/// @param content the bytes
/// @param fileKey identity of the file on disk (path after links, and file key), to compare with
///   the list's
public record FileCandidate(String fileName, String contentType, Blob content, String fileKey) {}
