package org.postroom.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files as cameras, phones and drawing programs write them.
public final class CameraFiles {
  static final String PLACE = "51.4545N 2.5879W";
  static final int RED = 0xffc02020;
  static final int BLUE = 0xff2040c0;

  private CameraFiles() {}

  /// Red at its left, blue at its right, with the noise of a real picture.
  public static BufferedImage photo(int width, int height) {
    int noise = 7;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int point = x < width / 2 ? RED : BLUE;
        noise = noise * 1_664_525 + 1_013_904_223;
        image.setRGB(x, y, point + (noise >>> 24) % 24 * 0x010101);
      }
    }
    return image;
  }

  public static byte[] file(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A JPEG file with a camera's notes: how it was held and where it was taken; and what a phone
  /// puts behind the end.
  public static byte[] ofPhone(BufferedImage image, int orientation) {
    byte[] plain = file(image, "jpeg");
    byte[] notes = exif(orientation);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xe1, concat("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), notes));
    segment(
        out,
        0xe1,
        ("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>")
            .getBytes(StandardCharsets.ISO_8859_1));
    segment(out, 0xfe, ("taken at " + PLACE).getBytes(StandardCharsets.ISO_8859_1));
    out.write(plain, 2, plain.length - 2);
    out.writeBytes(("film " + PLACE).getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  /// A TIFF structure with the orientation and a text.
  static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + PLACE.length());
    tiff.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010e).putShort((short) 2).putInt(PLACE.length()).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return tiff.put(PLACE.getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  /// Where [#placed] says that a picture was taken.
  public static final String PLACED = "51.4545, -2.5879";

  /// A TIFF structure with degrees, minutes and seconds.
  static byte[] place(ByteOrder order, int... fractions) {
    ByteBuffer tiff = ByteBuffer.allocate(26 + 54 + fractions.length * 4).order(order);
    tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949)).putShort((short) 42);
    tiff.putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(26).putInt(0);
    tiff.putShort((short) 4);
    side(tiff, 1, 'N');
    tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(80);
    side(tiff, 3, 'W');
    tiff.putShort((short) 4).putShort((short) 5).putInt(3).putInt(80 + 24);
    tiff.putInt(0);
    for (int part : fractions) {
      tiff.putInt(part);
    }
    return tiff.array();
  }

  private static void side(ByteBuffer tiff, int tag, char side) {
    tiff.putShort((short) tag).putShort((short) 2).putInt(2).put((byte) side).put(new byte[3]);
  }

  static byte[] place(ByteOrder order) {
    return place(order, 51, 1, 27, 1, 1620, 100, 2, 1, 35, 1, 1644, 100);
  }

  /// A JPEG file with the place where it was taken.
  public static byte[] placed(BufferedImage image) {
    byte[] plain = file(image, "jpeg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    segment(out, 0xe1, concat(name, place(ByteOrder.BIG_ENDIAN)));
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  /// A PNG file with a text and a camera's notes before its points.
  static byte[] notedPng(BufferedImage image, int orientation) {
    return notedPng(image, exif(orientation));
  }

  static byte[] notedPng(BufferedImage image, byte[] notes) {
    byte[] plain = file(image, "png");
    int head = 8 + 12 + 13;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, head);
    chunk(out, "tEXt", ("Comment\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
    chunk(out, "eXIf", notes);
    out.write(plain, head, plain.length - head);
    return out.toByteArray();
  }

  /// Only the head of a PNG file that says how large it would be.
  static byte[] pngThatSays(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] head =
        ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", new byte[8]);
    return out.toByteArray();
  }

  /// A JPEG file in four colours, as for a printing press.
  static byte[] forPrinting() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    WritableRaster raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, 20, 10, 4, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// A film of as many pictures.
  static byte[] film(int width, int height, int pictures) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pictures; i++) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(i, i, RED);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new java.io.ByteArrayInputStream(file));
  }

  private static void segment(ByteArrayOutputStream out, int mark, byte[] content) {
    out.write(0xff);
    out.write(mark);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
    byte[] named = concat(name.getBytes(StandardCharsets.ISO_8859_1), content);
    CRC32 check = new CRC32();
    check.update(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(named);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
