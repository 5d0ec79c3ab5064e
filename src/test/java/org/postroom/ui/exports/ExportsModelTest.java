package org.postroom.ui.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.engine.ListExporter;
import org.postroom.engine.ListRequest;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.WorkProgress;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.Tasks;
import org.postroom.ui.common.Texts;

/// No toolkit; both executors are run by hand.
class ExportsModelTest {
  private static final Path LIST = Path.of("/choir/members.csv");
  private static final Problem REFUSED =
      new Problem(Problem.Kind.FILE, "It is there already.", "It was left.", "Choose another.");

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final Deque<Runnable> screen = new ArrayDeque<>();
  private final List<String> told = new ArrayList<>();
  private final Exports exporter = new Exports();
  private final FakePostroom engine = new FakePostroom();
  private final ExportsModel model =
      new ExportsModel(
          engine,
          new Tasks(background::add, screen::add, (_, _) -> () -> {}, REFUSED),
          new Texts(Locale.UK));

  ExportsModelTest() {
    engine.exporter = exporter;
  }

  /// Writes nothing, and remembers what it was asked for.
  private static final class Exports implements ListExporter {
    private final List<Export> made = new ArrayList<>();
    private @Nullable Problem problem;

    @Override
    public Exported export(ListRequest list, Order order, WorkProgress progress)
        throws ProblemException {
      Problem wrong = problem;
      if (wrong != null) {
        throw new ProblemException(wrong);
      }
      if (!progress.at(1, 2)) {
        throw new java.util.concurrent.CancellationException();
      }
      Export export =
          new Export(
              String.valueOf(list.file().getFileName()),
              "a1",
              order.file(),
              "b2",
              312,
              order.handedTo(),
              "Helen",
              Instant.EPOCH,
              order.canary() instanceof CanaryWish.Exactly(String address) ? address : null);
      made.add(export);
      return new Exported(export, 9);
    }

    @Override
    public Exported export(MailshotFile mailshot, Order order, WorkProgress progress)
        throws ProblemException {
      return export(ListRequest.of(LIST), order, progress);
    }

    @Override
    public List<Export> all() {
      return List.copyOf(made);
    }

    @Override
    public Optional<Export> whose(String address) {
      return made.stream().filter(export -> address.equals(export.canary())).findFirst();
    }
  }

  private void settle() {
    while (!background.isEmpty() || !screen.isEmpty()) {
      Runnable next = background.isEmpty() ? screen.poll() : background.poll();
      if (next != null) {
        next.run();
      }
    }
  }

  private ExportLook look(String seen) {
    List<ExportLook> looks = new ArrayList<>();
    model.look("members.csv", new ExportSource.ListFile(LIST, seen), looks::add);
    assertThat(model.readingProperty().get()).isNotNull();
    settle();
    assertThat(model.readingProperty().get()).isNull();
    return looks.getFirst();
  }

  private static ExportWish wish(ExportWish.Canary canary, ExportWish.Format format) {
    return new ExportWish("the printer", canary, "helen@riverside.example", format);
  }

  private void export(ExportWish wish, String file) {
    model.export(
        look("a1"),
        wish.order(Path.of(file)),
        done -> told.add("written " + done.export().file()),
        wrong -> told.add("refused: " + wrong.happened()));
  }

  @Test
  void whatWouldBeExportedIsKnownBeforeAnythingIsAsked() {
    ExportLook look = look("another digest");

    assertThat(look.people()).isEqualTo(312);
    assertThat(look.leftOut()).isEqualTo(9);
    assertThat(look.changed()).isTrue();
    assertThat(look.open()).isEmpty();
  }

  @Test
  void aListThatIsNotThereIsAProblemAndNothingIsAsked() {
    model.look(
        "gone.csv",
        new ExportSource.ListFile(Path.of("/choir/gone.csv"), "a1"),
        look -> told.add(look.name()));
    settle();

    assertThat(told).isEmpty();
    assertThat(model.problemProperty().get()).isNotNull();
    assertThat(model.readingProperty().get()).isNull();
  }

  @Test
  void theFileGetsTheEndingOfItsFormatAndNoSecondOne() {
    assertThat(wish(ExportWish.Canary.NONE, ExportWish.Format.CSV).order(Path.of("/x/a")).file())
        .isEqualTo(Path.of("/x/a.csv"));
    assertThat(
            wish(ExportWish.Canary.NONE, ExportWish.Format.CSV).order(Path.of("/x/a.CSV")).file())
        .isEqualTo(Path.of("/x/a.CSV"));
    assertThat(
            wish(ExportWish.Canary.NONE, ExportWish.Format.XLSX).order(Path.of("/x/a.csv")).file())
        .isEqualTo(Path.of("/x/a.csv.xlsx"));
  }

  @Test
  void anExportIsListedAndItsAddressKnown() {
    export(wish(ExportWish.Canary.EXACTLY, ExportWish.Format.CSV), "/out/printer.csv");
    settle();

    assertThat(told).containsExactly("written /out/printer.csv");
    assertThat(model.allProperty().get()).hasSize(1);
    model.find("PRINTER helen");
    settle();
    assertThat(model.shown().shownProperty().get()).hasSize(1);
    model.find("theatre");
    settle();
    assertThat(model.shown().shownProperty().get()).isEmpty();

    model.whose("helen@riverside.example", found -> told.add("whose " + found.isPresent()));
    model.whose("nobody@riverside.example", found -> told.add("whose " + found.isPresent()));
    settle();
    assertThat(told.subList(1, 3)).containsExactly("whose true", "whose false");
  }

  @Test
  void aRefusalGoesToWhoeverAsked() {
    exporter.problem = REFUSED;
    export(wish(ExportWish.Canary.NONE, ExportWish.Format.CSV), "/out/printer.csv");
    settle();

    assertThat(told).containsExactly("refused: It is there already.");
    assertThat(model.problemProperty().get()).isNull();
    assertThat(model.readingProperty().get()).isNull();
  }

  @Test
  void whatIsStoppedIsNeitherWrittenNorTold() {
    export(wish(ExportWish.Canary.NONE, ExportWish.Format.CSV), "/out/printer.csv");
    model.stop();
    settle();

    assertThat(told).isEmpty();
    assertThat(exporter.made).isEmpty();
    assertThat(model.readingProperty().get()).isNull();
  }
}
