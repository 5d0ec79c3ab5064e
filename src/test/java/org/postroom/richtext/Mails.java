package org.postroom.richtext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Letters and pages in the habits of twenty makers, three of each. Their words are ours; what a
/// reader would not have seen in them is called "Dropme".
public final class Mails {
  private Mails() {}

  public static List<Path> all() {
    URL folder = Objects.requireNonNull(Mails.class.getResource("mails"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param server what stands in the place of the web
  public static String read(Path mail, String server) {
    try {
      return Files.readString(mail)
          .replace("https://web.example", server)
          .replace("//web.example", server.substring(server.indexOf("//")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
