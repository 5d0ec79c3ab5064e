package org.postroom.pictures;

import org.postroom.message.Blob;

/// A picture as it travels.
///
/// @param content the whole file
/// @param kind PNG, JPEG or GIF
/// @param width points across
public record Fitted(Blob content, PictureKind kind, int width) {}
