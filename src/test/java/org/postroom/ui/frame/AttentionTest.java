package org.postroom.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.postroom.ui.common.News;

/// News are for whoever looks elsewhere, and are gone when they come back.
class AttentionTest {
  private static final News DONE = new News("Spring: done", "312 of 312 accepted.");
  private final SimpleObjectProperty<Boolean> inFront = new SimpleObjectProperty<>(false);
  private final SimpleStringProperty title = new SimpleStringProperty("Postroom");
  private final List<News> shown = new ArrayList<>();
  private final Attention attention =
      new Attention(
          inFront,
          title,
          new Attention.Notices() {
            @Override
            public void show(News news) {
              shown.add(news);
            }

            @Override
            public void hide() {
              shown.clear();
            }
          });

  @Test
  void theTitleAndANoticeSayItUntilTheWindowIsInFrontAgain() {
    attention.tell(Optional.of(DONE));
    assertThat(title.get()).isEqualTo("Spring: done – Postroom");
    assertThat(shown).containsExactly(DONE);

    News other = new News("Summer: done", "1 of 1 accepted.");
    attention.tell(Optional.of(other));
    assertThat(title.get()).isEqualTo("Summer: done – Postroom");

    inFront.set(true);
    assertThat(title.get()).isEqualTo("Postroom");
    assertThat(shown).isEmpty();
  }

  @Test
  void whoeverLooksAtTheWindowIsNotTold() {
    inFront.set(true);
    attention.tell(Optional.of(DONE));
    assertThat(title.get()).isEqualTo("Postroom");
    assertThat(shown).isEmpty();
  }

  @Test
  void noNewsIsNoNews() {
    attention.tell(Optional.empty());
    assertThat(title.get()).isEqualTo("Postroom");
    assertThat(shown).isEmpty();
  }
}
