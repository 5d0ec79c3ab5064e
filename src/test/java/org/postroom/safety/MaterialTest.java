package org.postroom.safety;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.safety.TextExtractor.Extraction;
import org.postroom.safety.TextExtractor.Piece;

/// What all letters share is read once, and is told apart from what a letter has of its own.
class MaterialTest {
  private final List<String> read = new ArrayList<>();

  private static People.Named in(Material material) {
    return Objects.requireNonNull(material.named().get("text"));
  }

  private Kit counting(Kit kit) {
    return kit.extractor(
        (name, _, content) -> {
          read.add(name);
          return new Extraction.Text(List.of(new Piece("", new String(content, UTF_8))));
        });
  }

  @Test
  void oneContentIsReadOnceUnderAllItsNames() {
    Kit kit =
        counting(Kit.choir(9))
            .attach("songs.txt", "ask m1@choir.example")
            .attach("tunes.txt", "ask m1@choir.example")
            .attach("other.txt", "nobody")
            .image("logo.png", "ask m1@choir.example".getBytes(UTF_8));
    Material material = new Material(kit.reviewSubject());
    assertThat(read).containsExactly("songs.txt", "other.txt");
    assertThat(material.files())
        .extracting(ReadFile::part)
        .containsExactly(
            "attachment:songs.txt",
            "attachment:tunes.txt",
            "attachment:other.txt",
            "inline:logo.png");
    assertThat(material.files())
        .extracting(ReadFile::texts)
        .containsExactly(
            List.of("ask m1@choir.example"),
            List.of("ask m1@choir.example"),
            List.of("nobody"),
            List.of("ask m1@choir.example"));
    assertThat(material.named().keySet())
        .containsExactly(
            "subject",
            "text",
            "attachment:songs.txt",
            "attachment:tunes.txt",
            "attachment:other.txt",
            "inline:logo.png");
    assertThat(material.named().values())
        .extracting(People.Named::known)
        .containsExactly(0, 0, 1, 1, 0, 1);
  }

  @Test
  void theNameOfAFileSaysWhoIsMeant() {
    Material material =
        new Material(Kit.choir(9).attach("for m2@choir.example", "nobody").reviewSubject());
    assertThat(material.named().lastEntry().getValue().onList()).hasSize(1);
  }

  @Test
  void aLettersOwnFilesAreThoseThatNotEverybodyGets() {
    Kit kit =
        counting(Kit.choir(3))
            .attach("songs.txt", "songs")
            .image("logo.png", "logo".getBytes(UTF_8))
            .own(2, "bill.txt", "you owe 5")
            .own(2, "copy-of-songs.txt", "songs");
    List<String> own = new ArrayList<>();
    kit.review(
        new SafetyCheck() {
          @Override
          public Set<String> ids() {
            return Set.of("own.files");
          }

          @Override
          public Optional<LetterReader> letters(Material material) {
            return Optional.of(
                new LetterReader() {
                  @Override
                  public void read(FinishedLetter letter) {
                    letter.ownFiles().forEach(file -> own.add(letter.index() + " " + file.part()));
                  }

                  @Override
                  public void finish(Consumer<org.postroom.finding.Finding> findings) {}
                });
          }
        });
    assertThat(own).containsExactly("1 attachment:bill.txt");
    assertThat(read).containsExactlyInAnyOrder("songs.txt", "logo.png", "bill.txt");
  }

  @Test
  void aPictureThatOnlyOneLetterShowsIsItsOwnToo() {
    List<String> own = new ArrayList<>();
    Material material =
        new Material(
            counting(Kit.choir(3)).image("logo.png", "logo".getBytes(UTF_8)).reviewSubject());
    var composer = new Kit.FakeComposer(message -> message);
    Kit other = Kit.choir(3).image("face.png", "face".getBytes(UTF_8));
    other.image("logo.png", "logo".getBytes(UTF_8));
    composer.compose(other.plan().id(0), other.plan().letter(0));
    material
        .ownFiles(composer.parse(other.plan().id(0).text().getBytes(UTF_8)))
        .forEach(file -> own.add(file.part()));
    assertThat(own).containsExactly("inline:face.png");
  }

  @Test
  void theSendersOwnAddressesAreNobodysData() {
    Material material =
        new Material(
            Kit.choir(3)
                .newsletter("m1@choir.example", "1 Mill Lane")
                .replyTo("m2@choir.example")
                .text("m1@choir.example, m2@choir.example, m3@choir.example, " + Kit.CHOIR)
                .reviewSubject());
    assertThat(material.named().get("text"))
        .satisfies(
            named -> {
              assertThat(named.onList().keySet())
                  .extracting(Object::toString)
                  .singleElement()
                  .asString()
                  .contains("m3@choir.example");
              assertThat(named.unknown()).isEmpty();
            });
    for (var person : material.subject().list().people()) {
      assertThat(material.isSender(person.key())).isEqualTo(person.at().row() < 3);
    }
  }

  @Test
  void strangersAreCountedToAThousand() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_005; i++) {
      many.append("anna.smith").append(i).append("@else.example\n");
    }
    Material material = new Material(Kit.choir(3).text(many.toString()).reviewSubject());
    assertThat(in(material).unknown()).hasSize(1_000);
  }

  @Test
  void anAddressThatNoMailboxCanHaveIsOnNoEarlierList() {
    Memory everybody =
        new NoMemory() {
          @Override
          public boolean onAnEarlierList(org.postroom.address.MailboxKey address) {
            return true;
          }
        };
    for (int length : new int[] {60, 254, 255}) {
      String address = "a".repeat(length - "@else.example".length()) + "@else.example";
      Material material =
          new Material(Kit.choir(3).memory(everybody).text(address).reviewSubject());
      assertThat(in(material).onEarlierLists()).hasSize(length > 254 ? 0 : 1);
    }
  }

  @Test
  void whatTakesLongIsMadeOnce() {
    Material material = new Material(Kit.choir(3).reviewSubject());
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      assertThat(
              material.once(
                  StringBuilder.class, _ -> new StringBuilder("a" + made.incrementAndGet())))
          .hasToString("a1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann          | true
          7            | true
          é            | true
          - ... !      | false
          \uD835\uDC9C | true
          \uD83C\uDFB5 | false
          \uD83C\uDFB5 \uD835\uDC9C | true
          """)
  void aLetterOrADigitSaysSomething(String words, boolean says) {
    assertThat(Material.Words.says("", words)).isEqualTo(says);
    assertThat(Material.Words.plain("text", words).said()).isEqualTo(says);
    assertThat(Material.Words.says("<img src=\"a.png\">", words)).as("a picture").isTrue();
  }

  @ParameterizedTest
  @CsvSource({"one, 1", "'', 0", "'one\ntwo', 2", "'one\r\ntwo', 2", "'one\rtwo', 2", "'one\n', 1"})
  void aTextIsKnownByItsLines(String text, int lines) {
    assertThat(Material.Words.plain("text", text).lines()).hasSize(lines);
    assertThat(Material.Words.plain("text", text).own()).containsExactly(text);
  }
}
