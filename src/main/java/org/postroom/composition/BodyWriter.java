package org.postroom.composition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Attachment;

/// Writes a letter's body, with as few levels as it needs: mixed (text and attachments) around
/// related (text and its images) around alternative (plain text and HTML).
final class BodyWriter {
  private final Rope rope;
  private final EncodedFiles files;
  private boolean inParts;

  BodyWriter(Rope rope, EncodedFiles files) {
    this.rope = rope;
    this.files = files;
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
      text("plain", text);
      return;
    }
    String alternative = boundary + "a";
    multipart("alternative", alternative, "");
    open(alternative);
    text("plain", text);
    open(alternative);
    text("html", html);
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

  private void text(String subtype, TextBody body) {
    Octets out = rope.own();
    out.ascii("Content-Type: text/").ascii(subtype).ascii("; charset=UTF-8").line();
    out.ascii("Content-Transfer-Encoding: ").ascii(body.encoding()).line().line();
    out.octets(body.octets());
    if (inParts) {
      // The line end before a boundary belongs to the boundary; the text keeps its own.
      out.line();
    }
  }

  private void file(Attachment file, String disposition) {
    Octets out = rope.own();
    String type = safeType(file.contentType());
    out.ascii("Content-Type:");
    if ("Content-Type: ".length() + type.length() + 1 > HeaderWriter.COLUMNS) {
      out.fold();
    } else {
      out.octet(' ');
    }
    FileNames.name(out.ascii(type), file.fileName());
    out.ascii("Content-Transfer-Encoding: base64").line();
    FileNames.filename(out.ascii("Content-Disposition: ").ascii(disposition), file.fileName());
    out.line();
    rope.share(files.base64(file.content()), file.content().sha256());
  }

  /// Messages and multiparts may not be in base64 (RFC 2046 sections 5.1 and 5.2.1); as files they
  /// are.
  private static String safeType(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("message/") || type.startsWith("multipart/")
        ? "application/octet-stream"
        : contentType;
  }

  private void open(String boundary) {
    rope.own().ascii("--").ascii(boundary).line();
  }

  private void close(String boundary) {
    rope.own().ascii("--").ascii(boundary).ascii("--").line();
  }
}
