package org.postroom.composition;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a message as far as it is written strictly by the rules (RFC 5322, 2045, 2046), to the
/// same end as the mail library and in a third of its time. Whatever is otherwise (another charset,
/// raw octets in a header, a preamble) is left to the library.
final class StrictReader {
  private static final int DEEPEST = 8;

  private final byte[] bytes;

  /// The same, each octet as a character: the platform searches a text many octets at a time.
  private final String octets;

  private final ReadParts parts = new ReadParts();

  private final Before before;

  private StrictReader(byte[] bytes, Before before) {
    this.bytes = bytes;
    this.before = before;
    this.octets = new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Something that is not strictly by the rules.
  private static final class Lenient extends Exception {
    private static final long serialVersionUID = 1L;

    Lenient() {
      super(null, null, false, false);
    }
  }

  /// The headers of the message or of a part, and where its body begins.
  private record Head(List<ShownHeaders.Field> fields, int body) {
    @Nullable String first(String name) {
      for (ShownHeaders.Field field : fields) {
        if (field.name().equalsIgnoreCase(name)) {
          return field.value();
        }
      }
      return null;
    }
  }

  /// The texts of the letter read before. Not safe for several threads.
  static final class Before {
    private final Map<String, LinesBefore> quoted = new HashMap<>();
    private final Map<String, LinesBefore> plain = new HashMap<>();

    LinesBefore of(String type, boolean isQuoted) {
      return (isQuoted ? quoted : plain).computeIfAbsent(type, _ -> new LinesBefore());
    }
  }

  /// @return null where the message is for the mail library to make sense of
  static @Nullable ReceivedMessage read(byte[] bytes) {
    return read(bytes, new Before());
  }

  /// As [#read(byte[])], quicker where the letter has lines of the one read before.
  static @Nullable ReceivedMessage read(byte[] bytes, Before before) {
    StrictReader reader = new StrictReader(bytes, before);
    try {
      reader.lines();
      Head head = reader.head(0, bytes.length);
      reader.part(head, 0, bytes.length, 0);
      return reader.parts.message(ShownHeaders.of(head.fields()), bytes.length);
    } catch (Lenient | MessagingException | UnsupportedEncodingException e) {
      // Not an error: the library reads what is not strictly by the rules.
      return null;
    }
  }

  /// Both signs of a line end stand together: a delimiter may begin behind one alone.
  private void lines() throws Lenient {
    int from = 0;
    for (int at = octets.indexOf('\n'); at >= 0; at = octets.indexOf('\n', from)) {
      int sign = octets.indexOf('\r', from);
      if (sign < 0 || sign != at - 1) {
        throw new Lenient();
      }
      from = at + 1;
    }
    if (octets.indexOf('\r', from) >= 0) {
      throw new Lenient();
    }
  }

  private Head head(int start, int end) throws Lenient {
    List<ShownHeaders.Field> fields = new ArrayList<>();
    int at = start;
    while (true) {
      int lineEnd = lineEnd(at, end);
      if (lineEnd == at) {
        return new Head(fields, at + 2);
      }
      int colon = octets.indexOf(':', at, lineEnd);
      if (colon <= at || isBlank(bytes[at]) || isBlank(bytes[colon - 1])) {
        throw new Lenient();
      }
      while (lineEnd + 2 < end && isBlank(bytes[lineEnd + 2])) {
        lineEnd = lineEnd(lineEnd + 2, end);
      }
      int value = colon + 1;
      while (value < lineEnd && (isBlank(bytes[value]) || bytes[value] < ' ')) {
        value++;
      }
      fields.add(
          new ShownHeaders.Field(octets.substring(at, colon), octets.substring(value, lineEnd)));
      at = lineEnd + 2;
    }
  }

  /// Where the line ends that begins at `at`; all its octets are ASCII.
  private int lineEnd(int at, int end) throws Lenient {
    int lineEnd = octets.indexOf('\r', at);
    if (lineEnd < 0 || lineEnd + 2 > end) {
      throw new Lenient();
    }
    for (int i = at; i < lineEnd; i++) {
      if (bytes[i] < ' ' && bytes[i] != '\t') {
        throw new Lenient();
      }
    }
    return lineEnd;
  }

  /// @param start where its headers begin
  private void part(Head head, int start, int end, int depth) throws Lenient, MessagingException {
    ContentType type = MessageReader.type(head.first("Content-Type"));
    if (type.match("multipart/*")) {
      String boundary = type.getParameter("boundary");
      if (boundary == null || boundary.isEmpty() || depth == DEEPEST) {
        throw new Lenient();
      }
      children("--" + boundary, head.body(), end, depth);
      return;
    }
    if (!(parts.isText(type) || parts.isHtml(type)) || isNamed(head, type)) {
      // The library reads the headers: file names are written in many ways (RFC 2047, 2231).
      InternetHeaders headers =
          new InternetHeaders(new ByteArrayInputStream(bytes, start, head.body() - start));
      MimeBodyPart part = new MimeBodyPart(headers, new byte[0]);
      boolean shown = !"attachment".equalsIgnoreCase(part.getDisposition());
      if (!shown || part.getFileName() != null || !(parts.isText(type) || parts.isHtml(type))) {
        int size = end - head.body();
        parts.file(part, type, new SharedByteArrayInputStream(bytes, head.body(), size), shown);
        return;
      }
    }
    if (parts.isText(type)) {
      parts.text(text(head, type, end));
    } else {
      parts.html(text(head, type, end));
    }
  }

  /// True where the part may be a file although its type is shown.
  private static boolean isNamed(Head head, ContentType type) {
    return head.first("Content-Disposition") != null || type.getParameter("name") != null;
  }

  /// Nothing before the first delimiter, and nothing but a line end after the last.
  private void children(String delimiter, int start, int end, int depth)
      throws Lenient, MessagingException {
    String between = "\r\n" + delimiter;
    if (!octets.startsWith(delimiter + "\r\n", start)) {
      throw new Lenient();
    }
    int at = start + delimiter.length() + 2;
    while (true) {
      int next = octets.indexOf(between, at - 2, end);
      int after = next + between.length();
      if (next < at || after + 2 > end) {
        throw new Lenient();
      }
      part(head(at, next), at, next, depth + 1);
      if (octets.startsWith("\r\n", after)) {
        at = after + 2;
      } else if (octets.startsWith("--", after)
          && (after + 2 == end || (after + 4 == end && octets.startsWith("\r\n", after + 2)))) {
        return;
      } else {
        throw new Lenient();
      }
    }
  }

  private String text(Head head, ContentType type, int end) throws Lenient {
    String charset = type.getParameter("charset");
    String encoding = head.first("Content-Transfer-Encoding");
    boolean quoted = encoding != null && encoding.equalsIgnoreCase("quoted-printable");
    boolean plain = encoding == null || encoding.equalsIgnoreCase("7bit");
    if (!(quoted || plain) || !(charset == null || charset.equalsIgnoreCase("utf-8"))) {
      throw new Lenient();
    }
    return before
        .of(type.getSubType(), quoted)
        .decode(bytes, Math.min(head.body(), end), end, quoted ? this::decoded : this::copied);
  }

  /// Copies a line.
  private int copied(int at, int end, StringBuilder out) throws Lenient {
    int stop = stop(at, end);
    byte[] line = new byte[stop - at + 1];
    return ended(line, copy(at, stop, line, 0), stop, end, out);
  }

  /// Decodes a line of quoted-printable (RFC 2045 section 6.7), soft line breaks and all.
  private int decoded(int start, int end, StringBuilder out) throws Lenient {
    int at = start;
    int stop = stop(at, end);
    byte[] line = new byte[stop - at + 1];
    int length = 0;
    while (true) {
      if (stop > at && isBlank(bytes[stop - 1])) {
        throw new Lenient();
      }
      boolean soft = false;
      for (int sign = octets.indexOf('=', at, stop);
          sign >= 0;
          sign = octets.indexOf('=', at, stop)) {
        length = copy(at, sign, line, length);
        soft = sign + 1 == stop;
        if (soft) {
          at = stop;
        } else {
          int high = sign + 2 < stop ? Character.digit(bytes[sign + 1], 16) : -1;
          int low = sign + 2 < stop ? Character.digit(bytes[sign + 2], 16) : -1;
          if (high < 0 || low < 0) {
            throw new Lenient();
          }
          line[length++] = (byte) (high << 4 | low);
          at = sign + 3;
        }
      }
      length = copy(at, stop, line, length);
      if (!soft) {
        return ended(line, length, stop, end, out);
      }
      if (stop == end) {
        throw new Lenient();
      }
      at = stop + 2;
      stop = stop(at, end);
      line = Arrays.copyOf(line, length + stop - at + 1);
    }
  }

  /// Takes over what a line says, ended by `\n`.
  ///
  /// @param line with room for one octet more
  /// @param stop where the line ends
  private static int ended(byte[] line, int length, int stop, int end, StringBuilder out)
      throws Lenient {
    int size = length;
    if (stop < end) {
      line[size++] = '\n';
    }
    String said = new String(line, 0, size, StandardCharsets.UTF_8);
    if (said.indexOf('\r') >= 0) {
      throw new Lenient();
    }
    out.append(said);
    return stop < end ? stop + 2 : end;
  }

  /// Where the line ends that begins at `at`: before `\r\n`, or at the end of all.
  private int stop(int at, int end) {
    int stop = octets.indexOf('\r', at, end);
    return stop < 0 ? end : stop;
  }

  private int copy(int from, int to, byte[] out, int length) {
    System.arraycopy(bytes, from, out, length, to - from);
    return length + to - from;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
