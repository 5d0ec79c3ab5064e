package org.postroom.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.postroom.message.Blob;
import org.postroom.pictures.PictureReading.Refusal;

/// A picture as it came, which is looked at before it is unpacked.
public final class Picture {
  /// As wide as a letter shows a picture at most, in CSS pixels.
  public static final int WIDEST = 600;

  /// Bytes of a file that is read at all.
  public static final long LARGEST = 50L << 20;

  /// Points of a picture that is unpacked: more than any phone makes.
  static final long MOST_POINTS = 250_000_000;

  /// More is read with every other point left out, so that it fits into the memory.
  private static final long UNPACKED = 25_000_000;

  /// Screens of phones have two points and more for one CSS pixel.
  private static final int SHARPNESS = 2;

  /// Under a tenth too many is not worth making the picture anew.
  private static final double WORTH_IT = 1.1;

  /// A picture that is small enough in points, but a heavy file, is made anew and tried.
  private static final int HEAVY = 400_000;

  private final byte[] file;
  private final PictureKind kind;
  private final int width;
  private final int height;
  private final int orientation;
  private final boolean moving;

  private Picture(
      byte[] file, PictureKind kind, int width, int height, int orientation, boolean moving) {
    this.file = file;
    this.kind = kind;
    this.width = width;
    this.height = height;
    this.orientation = orientation;
    this.moving = moving;
  }

  /// Looks at the head of a file.
  public static PictureReading read(byte[] file) {
    if (file.length > LARGEST) {
      return new PictureReading.Refused(Refusal.TOO_LARGE);
    }
    PictureKind kind = PictureKind.of(file);
    return switch (kind) {
      case WEBP -> new PictureReading.Refused(Refusal.WEBP);
      case HEIF -> new PictureReading.Refused(Refusal.HEIF);
      case SVG -> new PictureReading.Refused(Refusal.DRAWING);
      case OTHER -> new PictureReading.Refused(Refusal.NO_PICTURE);
      case JPEG -> jpeg(file);
      case PNG, GIF, BMP, TIFF -> other(file, kind);
    };
  }

  private static PictureReading jpeg(byte[] file) {
    JpegParts parts = JpegParts.read(file);
    if (parts.components() == 4) {
      return new PictureReading.Refused(Refusal.PRINTING_COLOURS);
    }
    return sized(
        new Picture(
            file, PictureKind.JPEG, parts.width(), parts.height(), parts.orientation(), false));
  }

  private static PictureReading other(byte[] file, PictureKind kind) {
    PngParts png = kind == PictureKind.PNG ? PngParts.read(file) : null;
    int orientation =
        png != null
            ? png.orientation()
            : kind == PictureKind.TIFF ? Exif.orientation(ByteBuffer.wrap(file)) : Exif.UPRIGHT;
    try {
      return reading(
          file,
          reader -> {
            int wide = reader.getWidth(0);
            int high = reader.getHeight(0);
            boolean moving =
                png != null
                    ? png.isMoving()
                    : kind == PictureKind.GIF && reader.getNumImages(true) > 1;
            return sized(new Picture(file, kind, wide, high, orientation, moving));
          });
    } catch (IOException | RuntimeException e) {
      // The readers of the JDK throw this and that for damaged files.
      return new PictureReading.Refused(Refusal.NO_PICTURE);
    }
  }

  private static PictureReading sized(Picture picture) {
    if (picture.width < 1 || picture.height < 1) {
      return new PictureReading.Refused(Refusal.NO_PICTURE);
    }
    return (long) picture.width * picture.height > MOST_POINTS
        ? new PictureReading.Refused(Refusal.TOO_MANY_POINTS)
        : new PictureReading.Usable(picture);
  }

  public PictureKind kind() {
    return kind;
  }

  /// Points across, as it is looked at.
  public int width() {
    return orientation >= 5 ? height : width;
  }

  /// As wide as a letter shows it unless somebody says otherwise, in CSS pixels: neither wider nor
  /// higher than [#WIDEST]; 0 for its own width where that is smaller.
  public int shown() {
    int wide = width();
    int high = orientation >= 5 ? width : height;
    int fits = (int) Math.min(WIDEST, (long) WIDEST * wide / high);
    return wide > WIDEST || high > WIDEST ? Math.max(1, fits) : 0;
  }

  /// True for a short film.
  public boolean isMoving() {
    return moving;
  }

  /// The picture for a letter that shows it `shown` CSS pixels wide: as many points as that needs
  /// on a sharp screen and no more than it has, upright, without notes of place, time and camera. A
  /// short film stays as it is.
  ///
  /// @param shown 0 for its own width
  /// @return empty where the file is damaged
  public Optional<Fitted> fit(int shown) {
    if (moving) {
      return Optional.of(asItIs());
    }
    int own = width();
    int wanted = shown == 0 ? own : (int) Math.min(own, (long) shown * SHARPNESS);
    boolean shrinks = own > wanted * WORTH_IT;
    boolean needed =
        shrinks
            || orientation != Exif.UPRIGHT
            || kind == PictureKind.BMP
            || kind == PictureKind.TIFF;
    try {
      Fitted asItIs = needed ? null : asItIs();
      if (asItIs != null && asItIs.content().size() <= HEAVY) {
        unpacked(Math.min(own, 64)); // What cannot be shown does not travel.
        return Optional.of(asItIs);
      }
      Fitted anew = anew(shrinks ? wanted : own);
      boolean heavier = asItIs != null && anew.content().size() * 3 >= asItIs.content().size() * 2;
      return Optional.of(asItIs != null && heavier ? asItIs : anew);
    } catch (IOException | RuntimeException e) {
      // The readers of the JDK throw this and that for damaged files.
      return Optional.empty();
    }
  }

  private Fitted asItIs() {
    byte[] plain =
        switch (kind) {
          case JPEG -> JpegParts.read(file).withoutNotes();
          case PNG -> PngParts.read(file).withoutNotes();
          case GIF, BMP, TIFF, WEBP, HEIF, SVG, OTHER -> file;
        };
    return new Fitted(Blob.of(plain), kind, width());
  }

  private Fitted anew(int wanted) throws IOException {
    Pixels pixels = unpacked(wanted);
    if (!pixels.isOpaque()) {
      return new Fitted(Blob.of(pixels.png()), PictureKind.PNG, pixels.width());
    }
    byte[] jpeg = pixels.jpeg();
    // A drawing or a screen is sharper and often smaller as PNG.
    boolean drawn = kind == PictureKind.PNG || kind == PictureKind.GIF || kind == PictureKind.BMP;
    byte[] png = drawn ? pixels.png() : null;
    return png != null && png.length < 2L * jpeg.length
        ? new Fitted(Blob.of(png), PictureKind.PNG, pixels.width())
        : new Fitted(Blob.of(jpeg), PictureKind.JPEG, pixels.width());
  }

  /// @param wanted points across, as it is looked at
  private Pixels unpacked(int wanted) throws IOException {
    BufferedImage image =
        reading(
            file,
            reader -> {
              ImageReadParam how = reader.getDefaultReadParam();
              int step = (int) Math.ceil(Math.sqrt((double) width * height / UNPACKED));
              how.setSourceSubsampling(step, step, 0, 0);
              return reader.read(0, how);
            });
    double scale = Math.min(1, (double) wanted / width());
    int wide = Math.clamp(Math.round(width * scale), 1, image.getWidth());
    int high = Math.clamp(Math.round(height * scale), 1, image.getHeight());
    return Shrinker.shrink(image, wide, high).upright(orientation);
  }

  @FunctionalInterface
  private interface Read<T> {
    T by(ImageReader reader) throws IOException;
  }

  private static <T> T reading(byte[] file, Read<T> read) throws IOException {
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("nothing reads this");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return read.by(reader);
      } finally {
        reader.dispose();
      }
    }
  }

  /// Points of a picture that is no file, such as one of the clipboard, as a PNG file.
  ///
  /// @param argb not premultiplied, row by row
  public static byte[] png(int[] argb, int width, int height) {
    return new Pixels(argb, width, height).png();
  }
}
