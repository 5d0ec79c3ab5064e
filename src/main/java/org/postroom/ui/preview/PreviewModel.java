package org.postroom.ui.preview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Draft;
import org.postroom.engine.LetterView;
import org.postroom.engine.Looked;
import org.postroom.engine.Postroom;
import org.postroom.engine.Problem;
import org.postroom.plan.DispatchPlan;
import org.postroom.recipients.Recipient;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Tasks;

/// Which letter is looked at, how, and which kinds were looked at. It has no nodes.
public final class PreviewModel {
  private final Postroom engine;
  private final Tasks tasks;
  private final MailshotModel mailshot;
  private final Subscription drafts;

  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyObjectWrapper<@Nullable LetterView> letter = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper nobody = new ReadOnlyStringWrapper("");
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.DESKTOP);
  private final BooleanProperty marked = new SimpleBooleanProperty(true);

  private @Nullable ShownPage page;
  private Tasks.@Nullable Running loading;
  private Tasks.@Nullable Running grouping;
  private Tasks.@Nullable Running searching;

  /// How a letter is shown.
  public enum View {
    DESKTOP,
    PHONE,
    PLAIN_TEXT,
    IMAGES_OFF,
    SOURCE,
    DARK
  }

  public PreviewModel(Postroom engine, Tasks tasks, MailshotModel mailshot) {
    this.engine = engine;
    this.tasks = tasks;
    this.mailshot = mailshot;
    this.drafts = mailshot.draftProperty().subscribe(draft -> changed(draft));
  }

  /// How many letters there are; 0 while none can be made.
  public int size() {
    DispatchPlan plan = plan();
    return plan == null ? 0 : plan.size();
  }

  /// Place in the plan, 0-based.
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /// The letter as it was made; null while it is being made.
  public ReadOnlyObjectProperty<@Nullable LetterView> letterProperty() {
    return letter.getReadOnlyProperty();
  }

  /// The letter's page as it is to be shown now; empty where there is none.
  Optional<SafePage> page() {
    ShownPage ready = page;
    LetterView shown = letter.get();
    if (shown == null || ready == null) {
      return Optional.empty();
    }
    if (!ready.is(view.get(), marked.get())) {
      ready = ShownPage.of(shown, view.get(), marked.get());
      page = ready;
    }
    return ready.page();
  }

  /// Why there is nothing to show, or null.
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The kinds of letter, and what was looked at; null while they are being counted.
  public ReadOnlyObjectProperty<@Nullable Looked> lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// The next letter to look at, of those that are worth it; empty where all were looked at.
  public OptionalInt nextUnseen() {
    Looked now = looked.get();
    List<Integer> open = now == null ? List.of() : now.unseen();
    // In the order in which they are told, so that the kinds come before the merely unusual. One
    // that cannot be made stays open, and is passed over.
    return open.stream().mapToInt(Integer::intValue).filter(at -> at != index.get()).findFirst();
  }

  /// Goes there; nothing happens where all were looked at.
  public void goToUnseen() {
    nextUnseen().ifPresent(this::go);
  }

  public ObjectProperty<View> viewProperty() {
    return view;
  }

  /// Whether what comes from the list is marked.
  public BooleanProperty markedProperty() {
    return marked;
  }

  public void next() {
    go(index.get() + 1);
  }

  public void previous() {
    go(index.get() - 1);
  }

  /// Goes to a letter; beyond either end it stays there.
  public void go(int to) {
    if (size() > 0) {
      load(Math.clamp(to, 0, size() - 1));
    }
  }

  /// Goes to the next person, after the one shown, with `words` in name or address, or in whose row
  /// that number is; it is looked for in the background.
  public void find(String words) {
    if (searching != null) {
      searching.cancel();
    }
    nobody.set("");
    DispatchPlan plan = plan();
    String asked = words.strip();
    if (plan == null || plan.size() == 0 || asked.isEmpty()) {
      return;
    }
    int from = index.get();
    searching =
        tasks
            .work(progress -> new LetterSearch(plan).after(from, asked, progress))
            .onSuccess(found -> found.ifPresentOrElse(this::go, () -> nobody.set(asked)))
            .start();
  }

  /// What was looked for and nobody has; empty where somebody has it, and before it is known.
  public ReadOnlyStringProperty nobodyProperty() {
    return nobody.getReadOnlyProperty();
  }

  /// Stops listening and working.
  public void close() {
    drafts.unsubscribe();
    cancel();
  }

  private void changed(@Nullable Draft draft) {
    cancel();
    letter.set(null);
    looked.set(null);
    DispatchPlan plan = draft == null ? null : draft.plan().orElse(null);
    if (draft == null || plan == null || plan.size() == 0) {
      return;
    }
    grouping =
        tasks
            .work(progress -> engine.looked(draft, progress))
            .onSuccess(
                found -> {
                  looked.set(found);
                  countSeen();
                })
            .start();
    load(Math.min(index.get(), plan.size() - 1));
  }

  private void load(int at) {
    Draft draft = mailshot.draftProperty().get();
    if (draft == null) {
      return;
    }
    if (loading != null) {
      loading.cancel();
    }
    index.set(at);
    View how = view.get();
    boolean marks = marked.get();
    loading =
        tasks
            .work(_ -> ShownPage.of(engine.preview(draft, at), how, marks))
            .onSuccess(this::show)
            .onProblem(
                found -> {
                  letter.set(null);
                  problem.set(found);
                })
            .start();
  }

  private void show(ShownPage ready) {
    LetterView made = ready.letter();
    page = ready;
    problem.set(made.problem().orElse(null));
    letter.set(made);
    countSeen();
    Draft draft = mailshot.draftProperty().get();
    if (draft != null && made.problem().isEmpty()) {
      // Where it cannot be kept, the review asks once more, and nothing is lost.
      tasks.act(_ -> engine.markLooked(draft, made.index())).onProblem(_ -> {}).start();
    }
  }

  /// A letter is looked at once it was shown.
  private void countSeen() {
    Looked found = looked.get();
    LetterView shown = letter.get();
    if (found != null && shown != null && shown.problem().isEmpty()) {
      looked.set(found.and(shown.letter(), shown.index()));
    }
  }

  private void cancel() {
    if (loading != null) {
      loading.cancel();
    }
    if (grouping != null) {
      grouping.cancel();
    }
    if (searching != null) {
      searching.cancel();
    }
  }

  private @Nullable DispatchPlan plan() {
    Draft draft = mailshot.draftProperty().get();
    return draft == null ? null : draft.plan().orElse(null);
  }

  /// The people whom the letter shown goes to.
  public List<Recipient> people() {
    return at(index.get());
  }

  /// The people whom letter `place` goes to; empty where there is no such letter.
  public List<Recipient> at(int place) {
    DispatchPlan plan = plan();
    return plan == null || place >= plan.size() ? List.of() : plan.people(place);
  }
}
