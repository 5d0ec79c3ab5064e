package org.postroom.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Points in sRGB, not premultiplied, row by row.
final class Pixels {
  private static final float QUALITY = 0.85f;
  private static final int OPAQUE = 0xff000000;

  private final int[] argb;
  private final int width;
  private final int height;

  Pixels(int[] argb, int width, int height) {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(argb.length + " points are not " + width + " x " + height);
    }
    this.argb = argb;
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  boolean isOpaque() {
    return Arrays.stream(argb).allMatch(point -> (point & OPAQUE) == OPAQUE);
  }

  /// Put upright (Exif 2.32, tag 0x0112): what the file's first row and column are in the picture.
  Pixels upright(int orientation) {
    if (orientation == Exif.UPRIGHT) {
      return this;
    }
    boolean lies = orientation >= 5;
    int wide = lies ? height : width;
    int high = lies ? width : height;
    int[] turned = new int[argb.length];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        turned[y * wide + x] =
            switch (orientation) {
              case 2 -> at(width - 1 - x, y);
              case 3 -> at(width - 1 - x, height - 1 - y);
              case 4 -> at(x, height - 1 - y);
              case 5 -> at(y, x);
              case 6 -> at(y, height - 1 - x);
              case 7 -> at(width - 1 - y, height - 1 - x);
              case 8 -> at(width - 1 - y, x);
              default -> throw new IllegalArgumentException("orientation " + orientation);
            };
      }
    }
    return new Pixels(turned, wide, high);
  }

  private int at(int x, int y) {
    return argb[y * width + x];
  }

  byte[] png() {
    return written("png", isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
  }

  /// What can be seen through is lost.
  byte[] jpeg() {
    return written("jpeg", BufferedImage.TYPE_INT_RGB);
  }

  private byte[] written(String format, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    image.setRGB(0, 0, width, height, argb, 0, width);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
