package org.postroom.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.recipients.SourceRemark;

class CharsetDoubtTest {
  private static List<SourceRemark> remarks(byte[] bytes, @Nullable String charset) {
    TabularReading reading =
        Tabular.read(bytes, "l.csv", new TabularOptions(charset, null, null), TabularProgress.NONE);
    return ((TabularReading.Read) reading).table().remarks();
  }

  @ParameterizedTest
  @CsvSource({
    "x-MacRoman, Jörg Müller, José Grün, Zoë Brontë",
    "IBM850, Jörg Müller, José Grün, Zoë Brontë",
    "windows-1251, Иван Петров, Ольга Иванова, Анна Смирнова",
    "windows-1253, Ιωάννης Παππάς, Μαρία Ανδρέου, Νίκος Γεωργίου"
  })
  void lettersThatCameOutWrongAreNoticed(String charset, String one, String two, String three) {
    String text =
        "Email;Name\na@x.example;%s\nb@x.example;%s\nc@x.example;%s\n".formatted(one, two, three);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    assertThat(remarks(bytes, null))
        .singleElement()
        .isInstanceOfSatisfying(
            SourceRemark.WrongCharset.class,
            wrong -> {
              assertThat(wrong.used()).isEqualTo("windows-1252");
              assertThat(wrong.better()).isEqualTo(charset);
              assertThat(text).contains(wrong.right());
            });
    assertThat(remarks(bytes, charset)).isEmpty();
  }

  @Test
  void utf8ThatSomebodyCalledByAnotherNameIsNoticed() {
    byte[] bytes = "Email,Name\na@x.example,José\n".getBytes(UTF_8);
    assertThat(remarks(bytes, "windows-1252"))
        .containsExactly(new SourceRemark.WrongCharset("windows-1252", "UTF-8", "JosÃ©", "José"));
    assertThat(remarks(bytes, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jörg Müller",
        "Señor Núñez",
        "Anaïs d’Été",
        "Åse Bjørnstad",
        "Dvo\u00F8\u00E1k",
        "50 €",
        "Conceição",
        "l·lúdic",
        "Ann\u00A0Lee",
        "O’Neill",
        "LeÉcuyer",
        "Lee—Roe",
        "Müller–Weiß",
        "ZOË BRONTË",
        "créée"
      })
  void namesOfWesternEuropeAreNotDoubted(String name) {
    byte[] bytes = ("Email;Name\na@x.example;" + name + "\n").getBytes(CharsetFinder.WINDOWS);
    assertThat(remarks(bytes, null)).isEmpty();
  }
}
