package org.postroom.ui.review;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.postroom.links.FixedLinks;
import org.postroom.links.LinkTexts;
import org.postroom.links.TriedLink;
import org.postroom.ui.common.Dialogs;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.review.LinksModel.State;

/// Offers to try the links, says first who would be asked, and shows what came of it.
final class LinksPane extends VBox {
  private static final int MOST_HOSTS = 12;

  private final Texts texts;
  private final LinkTexts words;
  private final Dialogs dialogs;
  private final LinksModel model;

  LinksPane(Texts texts, Dialogs dialogs, LinksModel model) {
    super(10);
    this.texts = texts;
    this.words = new LinkTexts(texts.locale());
    this.dialogs = dialogs;
    this.model = model;
    setId("links");
    setMinHeight(Region.USE_PREF_SIZE);
    model.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    boolean hadFocus = hasFocusInside();
    getChildren().clear();
    Ui.show(this, !(state instanceof State.Nothing));
    switch (state) {
      case State.Nothing _ -> {}
      case State.Offered(FixedLinks links) -> {
        heading("review.links.untried", links);
        offer("review.links.try", links);
      }
      case State.Trying(FixedLinks links, int done, int of) -> {
        heading("review.links.count", links);
        trying(done, of);
      }
      case State.Tried(FixedLinks links, List<TriedLink> answers) -> {
        heading("review.links.count", links);
        answers(links, answers);
        offer("review.links.again", links);
      }
      case State.Failed(FixedLinks links, var problem) -> {
        heading("review.links.count", links);
        getChildren().add(new ErrorCard(problem, null, () -> {}));
        offer("review.links.again", links);
      }
    }
    Node act = lookup(".button");
    if (hadFocus && act != null) {
      act.requestFocus();
    }
  }

  private boolean hasFocusInside() {
    Node at = getScene() == null ? null : getScene().getFocusOwner();
    while (at != null && !at.equals(this)) {
      at = at.getParent();
    }
    return at != null;
  }

  private void heading(String key, FixedLinks links) {
    var sign = Icons.of(Icons.LINK);
    sign.getStyleClass().add("icon-muted");
    HBox heading =
        new HBox(
            8,
            sign,
            Ui.label(texts.get("review.links"), "pr-section"),
            Ui.label(texts.get(key, links.links().size()), "pr-caption-text"));
    heading.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(heading);
  }

  private void offer(String key, FixedLinks links) {
    Button act = Ui.button(Icons.of(Icons.REAL_MAIL), texts.get(key));
    act.setId("try-links");
    act.setOnAction(_ -> ask(links));
    getChildren().add(act);
  }

  private void ask(FixedLinks links) {
    List<String> hosts = links.hosts();
    String named = String.join(", ", hosts.stream().limit(MOST_HOSTS).toList());
    int more = hosts.size() - MOST_HOSTS;
    dialogs.ask(
        texts.get("review.links.ask"),
        texts.get(
            "review.links.ask.who",
            more > 0 ? texts.get("review.links.ask.more", named, more) : named),
        Dialogs.Choice.plain(texts.get("review.links.cancel"), () -> {}),
        Dialogs.Choice.filled(texts.get("review.links.do"), () -> model.tryThem(links)));
  }

  private void trying(int done, int of) {
    ProgressBar bar = new ProgressBar(of == 0 ? 0 : done / (double) of);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("review.links.trying", of, done));
    Button stop = Ui.button(texts.get("review.links.stop"));
    stop.setId("stop-links");
    stop.setOnAction(_ -> model.stop());
    getChildren().addAll(bar, stop);
  }

  private void answers(FixedLinks links, List<TriedLink> answers) {
    VBox rows = new VBox();
    rows.getStyleClass().addAll("pr-card", "finding-rows");
    rows.setMinHeight(Region.USE_PREF_SIZE);
    // What wants a look first.
    answers.stream().filter(each -> !each.isFine()).forEach(each -> Ui.addRow(rows, row(each)));
    answers.stream().filter(TriedLink::isFine).forEach(each -> Ui.addRow(rows, row(each)));
    for (String link : links.personal()) {
      Ui.addRow(rows, row(Icons.INFO, "icon-muted", texts.get("review.links.personal"), link));
    }
    for (String link : links.others()) {
      Ui.addRow(rows, row(Icons.INFO, "icon-muted", texts.get("review.links.other"), link));
    }
    getChildren().add(rows);
  }

  private HBox row(TriedLink tried) {
    return row(
        tried.isFine() ? Icons.CHECKED : Icons.WARNING,
        tried.isFine() ? "icon-success" : "icon-warning",
        texts.get("review.links.answer", words.answer(tried)),
        tried.link().toString());
  }

  private static HBox row(String icon, String tone, String said, String link) {
    var sign = Icons.small(icon);
    sign.getStyleClass().add(tone);
    Label answer = Ui.paragraph(said, "pr-strong", "pr-small");
    Label about = Ui.paragraph(link, "pr-small", "pr-muted");
    HBox row = new HBox(8, sign, Ui.grow(new VBox(2, answer, about)));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("finding-row");
    return row;
  }
}
