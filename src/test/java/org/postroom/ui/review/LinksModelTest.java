package org.postroom.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.postroom.links.FixedLinks;
import org.postroom.links.LinkAnswer;
import org.postroom.links.TriedLink;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.review.LinksModel.State;

/// Links are offered, and tried when somebody says so and not before.
class LinksModelTest {
  private static final FixedLinks LINKS =
      FixedLinks.in("", "https://a.example/x https://a.example/y https://b.example/{{Name}}");
  private static final List<TriedLink> ANSWERS =
      List.of(
          new TriedLink(URI.create("https://a.example/x"), new LinkAnswer.There()),
          new TriedLink(URI.create("https://a.example/y"), new LinkAnswer.NotThere(404)));

  private final FakePostroom engine = new FakePostroom();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Tasks tasks =
      new Tasks(
          work::add,
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
  private final LinksModel model = new LinksModel(engine, tasks, mailshot);

  @BeforeEach
  void twoLinks() {
    engine.fixedLinks = LINKS;
    engine.tried = ANSWERS;
  }

  private void look() {
    model.look();
    work();
  }

  private void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private boolean somebodyWasAsked() {
    return engine.calls.stream().anyMatch(call -> call.startsWith("tryAll"));
  }

  @Test
  void lookingOffersThemAndAsksNobody() {
    look();
    look();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Offered(LINKS));
    assertThat(somebodyWasAsked()).isFalse();
  }

  @Test
  void withoutALinkThatCanBeTriedNothingIsOffered() {
    engine.fixedLinks = FixedLinks.in("", "https://b.example/{{Name}}");
    look();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Nothing());
  }

  @Test
  void whoSaysSoGetsTheAnswersAndTheyStayWhileTheLinksDo() {
    look();
    model.tryThem(LINKS);
    assertThat(model.stateProperty().get()).isEqualTo(new State.Trying(LINKS, 0, 2));
    work();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Tried(LINKS, ANSWERS));
    look();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Tried(LINKS, ANSWERS));
    engine.fixedLinks = FixedLinks.in("", "https://c.example/");
    look();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Offered(engine.fixedLinks));
  }

  @Test
  void onlyThoseThatWereNamedAreTried() {
    look();
    engine.fixedLinks = FixedLinks.in("", "https://c.example/");
    look();
    model.tryThem(LINKS);
    work();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Offered(engine.fixedLinks));
    assertThat(somebodyWasAsked()).isFalse();
  }

  @Test
  void stoppedTheyAreOfferedAgain() {
    look();
    model.tryThem(LINKS);
    model.stop();
    work();
    assertThat(model.stateProperty().get()).isEqualTo(new State.Offered(LINKS));
  }
}
