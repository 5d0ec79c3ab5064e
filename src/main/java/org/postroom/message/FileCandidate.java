package org.postroom.message;

import java.util.Locale;
import java.util.regex.Pattern;

/// A file that somebody wants to attach. It cannot be put into a letter: only [Attachment#admit]
/// makes an attachment of it, and asks whether it is a list first.
///
/// @param fileName the name the reader will see: without folders, and with `_` for what could lead
///   out of a folder, break a line or turn the direction of writing
/// @param contentType `type/subtype` (RFC 2045 section 5.1) in lower case; anything else becomes
///   `application/octet-stream`
/// @param content the bytes
/// @param fileKey identity of the file on disk (path after links, and file key), to compare with
///   the list's
public record FileCandidate(String fileName, String contentType, Blob content, String fileKey) {
  private static final Pattern UNFIT =
      Pattern.compile("[/\\\\\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]");
  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  public FileCandidate {
    fileName = UNFIT.matcher(fileName.strip()).replaceAll("_");
    if (fileName.isEmpty() || fileName.equals(".") || fileName.equals("..")) {
      fileName = "_";
    }
    contentType = contentType.strip().toLowerCase(Locale.ROOT);
    if (!TYPE.matcher(contentType).matches()) {
      contentType = "application/octet-stream";
    }
  }
}
