package org.postroom.composition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;

/// Writes a letter's body, with as few levels as it needs: mixed (text and attachments) around
/// related (text and its images) around alternative (plain text and HTML).
final class BodyWriter {
  private final Rope rope;
  private final EncodedFiles files;
  private final FileHeads heads;
  private boolean inParts;

  BodyWriter(Rope rope, EncodedFiles files, FileHeads heads) {
    this.rope = rope;
    this.files = files;
    this.heads = heads;
  }

  /// Begins with the Content headers, since a letter of one part has them among its own.
  ///
  /// @param images by Content-ID
  void write(
      TextBody text,
      @Nullable TextBody html,
      Map<String, Attachment> images,
      List<Attachment> attachments,
      String boundary) {
    if (attachments.isEmpty()) {
      shown(text, html, images, boundary);
      return;
    }
    String mixed = boundary + "m";
    multipart("mixed", mixed, "");
    open(mixed);
    shown(text, html, images, boundary);
    for (Attachment attachment : attachments) {
      open(mixed);
      file(attachment, "attachment");
    }
    close(mixed);
  }

  private void shown(
      TextBody text, @Nullable TextBody html, Map<String, Attachment> images, String boundary) {
    if (images.isEmpty()) {
      said(text, html, boundary);
      return;
    }
    String related = boundary + "r";
    String root = html == null ? "text/plain" : "multipart/alternative";
    multipart("related", related, root);
    open(related);
    said(text, html, boundary);
    images.forEach(
        (id, image) -> {
          open(related);
          rope.own().ascii("Content-ID: <").ascii(id).octet('>').line();
          file(image, "inline");
        });
    close(related);
  }

  private void said(TextBody text, @Nullable TextBody html, String boundary) {
    if (html == null) {
      text(TextHead.PLAIN, text);
      return;
    }
    String alternative = boundary + "a";
    multipart("alternative", alternative, "");
    open(alternative);
    text(TextHead.PLAIN, text);
    open(alternative);
    text(TextHead.HTML, html);
    close(alternative);
  }

  private void multipart(String subtype, String boundary, String root) {
    inParts = true;
    Octets out = rope.own();
    out.ascii("Content-Type: multipart/").ascii(subtype).octet(';').fold();
    if (!root.isEmpty()) {
      out.ascii("type=\"").ascii(root).ascii("\";").fold();
    }
    out.ascii("boundary=\"").ascii(boundary).octet('"').line().line();
  }

  private void text(TextHead head, TextBody body) {
    Octets out = rope.own().octets(head.with(body.encoding()));
    body.writeTo(rope);
    if (inParts) {
      // The line end before a boundary belongs to the boundary; the text keeps its own.
      out.line();
    }
  }

  /// The headers of a part of text, the empty line after them included. Nobody writes to them.
  private static final class TextHead {
    static final TextHead PLAIN = new TextHead("plain");
    static final TextHead HTML = new TextHead("html");

    private final byte[] asItIs;
    private final byte[] quotedPrintable;

    private TextHead(String subtype) {
      asItIs = of(subtype, TextBody.AS_IT_IS);
      quotedPrintable = of(subtype, "quoted-printable");
    }

    byte[] with(String encoding) {
      return encoding.equals(TextBody.AS_IT_IS) ? asItIs : quotedPrintable;
    }

    private static byte[] of(String subtype, String encoding) {
      Octets out = new Octets();
      out.ascii("Content-Type: text/").ascii(subtype).ascii("; charset=UTF-8").line();
      out.ascii("Content-Transfer-Encoding: ").ascii(encoding).line().line();
      return out.toArray();
    }
  }

  private void file(Attachment file, String disposition) {
    rope.own().octets(heads.of(file, disposition));
    byte[] digest = file.content().sha256().getBytes(StandardCharsets.US_ASCII);
    rope.share(new Rope.Shared(files.base64(file.content()), digest));
  }

  private void open(String boundary) {
    rope.own().ascii("--").ascii(boundary).line();
  }

  private void close(String boundary) {
    rope.own().ascii("--").ascii(boundary).ascii("--").line();
  }
}
