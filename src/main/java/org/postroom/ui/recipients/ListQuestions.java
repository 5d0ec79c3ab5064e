package org.postroom.ui.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.ListReading;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.recipients.AddressSuggestions.Suggestion;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Texts;

/// What reading the list left open, as questions that one click answers. An answer is kept with the
/// mailshot like every other choice; nothing is taken silently.
final class ListQuestions {
  private static final int MOST_ANSWERS = 3;

  private final Texts texts;
  private final PeopleModel model;
  private final FindingTexts sentences;
  private final Ways ways;

  /// Where an answer leads that is not given at once.
  ///
  /// @param reading how the list is read
  /// @param leftOut the rows left out for one reason
  /// @param suggestions the whole list of addresses that look mistyped
  record Ways(Runnable reading, Consumer<LeftOutReason> leftOut, Runnable suggestions) {}

  /// @param id of its first button
  record Answer(String id, String text, Runnable act) {}

  /// @param id what it is about, as the finding's
  record Question(String id, String title, String why, List<Answer> answers) {
    Question {
      answers = List.copyOf(answers);
    }
  }

  ListQuestions(Texts texts, PeopleModel model, Ways ways) {
    this.texts = texts;
    this.model = model;
    this.ways = ways;
    this.sentences = new FindingTexts(texts.locale());
  }

  /// The most pressing first.
  List<Question> of(@Nullable ListReading read) {
    List<Question> questions = new ArrayList<>();
    if (read == null) {
      return questions;
    }
    for (Order order : Order.values()) {
      read.findings().stream()
          .filter(finding -> finding.id().equals(order.id))
          .findFirst()
          .ifPresent(
              finding ->
                  questions.add(
                      new Question(
                          order.id,
                          sentences.title(finding),
                          sentences.why(finding),
                          answers(order, finding, read.list()))));
    }
    suggestions(questions);
    return questions;
  }

  private enum Order {
    CHANGED("list.changed"),
    ADDRESS("list.address-column-unclear"),
    CHARSET("list.wrong-charset"),
    SHEETS("list.several-sheets"),
    HIDDEN_SHEETS("list.hidden-sheets"),
    HEADINGS("list.no-header"),
    HIDDEN_ROWS("list.hidden-rows"),
    CONFLICTS("list.conflicting-duplicate");

    private final String id;

    Order(String id) {
      this.id = id;
    }
  }

  private List<Answer> answers(Order order, Finding finding, RecipientList list) {
    return switch (order) {
      case CHANGED ->
          List.of(new Answer("accept-list", texts.get("people.ask.accept"), model::acceptList));
      case ADDRESS -> columns(finding);
      case CHARSET -> charsets(finding);
      case SHEETS -> sheets(list, false);
      case HIDDEN_SHEETS -> sheets(list, true);
      case HEADINGS ->
          List.of(
              new Answer(
                  "no-headings",
                  texts.get("people.ask.no-headings"),
                  () -> reading(edit -> edit.headingRow(0))),
              change());
      case HIDDEN_ROWS -> hiddenRows(list);
      case CONFLICTS ->
          List.of(
              new Answer(
                  "show-conflicts",
                  texts.get("people.show-hidden"),
                  () -> ways.leftOut().accept(LeftOutReason.CONFLICTING_DUPLICATE)));
    };
  }

  private Answer change() {
    return new Answer("change-asked", texts.get("people.change"), ways.reading());
  }

  private void reading(Consumer<RecipientsEdit> change) {
    model
        .mailshot()
        .editList(
            r -> {
              RecipientsEdit edit = new RecipientsEdit(r);
              change.accept(edit);
              return edit.recipients();
            });
  }

  private List<Answer> columns(Finding finding) {
    List<Answer> answers = new ArrayList<>();
    // After all of them in one text, the first ones each by itself.
    finding.args().stream()
        .skip(1)
        .limit(MOST_ANSWERS)
        .map(String::valueOf)
        .forEach(
            column ->
                answers.add(
                    new Answer(
                        "column-" + answers.size(),
                        texts.get("people.ask.column", column),
                        () -> model.role(FieldName.of(column), PeopleModel.Role.ADDRESS))));
    return answers;
  }

  private List<Answer> charsets(Finding finding) {
    String used = String.valueOf(finding.args().get(0));
    String better = String.valueOf(finding.args().get(1));
    return List.of(
        new Answer(
            "charset-better",
            texts.get("people.ask.charset", SourceCard.charset(better)),
            () -> reading(edit -> edit.charset(better))),
        new Answer(
            "charset-used",
            texts.get("people.ask.charset-right", SourceCard.charset(used)),
            () -> reading(edit -> edit.charset(used))));
  }

  private List<Answer> sheets(RecipientList list, boolean hidden) {
    String used = String.valueOf(list.origin().sheet());
    List<Answer> answers = new ArrayList<>();
    for (ListOrigin.Sheet sheet : list.origin().sheets()) {
      if (sheet.list() && sheet.hidden() == hidden && !sheet.name().equals(used)) {
        answers.add(
            new Answer(
                "sheet-" + answers.size(),
                texts.get("people.ask.sheet", sheet.name()),
                () -> reading(edit -> edit.sheet(sheet.name()))));
      }
    }
    if (answers.size() > MOST_ANSWERS - 1) {
      answers.clear();
      answers.add(change());
    }
    answers.add(
        new Answer(
            "sheet-used",
            texts.get("people.ask.sheet-right", used),
            () -> reading(edit -> edit.sheet(used))));
    return answers;
  }

  private List<Answer> hiddenRows(RecipientList list) {
    List<LeftOut> rows =
        list.leftOut().stream().filter(row -> row.reason() == LeftOutReason.HIDDEN_ROW).toList();
    return List.of(
        new Answer(
            "show-hidden",
            texts.get("people.show-hidden"),
            () -> ways.leftOut().accept(LeftOutReason.HIDDEN_ROW)),
        new Answer(
            "include-hidden",
            texts.get("people.ask.include", rows.size()),
            () -> model.include(rows)),
        new Answer(
            "leave-hidden",
            texts.get("people.ask.leave", rows.size()),
            () -> model.stayOut(rows, texts.get("people.ask.leave-reason"))));
  }

  private void suggestions(List<Question> questions) {
    List<Suggestion> found = model.suggestionsProperty().get();
    if (found.isEmpty()) {
      return;
    }
    Suggestion first = found.getFirst();
    List<Answer> answers = new ArrayList<>();
    if (found.size() == 1) {
      answers.add(
          new Answer(
              "take-suggestion",
              texts.get("people.ask.use", first.meant()),
              () -> model.take(found)));
    }
    answers.add(new Answer("show-suggestions", texts.get("people.ask.look"), ways.suggestions()));
    questions.add(
        new Question(
            "address.likely-typo",
            texts.get("people.ask.typos", found.size()),
            texts.get(
                "people.ask.typos-why", first.cell().strip(), first.meant(), first.at().row()),
            answers));
  }
}
