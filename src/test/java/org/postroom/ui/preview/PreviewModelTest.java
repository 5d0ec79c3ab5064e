package org.postroom.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.composition.ReceivedMessage;
import org.postroom.engine.Draft;
import org.postroom.engine.LetterView;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.message.Blob;
import org.postroom.plan.DispatchPlan;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.preview.PreviewModel.View;

/// What is shown of a letter, without a toolkit: its page comes with it, and follows the view.
class PreviewModelTest {
  private final FakePostroom engine =
      new FakePostroom() {
        @Override
        public LetterView preview(Draft draft, int index) {
          return letter(draft.plan().orElseThrow(), index);
        }
      };
  private final Tasks tasks =
      new Tasks(
          Runnable::run,
          Runnable::run,
          (_, _) -> () -> {},
          new Problem(Problem.Kind.WORKSPACE, "a", "b", "c"));
  private final MailshotModel mailshot =
      new MailshotModel(
          engine,
          tasks,
          Clock.fixed(FakePostroom.NOW, ZoneOffset.UTC),
          FakePostroom.christmas(),
          new Through.Practice(null));

  /// Every third letter has no HTML.
  private static LetterView letter(DispatchPlan plan, int index) {
    String html = "Content-Type: text/html\r\n\r\n<p>Letter %d<img src=\"http://a.example/x\"></p>";
    String plain = "Content-Type: text/plain\r\n\r\nLetter %d";
    byte[] bytes =
        (index % 3 == 2 ? plain : html).formatted(index).getBytes(StandardCharsets.US_ASCII);
    return new LetterView(
        index,
        plan.people(index),
        plan.letter(index),
        Blob.of(bytes),
        ReceivedMessage.parse(bytes),
        List.of(),
        Optional.empty());
  }

  private String page(PreviewModel model) {
    return model.page().map(SafePage::text).orElse("none");
  }

  @Test
  void thePageIsOfTheLetterThatIsShown() {
    mailshot.start();
    PreviewModel model = new PreviewModel(engine, tasks, mailshot);
    assertThat(page(model)).contains("Letter 0").doesNotContain("a.example");
    model.next();
    assertThat(page(model)).contains("Letter 1");
    model.next();
    assertThat(page(model)).isEqualTo("none");
    model.previous();
    assertThat(page(model)).contains("Letter 1");
  }

  @Test
  void itFollowsTheView() {
    mailshot.start();
    PreviewModel model = new PreviewModel(engine, tasks, mailshot);
    String plain = page(model);
    model.viewProperty().set(View.DARK);
    assertThat(page(model)).contains("Letter 0").isNotEqualTo(plain);
    model.viewProperty().set(View.SOURCE);
    assertThat(page(model)).isEqualTo("none");
    model.viewProperty().set(View.PLAIN_TEXT);
    model.next();
    assertThat(page(model)).isEqualTo("none");
    model.viewProperty().set(View.DESKTOP);
    assertThat(page(model)).contains("Letter 1");
  }

  @Test
  void withoutALetterThereIsNoPage() {
    assertThat(page(new PreviewModel(engine, tasks, mailshot))).isEqualTo("none");
  }
}
