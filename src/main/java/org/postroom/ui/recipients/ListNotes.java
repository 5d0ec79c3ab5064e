package org.postroom.ui.recipients;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What reading the list left open, asked where the list is looked at: another sheet, another
/// charset, headings, rows that nobody sees.
final class ListNotes extends VBox {
  private static final List<String> READING =
      List.of("list.several-sheets", "list.hidden-sheets", "list.wrong-charset", "list.no-header");
  private static final String HIDDEN = "list.hidden-rows";

  private final FindingTexts sentences;
  private final Note reading;
  private final Note hidden;

  ListNotes(Texts texts, Runnable onChange, Runnable onShow) {
    super(8);
    this.sentences = new FindingTexts(texts.locale());
    Button change = Ui.button(texts.get("people.change"), "small");
    change.setId("change-asked");
    change.setAccessibleText(texts.get("people.change-said"));
    change.setOnAction(_ -> onChange.run());
    Button show = Ui.button(texts.get("people.show-hidden"), "small");
    show.setId("show-hidden");
    show.setOnAction(_ -> onShow.run());
    this.reading = new Note(Icons.WARNING, "warning", "", "", change);
    this.hidden = new Note(Icons.WARNING, "warning", "", "", show);
    reading.setId("reading-asked");
    hidden.setId("hidden-asked");
    getChildren().addAll(reading, hidden);
    show(List.of());
  }

  void show(List<Finding> findings) {
    Optional<Finding> asked =
        findings.stream().filter(finding -> READING.contains(finding.id())).findFirst();
    Optional<Finding> unseen =
        findings.stream().filter(finding -> finding.id().equals(HIDDEN)).findFirst();
    say(reading, asked);
    say(hidden, unseen);
    Ui.show(this, asked.isPresent() || unseen.isPresent());
  }

  private void say(Note note, Optional<Finding> finding) {
    Ui.show(note, finding.isPresent());
    finding.ifPresent(one -> note.say(sentences.title(one), sentences.why(one)));
  }
}
