package org.postroom.ui.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.finding.Severity;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Footer;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Step;
import org.postroom.ui.common.StepScreen;
import org.postroom.ui.common.StepState;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.review.ReviewModel.Confirmed;
import org.postroom.ui.review.ReviewModel.Groups;
import org.postroom.ui.review.ReviewModel.State;

/// Step 4. Its title is the verdict; below, what must be fixed, what a person confirms, what is
/// good to know, and what was looked at and found in order.
public final class ReviewScreen implements StepScreen {
  private static final int SO_FAR = 8;

  private final UiContext context;
  private final Texts texts;
  private final Times times;
  private final FindingTexts sentences;
  private final MailshotModel mailshot;
  private final ReviewModel model;
  private final LinksModel links;
  private final Footer footer;
  private final Label title = Ui.title("");
  private final Label line = Ui.paragraph("", "pr-small", "pr-muted");
  private final Places places;
  private final Button again;
  private final Button print;
  private final VBox content = new VBox(10);
  private final VBox root = new VBox(14);
  private final LinksPane linksPane;
  private final List<FindingCard> cards = new ArrayList<>();
  private boolean allShown;

  public ReviewScreen(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.texts = context.texts();
    this.times = context.times();
    this.sentences = new FindingTexts(texts.locale());
    this.places = new Places(texts, sentences);
    this.mailshot = mailshot;
    this.model = new ReviewModel(context.engine(), context.tasks(), context.clock(), mailshot);
    this.links = new LinksModel(context.engine(), context.tasks(), mailshot);
    this.linksPane = new LinksPane(texts, context.dialogs(), links);
    this.footer =
        new Footer(texts.get("review.continue"), () -> context.navigator().step(Step.SEND));
    footer.hint(texts.get("review.hint.next"), "F8");
    again = Ui.keyButton(Icons.of(Icons.REFRESH), texts.get("review.again"), null, "F5");
    again.setOnAction(_ -> model.run());
    print = Ui.keyButton(Icons.of(Icons.PRINT), texts.get("review.print"), null, "Ctrl P");
    print.setId("print-review");
    print.setOnAction(_ -> print());
    VBox words = new VBox(2, title, line);
    HBox head = new HBox(8, Ui.grow(words), print, again);
    head.setAlignment(Pos.TOP_LEFT);
    root.getChildren().addAll(head, content);
    root.getStyleClass().addAll("pr-page", "review");
    model.stateProperty().subscribe(this::show);
  }

  ReviewModel model() {
    return model;
  }

  @Override
  public Step step() {
    return Step.REVIEW;
  }

  @Override
  public Footer footer() {
    return footer;
  }

  @Override
  public Region node() {
    return root;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    mailshot.statusNoteProperty().set(null);
    model.hidden();
    links.stop();
  }

  @Override
  public Node firstFocus() {
    return cards.isEmpty() ? again : cards.getFirst().first();
  }

  @Override
  public Map<KeyCombination, Runnable> keys() {
    Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
    keys.put(new KeyCodeCombination(KeyCode.F5), model::run);
    keys.put(new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN), this::print);
    keys.put(new KeyCodeCombination(KeyCode.F8), () -> walk(1));
    keys.put(new KeyCodeCombination(KeyCode.F8, KeyCombination.SHIFT_DOWN), () -> walk(-1));
    return keys;
  }

  /// Writes the review as a page, and opens it with the platform's browser, which prints it.
  private void print() {
    if (!(model.stateProperty().get() instanceof State.Done done)) {
      return;
    }
    String name = mailshot.document().name();
    String page = new ReviewPage(texts, times, sentences).of(name, mailshot.practice(), done);
    context
        .files()
        .saveAs(texts.get("review.print.name", name))
        .ifPresent(
            file ->
                context
                    .tasks()
                    .act(_ -> context.engine().writePage(file, page))
                    .onSuccess(_ -> context.desktop().open(file.toUri().toString()))
                    .onProblem(
                        problem ->
                            content.getChildren().addFirst(new ErrorCard(problem, null, () -> {})))
                    .start());
  }

  private void walk(int by) {
    if (cards.isEmpty()) {
      return;
    }
    int now = -1;
    for (int i = 0; i < cards.size(); i++) {
      Node focus = root.getScene() == null ? null : root.getScene().getFocusOwner();
      if (focus != null && isInside(focus, cards.get(i))) {
        now = i;
      }
    }
    int next = now < 0 ? (by > 0 ? 0 : cards.size() - 1) : Math.floorMod(now + by, cards.size());
    cards.get(next).first().requestFocus();
  }

  private static boolean isInside(Node node, Node parent) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(parent)) {
        return true;
      }
    }
    return false;
  }

  private void show(State state) {
    cards.clear();
    content.getChildren().clear();
    footer.enabledProperty().set(false);
    again.setDisable(false);
    Ui.show(print, state instanceof State.Done);
    switch (state) {
      case State.Waiting _ -> {
        title.setText(texts.get("review.title.waiting"));
        line.setText(texts.get("review.line.waiting"));
        footer.reasonProperty().set(texts.get("review.reason.not-yet"));
        mailshot.stepNote(Step.REVIEW).set(null);
      }
      case State.Reading(int done, int of, List<Finding> found) -> reading(done, of, found);
      case State.Failed(var problem) -> {
        title.setText(texts.get("review.title.failed"));
        line.setText("");
        ErrorCard card = new ErrorCard(problem, texts.get("review.again"), model::run);
        content.getChildren().add(card);
        footer.reasonProperty().set(texts.get("review.reason.not-yet"));
        mailshot.stepNote(Step.REVIEW).set(null);
      }
      case State.Done done -> done(done);
    }
  }

  private void reading(int done, int of, List<Finding> found) {
    title.setText(texts.get("review.title.reading"));
    line.setText(texts.get("review.line.reading", of, done));
    ProgressBar bar = new ProgressBar(of == 0 ? 0 : done / (double) of);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("review.line.reading", of, done));
    Button stop = Ui.button(texts.get("review.stop"));
    stop.setOnAction(_ -> model.stop());
    content.getChildren().addAll(bar, stop);
    soFar(found);
    footer.reasonProperty().set(texts.get("review.reason.reading"));
    again.setDisable(true);
    mailshot
        .stepNote(Step.REVIEW)
        .set(new StepState(StepState.Mark.NUMBER, texts.get("review.state.reading"), true));
  }

  /// What was found already, without its fixes: the reading goes on.
  private void soFar(List<Finding> found) {
    List<Finding> serious =
        found.stream().filter(each -> each.severity() != Severity.NOTE).limit(SO_FAR).toList();
    if (serious.isEmpty()) {
      return;
    }
    VBox rows = rows();
    for (Finding finding : serious) {
      Ui.addRow(rows, row(sentences.title(finding) + ".", sentences.why(finding), new Region()));
    }
    content
        .getChildren()
        .addAll(Ui.label(texts.get("review.so-far", found.size()), "pr-section"), rows);
  }

  private void done(State.Done done) {
    Groups groups = done.groups();
    int fix = groups.mustFix().size();
    int confirm = groups.toConfirm().size();
    title.setText(
        fix > 0
            ? texts.get("review.title.fix", fix)
            : confirm > 0
                ? texts.get("review.title.confirm", confirm)
                : texts.get("review.title.ready", groups.checked().size()));
    line.setText(
        texts.get(
            "review.line.done",
            done.letters(),
            Math.max(1, Math.round(done.took().toMillis() / 1000.0))));
    mailshot.statusNoteProperty().set(texts.get("review.at", times.time(done.at())));
    mailshot.stepNote(Step.REVIEW).set(null);
    section(Icons.BLOCKED, "icon-danger", "review.must-fix", fix, groups.mustFix());
    section(Icons.WARNING, "icon-warning", "review.please-confirm", confirm, groups.toConfirm());
    confirmed(groups.confirmed());
    goodToKnow(groups.goodToKnow());
    // Nothing leaves this computer in a drill or in practice: nothing is offered there.
    if (context.sandbox() || mailshot.practice()) {
      links.stop();
    } else {
      content.getChildren().add(linksPane);
      links.look();
    }
    checked(groups.checked());
    footer.enabledProperty().set(groups.clear());
    footer.reasonProperty().set(groups.clear() ? "" : texts.get("rail.to-fix", fix, confirm));
    if (root.getScene() != null) {
      // After the last card the focus would go to whatever comes first in the window.
      (cards.isEmpty() ? again : cards.getFirst().first()).requestFocus();
    }
  }

  private HBox heading(String icon, String tone, String key, int count) {
    var sign = Icons.of(icon);
    sign.getStyleClass().add(tone);
    HBox heading =
        new HBox(
            8,
            sign,
            Ui.label(texts.get(key), "pr-section"),
            Ui.label(texts.get(key + ".count", count), "pr-caption-text"));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private void section(String icon, String tone, String key, int count, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    content.getChildren().add(heading(icon, tone, key, count));
    for (Finding finding : findings) {
      FindingCard card =
          new FindingCard(texts, sentences, places, model, finding, context.navigator()::step);
      cards.add(card);
      content.getChildren().add(card);
    }
  }

  private void confirmed(List<Confirmed> confirmed) {
    if (confirmed.isEmpty()) {
      return;
    }
    content
        .getChildren()
        .add(heading(Icons.CHECKED, "icon-success", "review.confirmed", confirmed.size()));
    VBox rows = rows();
    for (Confirmed each : confirmed) {
      Ui.addRow(
          rows,
          row(
              sentences.title(each.finding()) + ".",
              texts.get("review.because", each.acknowledgement().reason()),
              Ui.link(
                  texts.get("review.take-back"), () -> model.withdraw(each.acknowledgement()))));
    }
    content.getChildren().add(rows);
  }

  private void goodToKnow(List<Finding> notes) {
    if (notes.isEmpty()) {
      return;
    }
    content
        .getChildren()
        .add(heading(Icons.INFO, "icon-muted", "review.good-to-know", notes.size()));
    VBox rows = rows();
    for (Finding note : notes) {
      Step where = FindingCard.where(note.id());
      Ui.addRow(
          rows,
          row(
              sentences.title(note) + ".",
              sentences.why(note),
              Ui.link(
                  texts.get(where == Step.PREVIEW ? "review.fix.PREVIEW" : "review.show"),
                  () -> context.navigator().step(where))));
    }
    content.getChildren().add(rows);
  }

  private void checked(List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    VBox names = new VBox(2);
    ids.forEach(
        id -> names.getChildren().add(Ui.paragraph("✓ " + sentences.checked(id), "pr-small")));
    Ui.show(names, allShown);
    Label some =
        Ui.label(
            String.join(". ", ids.stream().limit(4).map(sentences::checked).toList()) + "…",
            "pr-small",
            "pr-muted");
    some.setMinWidth(0);
    var sign = Icons.of(Icons.CHECKED);
    sign.getStyleClass().add("icon-success");
    Label count = Ui.label(texts.get("review.checked", ids.size()), "pr-strong", "pr-small");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox top =
        new HBox(
            8,
            sign,
            count,
            Ui.grow(some),
            Ui.link(
                texts.get("review.show-all"),
                () -> {
                  allShown = !allShown;
                  Ui.show(names, allShown);
                }));
    some.setMaxWidth(Double.MAX_VALUE);
    top.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(8, top, names);
    box.getStyleClass().addAll("pr-note", "success");
    box.setMinHeight(Region.USE_PREF_SIZE);
    content.getChildren().add(box);
  }

  private static VBox rows() {
    VBox rows = new VBox();
    rows.getStyleClass().addAll("pr-card", "finding-rows");
    rows.setMinHeight(Region.USE_PREF_SIZE);
    return rows;
  }

  private static HBox row(String strong, String rest, Node link) {
    Label bold = Ui.label(strong, "pr-strong", "pr-small");
    bold.setMinWidth(Region.USE_PREF_SIZE);
    Label muted = Ui.label(rest, "pr-small", "pr-muted");
    muted.setMinWidth(0);
    muted.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(6, bold, Ui.grow(muted), link);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("finding-row");
    return row;
  }
}
