package org.postroom.spelling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The dictionaries of this computer, by where platforms and office programs keep them.
public final class Dictionaries {
  private static final Pattern NAME =
      Pattern.compile("([a-z]{2,3})(?:[_-]([A-Z]{2}))?(?:[_-].*)?\\.aff");
  private static final int DEEP = 3;
  private static final int MOST_FILES = 2000;

  private Dictionaries() {}

  /// Where this computer may have some.
  public static List<Path> folders() {
    Path home = Path.of(System.getProperty("user.home", "/"));
    List<Path> folders = new ArrayList<>();
    folders.add(home.resolve(".local/share/hunspell"));
    folders.add(home.resolve("Library/Spelling"));
    for (String folder :
        List.of(
            "/usr/share/hunspell",
            "/usr/share/myspell",
            "/usr/local/share/hunspell",
            "/Library/Spelling",
            "/usr/lib/libreoffice/share/extensions",
            "/usr/lib64/libreoffice/share/extensions",
            "/Applications/LibreOffice.app/Contents/Resources/extensions")) {
      folders.add(Path.of(folder));
    }
    String programs = System.getenv("ProgramFiles");
    if (programs != null) {
      folders.add(Path.of(programs, "LibreOffice", "share", "extensions"));
    }
    return folders;
  }

  /// One for each language, ours first. What cannot be looked at is left out.
  ///
  /// @param folders the first wins
  public static List<Found> in(List<Path> folders) {
    Map<Locale, Found> found = new LinkedHashMap<>();
    Found ours = new Found.BroughtAlong();
    found.put(ours.language(), ours);
    for (Path folder : folders) {
      for (Path file : filesIn(folder)) {
        add(file, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Path> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEEP)) {
      return files.limit(MOST_FILES).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // Not ours to read.
    }
  }

  private static void add(Path file, Map<Locale, Found> found) {
    String name = String.valueOf(file.getFileName());
    Matcher parts = NAME.matcher(name);
    Path words = file.resolveSibling(name.replaceFirst("aff$", "dic"));
    if (parts.matches() && Files.isRegularFile(words)) {
      Locale.Builder language = new Locale.Builder().setLanguage(parts.group(1));
      if (parts.group(2) != null) {
        language.setRegion(parts.group(2));
      }
      found.computeIfAbsent(
          language.build(), locale -> new Found.OfThisComputer(locale, file, words));
    }
  }
}
