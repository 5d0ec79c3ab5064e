package org.postroom.ui.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.ui.common.Texts;

/// "I do not know" was lost when the mailshot was opened again.
class BasisTest {
  private final Texts texts = new Texts(Locale.UK);

  @ParameterizedTest
  @EnumSource(Basis.Choice.class)
  void whatWasChosenIsChosenWhenTheMailshotIsOpenedAgain(Basis.Choice choice) {
    for (String keeper : new String[] {"", "Helen, from the membership forms"}) {
      Basis basis = new Basis(choice, keeper);
      assertThat(Basis.read(basis.written(texts), texts)).isEqualTo(basis);
    }
  }

  @Test
  void ownWordsWithoutAChoiceAreKept() {
    Basis basis = new Basis(null, "unknowns of the hockey club");
    assertThat(Basis.read(basis.written(texts), texts)).isEqualTo(basis);
    assertThat(new Basis(null, " ").written(texts)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "unknown, ''",
    "' Unknown ', ''",
    "unknown: kept by Helen, ''",
    "members of the choir, members of the choir",
    "unknown members, unknown members",
  })
  void whoeverDoesNotKnowHasNotSaidWhy(String written, String said) {
    assertThat(new RecipientsEdit(Recipients.none()).basis(written).recipients().saidBasis())
        .isEqualTo(said);
  }
}
