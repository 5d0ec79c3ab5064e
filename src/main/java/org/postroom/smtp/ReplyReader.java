package org.postroom.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.dispatch.Phase;
import org.postroom.dispatch.Reply;

/// Reads replies (RFC 5321 section 4.2), strictly: three digits from 200 to 599, then space, hyphen
/// or nothing, the same code on every line, at most [#LINES] lines of [#LENGTH] octets.
final class ReplyReader {
  private static final int LINES = 200;
  private static final int LENGTH = 4096;
  private static final Pattern LINE = Pattern.compile("([2-5][0-9][0-9])(?:([ -])(.*))?");
  private static final Pattern ENHANCED =
      Pattern.compile("([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?:\\s+(.*))?");

  private ReplyReader() {}

  /// One whole reply.
  ///
  /// @throws IOException where the connection ended, even in the middle of a reply
  static Heard read(InputStream in, Phase phase) throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.size() < LINES) {
      String line = line(in);
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || !line.startsWith(lines.isEmpty() ? "" : lines.getFirst())) {
        return new Heard.Garbled();
      }
      if (lines.isEmpty()) {
        lines.add(parts.group(1));
      }
      lines.add(parts.group(3) == null ? "" : parts.group(3));
      if (!"-".equals(parts.group(2))) {
        return new Heard.Answer(reply(phase, lines));
      }
    }
    return new Heard.Garbled();
  }

  /// A reply that was already read, its lines parted by line feeds.
  static Reply of(Phase phase, String whole) {
    try {
      Heard heard =
          read(
              new ByteArrayInputStream((whole.strip() + "\n").getBytes(StandardCharsets.UTF_8)),
              phase);
      return heard instanceof Heard.Answer(Reply reply) ? reply : new Reply(phase, 0, "", "");
    } catch (IOException e) {
      // Cut off in the middle: its words are of no use.
      return new Reply(phase, 0, "", "");
    }
  }

  /// @param lines the code, then the text of each line
  private static Reply reply(Phase phase, List<String> lines) {
    List<String> words = new ArrayList<>();
    String enhanced = "";
    for (String text : lines.subList(1, lines.size())) {
      Matcher status = ENHANCED.matcher(text);
      String rest = text;
      if (status.matches()) {
        enhanced = enhanced.isEmpty() ? status.group(1) : enhanced;
        rest = status.group(2) == null ? "" : status.group(2);
      }
      if (!rest.isBlank()) {
        words.add(rest.strip());
      }
    }
    return new Reply(phase, Integer.parseInt(lines.getFirst()), enhanced, String.join(" ", words));
  }

  /// One line without its end. An over-long line comes back cut off, and is then no reply.
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(80);
    while (bytes.size() < LENGTH) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("the connection ended");
      }
      if (octet == '\n') {
        return printable(bytes.toString(StandardCharsets.UTF_8).stripTrailing());
      }
      bytes.write(octet);
    }
    return "";
  }

  /// A server's words stand in reports and on terminals: no control characters.
  private static String printable(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
