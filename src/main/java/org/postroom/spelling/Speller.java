package org.postroom.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Asks one dictionary. Safe for several threads, which take turns.
public final class Speller {
  private static final int MOST = 6;

  /// Of which no dictionary has heard.
  private static final Set<String> OURS = Set.of("Postroom", "Postroom's");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Hunspell hunspell;

  private Speller(Dictionary dictionary) {
    this.hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
  }

  /// Reads a dictionary, which takes a third of a second. The one that comes along is read once.
  ///
  /// @throws IOException where it cannot be read, or is damaged
  public static Speller of(Found found) throws IOException {
    return switch (found) {
      case Found.BroughtAlong _ -> English.speller();
      case Found.OfThisComputer(var _, Path affixes, Path words) -> {
        try (InputStream rules = Files.newInputStream(affixes);
            InputStream list = Files.newInputStream(words)) {
          yield read(rules, list);
        } catch (RuntimeException e) {
          throw new IOException("a damaged dictionary: " + words.getFileName(), e);
        }
      }
    };
  }

  private static final class English {
    private static final Speller ONLY = read();

    private static Speller speller() {
      return ONLY;
    }

    private static Speller read() {
      try (InputStream rules = resource("en-GB.aff");
          InputStream list = resource("en-GB.dic")) {
        return Speller.read(rules, list);
      } catch (IOException e) {
        throw new IllegalStateException("our own dictionary", e);
      }
    }

    private static InputStream resource(String name) {
      return Objects.requireNonNull(Speller.class.getResourceAsStream(name), name);
    }
  }

  private static Speller read(InputStream affixes, InputStream words) throws IOException {
    try (ByteBuffersDirectory inMemory = new ByteBuffersDirectory()) {
      return new Speller(new Dictionary(inMemory, "words", affixes, words));
    } catch (ParseException e) {
      throw new IOException("a damaged dictionary", e);
    }
  }

  /// True for a word of the dictionary, also with the apostrophe of a typesetter, and with accents
  /// that the dictionary leaves out (café).
  public synchronized boolean knows(String word) {
    if (hunspell.spell(word)) {
      return true;
    }
    String plain =
        MARKS
            .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
            .replaceAll("")
            .replace('’', '\'');
    return OURS.contains(plain) || (!plain.equals(word) && hunspell.spell(plain));
  }

  /// Words that may have been meant, the nearest first; few, and perhaps none.
  public synchronized List<String> suggestions(String word) {
    return hunspell.suggest(word).stream().distinct().limit(MOST).toList();
  }
}
