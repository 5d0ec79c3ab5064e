package org.postroom.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.richtext.MarkdownReader;
import org.postroom.richtext.RichText;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.BodyPart;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// What was typed is put into Markdown in the background, and never lost on the way.
class BodyModelTest {
  private final List<Runnable> background = new ArrayList<>();
  private final FakePostroom engine = new FakePostroom();
  private final Tasks tasks =
      new Tasks(
          background::add,
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
  private final BodyModel model = new BodyModel(engine, tasks, mailshot);

  private static RichText words(String text) {
    return MarkdownReader.read(text + "\n");
  }

  private String body() {
    return mailshot.bodies().body(BodyPart.MARKDOWN);
  }

  private void work() {
    List<Runnable> due = List.copyOf(background);
    background.clear();
    due.forEach(Runnable::run);
  }

  @Test
  void theLatestOfSeveralKeysCounts() {
    List<RichText> told = new ArrayList<>();
    work();
    model.rich(() -> words("one"), told::add);
    model.rich(() -> words("one, two"), told::add);
    assertThat(body()).doesNotContain("two");
    List<Runnable> late = new ArrayList<>(background);
    background.clear();
    late.reversed().forEach(Runnable::run);

    assertThat(body()).isEqualTo("one, two\n");
    assertThat(told).containsExactly(words("one, two"));
  }

  /// Whoever types and goes on at once leaves nothing behind.
  @Test
  void whatIsStillOnItsWayIsTakenBeforeAnythingIsWritten() {
    work();
    model.rich(() -> words("typed"), _ -> {});
    mailshot.flush();
    assertThat(body()).isEqualTo("typed\n");

    mailshot.editBody(BodyPart.MARKDOWN, "and then in the source\n");
    work();
    assertThat(body()).isEqualTo("and then in the source\n");
  }

  @Test
  void whatMarkdownCannotSayBecomesHtml() {
    work();
    RichText underlined = org.postroom.richtext.HtmlReader.read("<p><u>under</u>").text();
    model.rich(() -> underlined, _ -> {});
    work();

    assertThat(model.main()).isEqualTo(BodyModel.Main.HTML);
    assertThat(mailshot.bodies().body(BodyPart.HTML)).contains("<u>under</u>");
  }
}
