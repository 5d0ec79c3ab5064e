package org.postroom.ui.recipients;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// What reading the list left open, asked where the list is looked at: another sheet, another
/// charset, headings, rows that nobody sees. The next questions come when the first are answered,
/// so that the list itself can still be seen.
final class ListNotes extends VBox {
  private static final int MOST = 2;

  private final Texts texts;
  private final Label more = Ui.label("", "pr-caption-text");
  private List<ListQuestions.Question> asked = List.of();

  ListNotes(Texts texts) {
    super(8);
    this.texts = texts;
    setId("list-questions");
    Ui.show(this, false);
  }

  void show(List<ListQuestions.Question> questions) {
    boolean same =
        asked.stream()
            .map(ListNotes::words)
            .toList()
            .equals(questions.stream().map(ListNotes::words).toList());
    asked = questions;
    Ui.show(this, !questions.isEmpty());
    if (same) {
      return; // A button that has the focus stays where it is.
    }
    getChildren().clear();
    questions.stream().limit(MOST).forEach(question -> getChildren().add(note(question)));
    if (questions.size() > MOST) {
      more.setText(texts.get("people.ask.more", questions.size() - MOST));
      getChildren().add(more);
    }
  }

  private static String words(ListQuestions.Question question) {
    return question.id() + " " + question.title() + " " + question.why();
  }

  private Note note(ListQuestions.Question question) {
    Node[] buttons =
        question.answers().stream().map(answer -> button(question, answer)).toArray(Node[]::new);
    Note note = new Note(Icons.WARNING, "warning", question.title(), question.why(), buttons);
    note.setId("asked-" + question.id().replace('.', '-'));
    return note;
  }

  private static Button button(ListQuestions.Question question, ListQuestions.Answer answer) {
    Button button = Ui.button(answer.text(), "small");
    button.setId(answer.id());
    button.setAccessibleText(answer.text());
    button.setAccessibleHelp(question.title());
    button.setOnAction(_ -> answer.act().run());
    return button;
  }
}
