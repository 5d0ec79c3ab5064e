package org.postroom.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which words are asked about, what the English dictionary says, and which others there are.
class SpellingTest {
  @TempDir Path folder;

  @Test
  void wordsAreAskedAboutAndAddressesAreNot() {
    assertThat(
            words(
                "Dear friends, we'll meet on the 2nd: see https://choir.example/wensday, write to"
                    + " ann.otter@people.example, or look at riverside.example (Mrs O’Neill’s)."))
        .containsExactly(
            "Dear", "friends", "we'll", "meet", "on", "the", "see", "write", "to", "or", "look",
            "at", "Mrs");
    assertThat(words("BBC LibreOffice iPhone 45th A4 letter.txt /home/ann/x C:\\Users {{Frist}}"))
        .isEmpty();
    assertThat(words("tea-time naïve Straße don’t 'quoted' e.g. end."))
        .containsExactly("tea", "time", "naïve", "Straße", "don’t", "quoted", "end");
    assertThat(words("Dear \ufffc, we\ufffcmeet")).containsExactly("Dear", "we", "meet");
  }

  @Test
  void aWordKnowsWhereItStands() {
    String text = "On wensday we met";
    WrittenWord word = WrittenWord.of(text).get(1);

    assertThat(text.substring(word.start(), word.end())).isEqualTo("wensday");
  }

  @Test
  void ofMarkdownTheWordsAreAsked() {
    assertThat(
            words(
                Prose.ofMarkdown(
                    lines(
                        """
                        # News for **all** of us
                        * See [our hall](https://choir.example/wensday) or [here](plase(old).html "Hi")
                        ![The stage](pictures/stajge.png) <br class="kloss"> a `codde` word

                        ```
                        rehersal = 1
                        ```
                        [plan]: plann.html
                        the end"""))))
        .containsExactly(
            "News", "for", "all", "of", "us", "See", "our", "hall", "or", "here", "Hi", "The",
            "stage", "word", "the", "end");
  }

  @Test
  void ofHtmlTheWordsAreAsked() {
    List<String> source =
        lines(
            """
            <!DOCTYPE html><html><head><style>p { colour: redd }
            </style><title>x</title></head><body
              bgcolor="wite"><p style="color: grean">Dear&nbsp;friends, caf&eacute; &amp; tea&mdash;now</p>
            <!-- nobody reeds
            this --><p>The <b>ennd</b> <script>let ix = 1;</script></p>""");

    assertThat(words(Prose.ofHtml(source)))
        .containsExactly("Dear", "friends", "tea", "now", "The", "ennd");
    assertThat(Prose.ofHtml(source).stream().map(String::length))
        .isEqualTo(source.stream().map(String::length).toList());
  }

  /// Somebody is writing it: nothing is closed yet.
  @Test
  void aSourceThatIsNotWholeKeepsItsLines() {
    for (String source :
        List.of(
            "<p",
            "a <!-- b\n\nc",
            "```\na\n",
            "[a](b",
            "`",
            "&amp",
            "",
            "\n\n",
            "[a](" + "(b)".repeat(50_000),
            "&#1102;".repeat(50_000))) {
      List<String> lines = lines(source);
      for (List<String> read : List.of(Prose.ofHtml(lines), Prose.ofMarkdown(lines))) {
        assertThat(read.stream().map(String::length))
            .isEqualTo(lines.stream().map(String::length).toList());
      }
    }
  }

  /// Whoever begins with one of our own texts begins without a slip.
  @ParameterizedTest
  @ValueSource(strings = {"newsletter", "invitation", "notice", "thank-you", "correction"})
  void ourOwnTextsHaveNoUnknownWord(String name) throws IOException {
    Speller english = Speller.of(new Found.BroughtAlong());
    try (var in = Found.class.getResourceAsStream("/org/postroom/start/" + name + ".md")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(words(Prose.ofMarkdown(lines(text))))
          .isNotEmpty()
          .allSatisfy(word -> assertThat(english.knows(word)).as(word).isTrue());
    }
    assertThat(english.knows("Postroom’s")).isTrue();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static List<String> words(List<String> lines) {
    return lines.stream().flatMap(line -> words(line).stream()).toList();
  }

  @Test
  void theEnglishDictionaryIsBritish() throws IOException {
    Speller english = Speller.of(new Found.BroughtAlong());

    for (String known :
        List.of("colour", "organise", "programme", "don’t", "don't", "Saturday", "café", "naïve")) {
      assertThat(english.knows(known)).as(known).isTrue();
    }
    for (String unknown : List.of("recieve", "wensday", "rehersal", "saturday", "color")) {
      assertThat(english.knows(unknown)).as(unknown).isFalse();
    }
    assertThat(english.suggestions("recieve")).startsWith("receive").hasSizeLessThanOrEqualTo(6);
    assertThat(english.suggestions("rehersal")).startsWith("rehearsal");
    assertThat(english.suggestions("xqzzt")).isEmpty();
  }

  @Test
  void dictionariesOfThisComputerAreFoundByTheirNames() throws IOException {
    dictionary("a/de_DE_frami", "ISO8859-1", "Straße\nGrüße\n");
    dictionary("b/dict-cy/cy_GB", "UTF-8", "bore\n");
    dictionary("b/de_DE", "UTF-8", "never asked\n");
    dictionary("b/en_GB", "UTF-8", "ours stands first\n");
    Files.writeString(folder.resolve("a/fr_FR.aff"), "SET UTF-8\n");
    dictionary("a/hyph", "UTF-8", "no language\n");

    List<Found> found =
        Dictionaries.in(List.of(folder.resolve("a"), folder.resolve("gone"), folder.resolve("b")));

    assertThat(found)
        .extracting(Found::language)
        .containsExactly(Locale.UK, Locale.GERMANY, Locale.of("cy", "GB"));
    assertThat(found.getFirst()).isInstanceOf(Found.BroughtAlong.class);
    Speller german = Speller.of(found.get(1));
    assertThat(german.knows("Grüße")).isTrue();
    assertThat(german.knows("Strasse")).isFalse();
  }

  @Test
  void aDamagedDictionaryIsAnErrorOfItsFile() throws IOException {
    dictionary("de_DE", "NO-CHARSET", "x\n");
    Found damaged = Dictionaries.in(List.of(folder)).get(1);

    assertThatThrownBy(() -> Speller.of(damaged)).isInstanceOf(IOException.class);
  }

  private void dictionary(String name, String charset, String words) throws IOException {
    Path file = folder.resolve(name + ".aff");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "SET " + charset + "\n");
    String list = words.lines().count() + "\n" + words;
    Files.write(
        folder.resolve(name + ".dic"),
        list.getBytes(
            charset.equals("ISO8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
  }

  private static List<String> words(String text) {
    return WrittenWord.of(text).stream().map(WrittenWord::text).toList();
  }
}
