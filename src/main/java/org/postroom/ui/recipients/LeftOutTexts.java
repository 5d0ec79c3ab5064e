package org.postroom.ui.recipients;

import java.util.regex.Pattern;
import org.postroom.recipients.LeftOut;
import org.postroom.ui.common.Texts;

/// Why a row was left out and what can be done about it, in words.
final class LeftOutTexts {
  private static final Pattern COMMA_FOR_DOT = Pattern.compile("[^,@\\s]+@[^@\\s]*,[^@\\s]*");

  private final Texts texts;
  private final PeopleModel model;

  LeftOutTexts(Texts texts, PeopleModel model) {
    this.texts = texts;
    this.model = model;
  }

  /// What a person can do about a left-out row.
  enum Act {
    ADD,
    CHOOSE,
    CORRECT,
    CORRECT_NAME,
    COMPARE,
    DECIDE_AGAIN,
    SHOW_LINE,
    PUT_BACK,
    INCLUDE,
    EXPLAIN,
    NOTHING
  }

  String why(LeftOut row) {
    return switch (row.reason()) {
      case DUPLICATE -> texts.get("people.why.duplicate", row.related());
      case CONFLICTING_DUPLICATE ->
          row.related() > 0
              ? texts.get("people.why.conflicting-duplicate", row.related())
              : texts.get("people.why.conflicting-duplicate-some");
      case INVALID_ADDRESS ->
          COMMA_FOR_DOT.matcher(row.value().strip()).matches()
              ? texts.get("people.why.comma")
              : texts.get("people.why.invalid-address");
      case WRONG_WIDTH -> {
        var list = model.list();
        yield texts.get(
            "people.why.wrong-width", row.cells().size(), list == null ? 0 : list.columns().size());
      }
      case BY_HAND ->
          model
              .reasonByHand(row)
              .map(reason -> texts.get("people.why.by-hand", reason))
              .orElseGet(() -> texts.get("people.why.by-hand-plain"));
      case SUPPRESSED ->
          row.why().isEmpty()
              ? texts.get("people.why.suppressed")
              : texts.get("people.why.suppressed-because", row.why());
      case BLANK_ADDRESS,
          SEVERAL_ADDRESSES,
          HIDDEN_ROW,
          CONTROL_CHARACTER,
          DISPLAY_NAME,
          FILTERED,
          CANARY,
          ALREADY_SENT ->
          texts.get("people.why." + row.reason().code());
    };
  }

  Act act(LeftOut row) {
    return switch (row.reason()) {
      case BLANK_ADDRESS -> model.correctable(row) ? Act.ADD : Act.NOTHING;
      case SEVERAL_ADDRESSES -> model.correctable(row) ? Act.CHOOSE : Act.SHOW_LINE;
      case INVALID_ADDRESS, CONTROL_CHARACTER ->
          model.correctable(row) ? Act.CORRECT : Act.SHOW_LINE;
      case DISPLAY_NAME -> model.correctable(row) ? Act.CORRECT_NAME : Act.SHOW_LINE;
      case CONFLICTING_DUPLICATE -> Act.COMPARE;
      case WRONG_WIDTH -> Act.SHOW_LINE;
      case BY_HAND -> Act.PUT_BACK;
      case HIDDEN_ROW -> Act.INCLUDE;
      case DUPLICATE -> model.decided(row) ? Act.DECIDE_AGAIN : Act.NOTHING;
      case SUPPRESSED -> Act.EXPLAIN;
      case FILTERED, CANARY, ALREADY_SENT -> Act.NOTHING;
    };
  }

  String button(LeftOut row) {
    return switch (act(row)) {
      case ADD -> texts.get("people.act.add");
      case CHOOSE -> texts.get("people.act.choose");
      case CORRECT, CORRECT_NAME -> texts.get("people.act.correct");
      case COMPARE -> texts.get("people.act.compare", model.sameAddress(row).size());
      case DECIDE_AGAIN -> texts.get("people.act.decide-again");
      case SHOW_LINE -> texts.get("people.act.show-line", row.at().line());
      case PUT_BACK -> texts.get("people.act.put-back");
      case INCLUDE -> texts.get("people.act.include");
      case EXPLAIN -> texts.get("people.act.explain");
      case NOTHING -> texts.get("people.act.nothing");
    };
  }

  /// What the cell held, with what cannot be seen made visible.
  static String visible(String cell) {
    StringBuilder shown = new StringBuilder();
    cell.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\r') {
                shown.append('↵');
              } else if (c == '\t') {
                shown.append('⇥');
              } else if (Character.isISOControl(c)) {
                shown.append('␣');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
