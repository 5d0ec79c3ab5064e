package org.postroom.recipients;

import org.jspecify.annotations.Nullable;

/// Where a list came from and how it was read.
///
/// @param fileName without folders
/// @param sha256 of the file's bytes, lower-case hex
/// @param format `csv`, `tsv`, …
/// @param charset the Java name of the charset, or empty where the format has none
/// @param delimiter the character, or empty where the format has none
/// @param sheet the sheet's name where there are sheets
public record ListOrigin(
    String fileName,
    String sha256,
    String format,
    String charset,
    String delimiter,
    @Nullable String sheet) {}
