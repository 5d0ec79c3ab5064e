package org.postroom.pictures;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// Makes a picture smaller: each new point is the mean of what it covers, by area. Done on the
/// numbers, without the drawing of the JDK, which would start a second window system beside
/// JavaFX's.
///
/// A picture that brings colours of its own (phones: Display P3) is made smaller first and brought
/// to sRGB afterwards, because that is slow.
final class Shrinker {
  private static final int BANDS = 4;

  private final BufferedImage image;
  private final boolean foreign;
  private final int width;
  private final int height;
  private final float[] row;
  private final float[] sum;

  private Shrinker(BufferedImage image, int width, int height) {
    this.image = image;
    this.foreign = isForeign(image.getColorModel());
    this.width = width;
    this.height = height;
    this.row = new float[width * BANDS];
    this.sum = new float[width * BANDS];
  }

  /// @param width at most the picture's own, as is `height`
  static Pixels shrink(BufferedImage image, int width, int height) {
    return new Shrinker(image, width, height).shrunk();
  }

  private static boolean isForeign(ColorModel model) {
    return model instanceof ComponentColorModel
        && model.getNumComponents() == 3
        && model.getTransferType() == DataBuffer.TYPE_BYTE
        && !model.getColorSpace().isCS_sRGB();
  }

  private Pixels shrunk() {
    int[] out = new int[width * height];
    double high = (double) image.getHeight() / height;
    int source = -1;
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(sum, 0);
      double from = y * high;
      double to = Math.min(image.getHeight(), (y + 1) * high);
      for (int line = (int) from; line < to; line++) {
        if (line != source) {
          narrow(line);
          source = line;
        }
        float weight = (float) ((Math.min(to, line + 1.0) - Math.max(from, line)) / high);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += row[i] * weight;
        }
      }
      for (int x = 0; x < width; x++) {
        out[y * width + x] = point(x * BANDS);
      }
    }
    return new Pixels(foreign ? inOurColours(out) : out, width, height);
  }

  /// One line of the picture at the new width, premultiplied.
  private void narrow(int line) {
    int[] points = line(line);
    double wide = (double) points.length / width;
    for (int x = 0; x < width; x++) {
      double from = x * wide;
      double to = Math.min(points.length, (x + 1) * wide);
      float alpha = 0;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int at = (int) from; at < to; at++) {
        int point = points[at];
        float weight = (float) ((Math.min(to, at + 1.0) - Math.max(from, at)) / wide);
        float seen = weight * (point >>> 24);
        alpha += seen;
        red += seen * (point >> 16 & 0xff);
        green += seen * (point >> 8 & 0xff);
        blue += seen * (point & 0xff);
      }
      row[x * BANDS] = alpha;
      row[x * BANDS + 1] = red;
      row[x * BANDS + 2] = green;
      row[x * BANDS + 3] = blue;
    }
  }

  private int[] line(int line) {
    int wide = image.getWidth();
    if (!foreign) {
      return image.getRGB(0, line, wide, 1, null, 0, wide);
    }
    int[] samples = image.getRaster().getPixels(0, line, wide, 1, (int[]) null);
    int[] points = new int[wide];
    for (int x = 0; x < wide; x++) {
      points[x] = 0xff000000 | samples[x * 3] << 16 | samples[x * 3 + 1] << 8 | samples[x * 3 + 2];
    }
    return points;
  }

  private int point(int at) {
    float alpha = sum[at];
    if (alpha < 0.5f) {
      return 0;
    }
    return rounded(alpha) << 24
        | rounded(sum[at + 1] / alpha) << 16
        | rounded(sum[at + 2] / alpha) << 8
        | rounded(sum[at + 3] / alpha);
  }

  private static int rounded(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  private int[] inOurColours(int[] points) {
    ColorModel model = image.getColorModel();
    WritableRaster raster = model.createCompatibleWritableRaster(width, height);
    int[] samples = new int[3];
    for (int i = 0; i < points.length; i++) {
      samples[0] = points[i] >> 16 & 0xff;
      samples[1] = points[i] >> 8 & 0xff;
      samples[2] = points[i] & 0xff;
      raster.setPixel(i % width, i / width, samples);
    }
    BufferedImage ours = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    new ColorConvertOp(model.getColorSpace(), ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
        .filter((Raster) raster, ours.getRaster());
    return ours.getRGB(0, 0, width, height, null, 0, width);
  }
}
