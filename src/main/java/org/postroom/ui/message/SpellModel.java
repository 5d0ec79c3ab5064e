package org.postroom.ui.message;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.spelling.Dictionaries;
import org.postroom.spelling.Found;
import org.postroom.spelling.Speller;
import org.postroom.spelling.WrittenWord;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.UiContext;

/// The spelling of a mailshot's text, without nodes: which words its language's dictionary does not
/// know. The language belongs to the mailshot, words that were added to the workspace. A paragraph
/// is looked at once, off the user-interface thread; a change looks at the changed ones.
final class SpellModel {
  private static final Duration REST = Duration.ofMillis(300);
  private static final String OFF = "off";
  private static final String WORDS = "spelling.words";
  private static final String LANGUAGE = "spelling.language.";
  private static final int KEPT = 2000;

  /// From here on it is a text of another language rather than a text with slips.
  private static final int ANOTHER_LANGUAGE = 10;

  private final UiContext context;
  private final MailshotModel mailshot;
  private final Map<String, Looked> looked = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Known> known = new ReadOnlyObjectWrapper<>(new Known.Off());
  private final Set<String> own = new TreeSet<>();
  private List<String> paragraphs = List.of();
  private List<Found> dictionaries = List.of();
  private @Nullable Found language;
  private Tasks.@Nullable Running looking;
  private Runnable waiting = () -> {};

  /// Read in the background, and once.
  private volatile @Nullable Loaded loaded;

  private record Loaded(Found found, Speller speller) {}

  /// A paragraph.
  ///
  /// @param unknown words that the dictionary does not know, whoever added them
  /// @param words how many there are in all
  private record Looked(List<WrittenWord> unknown, int words) {
    private static final Looked NOT_YET = new Looked(List.of(), 0);
  }

  /// What is known of the text.
  sealed interface Known {
    /// Nobody asks.
    record Off() implements Known {}

    record Looking() implements Known {}

    /// @param words how many stand in the text that the dictionary does not know
    record Words(int words) implements Known {}

    /// Most words are not in the dictionary: none is marked.
    record AnotherLanguage() implements Known {}
  }

  private record Begin(List<Found> dictionaries, @Nullable Found language, List<String> own) {}

  SpellModel(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.mailshot = mailshot;
    context.tasks().work(_ -> begin()).onSuccess(this::begun).start();
  }

  private Begin begin() {
    Postroom engine = context.engine();
    List<Found> all = Dictionaries.in(Dictionaries.folders());
    String chosen = engine.setting(key()).orElse("");
    Found found =
        all.stream()
            .filter(each -> each.language().toLanguageTag().equals(chosen))
            .findFirst()
            .orElse(chosen.equals(OFF) ? null : all.getFirst());
    return new Begin(all, found, engine.setting(WORDS).orElse("").lines().toList());
  }

  private void begun(Begin begin) {
    dictionaries = begin.dictionaries();
    language = begin.language();
    own.addAll(begin.own());
    look();
  }

  private String key() {
    return LANGUAGE + mailshot.file().id();
  }

  ReadOnlyObjectProperty<Known> knownProperty() {
    return known.getReadOnlyProperty();
  }

  /// Whose dictionaries there are.
  List<Found> dictionaries() {
    return dictionaries;
  }

  /// Whose dictionary is asked; empty where none is.
  Optional<Found> language() {
    return Optional.ofNullable(language);
  }

  // --- looking

  /// The text has changed. It is looked at when the person rests.
  void changed(List<String> text) {
    paragraphs = text;
    waiting.run();
    waiting = context.tasks().later(REST, this::look);
  }

  /// Nobody sees the text any more; it is looked at when it has changed, or is seen again.
  void rest() {
    waiting.run();
  }

  /// The words of a paragraph that the dictionary does not know, as far as it was looked at.
  List<WrittenWord> unknown(String paragraph) {
    return known.get() instanceof Known.Words ? strange(looked(paragraph)) : List.of();
  }

  private Looked looked(String paragraph) {
    return looked.getOrDefault(paragraph, Looked.NOT_YET);
  }

  private List<WrittenWord> strange(Looked paragraph) {
    return paragraph.unknown().stream().filter(word -> !own.contains(word.text())).toList();
  }

  private void look() {
    if (looking != null) {
      looking.cancel();
      looking = null;
    }
    Found asked = language;
    if (asked == null) {
      known.set(new Known.Off());
      return;
    }
    Set<String> fresh = new LinkedHashSet<>(paragraphs);
    fresh.removeAll(looked.keySet());
    if (fresh.isEmpty()) {
      say();
      return;
    }
    looking =
        context
            .tasks()
            .work(progress -> looked(asked, fresh, progress))
            .onSuccess(
                found -> {
                  keep(found);
                  say();
                })
            .onProblem(_ -> choose(null)) // A damaged dictionary knows nothing.
            .start();
  }

  private Map<String, Looked> looked(Found asked, Set<String> fresh, WorkProgress progress)
      throws ProblemException {
    Speller speller = speller(asked);
    Map<String, Looked> found = new LinkedHashMap<>();
    for (String paragraph : fresh) {
      if (!progress.at(found.size(), fresh.size())) {
        throw new CancellationException();
      }
      List<WrittenWord> words = WrittenWord.of(paragraph);
      found.put(
          paragraph,
          new Looked(
              words.stream().filter(word -> !speller.knows(word.text())).toList(), words.size()));
    }
    return found;
  }

  private Speller speller(Found asked) throws ProblemException {
    Loaded now = loaded;
    if (now != null && now.found().equals(asked)) {
      return now.speller();
    }
    try {
      Speller speller = Speller.of(asked);
      loaded = new Loaded(asked, speller);
      return speller;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem(Problem.Kind.FILE, asked.language().toLanguageTag(), "", ""), e);
    }
  }

  private void keep(Map<String, Looked> found) {
    if (looked.size() > KEPT) {
      looked.keySet().retainAll(Set.copyOf(paragraphs));
    }
    looked.putAll(found);
  }

  private void say() {
    int words = 0;
    int all = 0;
    for (String paragraph : paragraphs) {
      Looked now = looked(paragraph);
      words += strange(now).size();
      all += now.words();
    }
    boolean another = words >= ANOTHER_LANGUAGE && words * 2 > all;
    known.set(another ? new Known.AnotherLanguage() : new Known.Words(words));
  }

  // --- what the person says

  /// @param found null for none
  void choose(@Nullable Found found) {
    language = found;
    looked.clear();
    known.set(found == null ? new Known.Off() : new Known.Looking());
    String said = found == null ? OFF : found.language().toLanguageTag();
    context.tasks().act(_ -> context.engine().setSetting(key(), said)).start();
    look();
  }

  /// From now on everybody who writes in this workspace may write it so.
  void add(String word) {
    own.add(word);
    String all = String.join("\n", own);
    context.tasks().act(_ -> context.engine().setSetting(WORDS, all)).start();
    say();
  }

  /// Words that may have been meant.
  void suggest(String word, Consumer<List<String>> then) {
    Found asked = language;
    if (asked != null) {
      context.tasks().work(_ -> speller(asked).suggestions(word)).onSuccess(then).start();
    }
  }

  /// The next word from a place on that the dictionary does not know; round to the beginning.
  ///
  /// @param paragraph where to begin
  /// @param column of that paragraph
  Optional<Place> next(int paragraph, int column) {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      for (WrittenWord word : unknown(paragraphs.get(i))) {
        all.add(new Place(i, word));
      }
    }
    return all.stream()
        .filter(
            place ->
                place.paragraph() > paragraph
                    || (place.paragraph() == paragraph && place.word().start() >= column))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /// A word in the text.
  record Place(int paragraph, WrittenWord word) {}
}
