package org.postroom.pictures;

/// What a file is good for as a picture in a letter.
public sealed interface PictureReading {
  /// It can be shown.
  record Usable(Picture picture) implements PictureReading {}

  /// It cannot.
  record Refused(Refusal why) implements PictureReading {}

  /// Why a file is no picture for a letter.
  enum Refusal {
    /// It is no picture, or a damaged one.
    NO_PICTURE,
    /// WebP: many mail programs show an empty frame.
    WEBP,
    /// HEIC or AVIF, as phones write them: most mail programs show an empty frame.
    HEIF,
    /// SVG: a drawing that can hold scripts, which mail programs leave out.
    DRAWING,
    /// Colours for printing (CMYK), which mail programs show wrongly or not at all.
    PRINTING_COLOURS,
    /// So many points that unpacking it would fill the memory.
    TOO_MANY_POINTS,
    /// A larger file than is read at all.
    TOO_LARGE
  }
}
