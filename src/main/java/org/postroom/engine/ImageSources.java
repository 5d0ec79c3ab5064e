package org.postroom.engine;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// The images of an HTML text that are files beside the document: those with a relative path.
final class ImageSources {
  private static final Pattern ELSEWHERE =
      Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\\\#?]).*", Pattern.DOTALL);

  private ImageSources() {}

  /// @param written as it stands in the HTML
  /// @param names the file names that it may mean: as written, then percent-decoded
  record Source(String written, List<String> names) {}

  /// Each source once, in order.
  static List<Source> of(String html) {
    SequencedSet<String> written = new LinkedHashSet<>();
    for (Element image : Jsoup.parse(html).select("img[src]")) {
      String source = image.attr("src");
      if (!relative(source).isEmpty()) {
        written.add(source);
      }
    }
    return written.stream().map(source -> new Source(source, names(source))).toList();
  }

  /// The file names that a source may mean; none where it is no relative path.
  static List<String> relative(String source) {
    return source.isBlank() || ELSEWHERE.matcher(source).matches() || source.contains("{{")
        ? List.of()
        : names(source);
  }

  /// No way out of the folder, neither by `..` nor by a link.
  static boolean staysUnder(Path folder, String name) {
    try {
      Path file = folder.resolve(name).normalize();
      return file.startsWith(folder.normalize())
          && Files.exists(file)
          && file.toRealPath().startsWith(folder.toRealPath());
    } catch (InvalidPathException | IOException e) {
      return false; // It cannot be followed, so it is not followed.
    }
  }

  private static List<String> names(String source) {
    List<String> names = new ArrayList<>(List.of(source));
    if (source.indexOf('%') >= 0) {
      try {
        names.add(URLDecoder.decode(source.replace("+", "%2B"), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        return names; // A percent sign of the file's own name.
      }
    }
    return names;
  }
}
