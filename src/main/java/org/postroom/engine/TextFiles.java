package org.postroom.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The letters in text files: UTF-8, else windows-1252, which older editors write.
final class TextFiles {
  private static final Charset OLDER = Charset.forName("windows-1252");

  private TextFiles() {}

  static String decode(byte[] bytes) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8, so it is read as what it most probably is; the preview shows the outcome.
      text = new String(bytes, OLDER);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
