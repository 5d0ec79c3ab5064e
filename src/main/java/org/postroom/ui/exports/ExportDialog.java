package org.postroom.ui.exports;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.engine.Problem;
import org.postroom.ui.common.ErrorCard;
import org.postroom.ui.common.FieldsDialog;
import org.postroom.ui.common.Icons;
import org.postroom.ui.common.Note;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.exports.ExportWish.Canary;
import org.postroom.ui.exports.ExportWish.Format;

/// Asks to whom a list goes, which address of the sender's own goes in, and what is written.
final class ExportDialog {
  private final Texts texts;
  private final FieldsDialog dialog;
  private final TextField handedTo;
  private final Map<Canary, RadioButton> canaries = new EnumMap<>(Canary.class);
  private final Map<Format, RadioButton> formats = new EnumMap<>(Format.class);
  private final TextField own = new TextField();
  private final Label ownWhy = Ui.paragraph("", "pr-muted", "pr-small");
  private final Label ownName = Ui.label("", "pr-caption");
  private final VBox ownBox;
  private final VBox choices = Ui.column(8);

  /// @param before what was answered before
  /// @param refused why nothing was written then; null where it was not asked before
  ExportDialog(UiContext context, ExportLook look, ExportWish before, @Nullable Problem refused) {
    this.texts = context.texts();
    this.dialog =
        new FieldsDialog(
            context,
            texts.get("exports.title", look.name()),
            texts.get("exports.what", look.people(), look.leftOut()));
    if (refused != null) {
      ErrorCard card = new ErrorCard(refused, null, () -> {});
      card.setId("export-refused");
      dialog.add(card);
    }
    if (look.changed()) {
      dialog.add(warning("changed", texts.get("exports.changed"), texts.get("exports.changed.so")));
    }
    if (!look.open().isEmpty()) {
      dialog.add(warning("open", look.open(), texts.get("exports.open.so")));
    }
    this.handedTo =
        dialog.field("export-handed-to", texts.get("exports.handed-to"), new TextField());
    handedTo.setText(before.handedTo());
    if (refused != null) {
      handedTo.setAccessibleHelp(refused.message());
    }
    Label ownFault = dialog.fault(own);
    ownName.setLabelFor(own);
    own.setId("export-own");
    own.setText(before.own());
    own.textProperty().addListener((_, _, _) -> dialog.clear(own));
    own.setOnAction(handedTo.getOnAction());
    ownBox = Ui.column(4, ownWhy, ownName, own, ownFault);
    ownBox.getStyleClass().add("pr-radio-hint");
    dialog.add(canaries(before.canary()));
    dialog.add(formats(before.format()));
  }

  private static Note warning(String id, String title, String text) {
    Note note = new Note(Icons.WARNING, "warning", title, text);
    note.setId("export-" + id);
    return note;
  }

  private VBox canaries(Canary chosen) {
    ToggleGroup group = new ToggleGroup();
    choices.getChildren().add(Ui.paragraph(texts.get("exports.canary"), "pr-caption"));
    for (Canary each : Canary.values()) {
      RadioButton radio = radio("exports.canary." + key(each), group);
      canaries.put(each, radio);
      choices.getChildren().add(radio);
    }
    group.selectedToggleProperty().subscribe(this::own);
    group.selectToggle(canaries.get(chosen));
    return choices;
  }

  private VBox formats(Format chosen) {
    ToggleGroup group = new ToggleGroup();
    VBox kinds = Ui.column(8, Ui.paragraph(texts.get("exports.format"), "pr-caption"));
    for (Format each : Format.values()) {
      RadioButton radio = radio("exports.format." + key(each), group);
      formats.put(each, radio);
      kinds.getChildren().add(radio);
    }
    group.selectToggle(formats.get(chosen));
    return kinds;
  }

  private RadioButton radio(String key, ToggleGroup group) {
    RadioButton radio = new RadioButton(texts.get(key));
    radio.setWrapText(true);
    radio.setId(key.replace('.', '-'));
    radio.setToggleGroup(group);
    return radio;
  }

  private String key(Enum<?> value) {
    return value.name().toLowerCase(texts.locale());
  }

  /// The address is asked for below the answer that needs it.
  private void own() {
    Canary canary = chosen(canaries, Canary.NONE);
    dialog.clear(own);
    choices.getChildren().remove(ownBox);
    if (canary != Canary.NONE) {
      choices.getChildren().add(choices.getChildren().indexOf(canaries.get(canary)) + 1, ownBox);
    }
    boolean made = canary == Canary.MADE;
    ownWhy.setText(texts.get("exports.canary.made.so"));
    Ui.show(ownWhy, made);
    ownName.setText(texts.get(made ? "exports.own.made" : "exports.own.exactly"));
    own.setAccessibleText(ownName.getText());
  }

  private static <E extends Enum<E>> E chosen(Map<E, RadioButton> radios, E otherwise) {
    return radios.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(otherwise);
  }

  void show(Consumer<ExportWish> then) {
    dialog.show("export-take", texts.get("exports.take"), () -> take(then), handedTo);
  }

  private void take(Consumer<ExportWish> then) {
    Canary canary = chosen(canaries, Canary.NONE);
    String address = own.getText().strip();
    if (handedTo.getText().isBlank()) {
      dialog.refuse(handedTo, texts.get("exports.handed-to.missing"));
    } else if (canary != Canary.NONE
        && !(AddressReader.read(address) instanceof AddressReading.One)) {
      dialog.refuse(own, texts.get("people.correct.wrong"));
    } else {
      dialog.close();
      then.accept(
          new ExportWish(handedTo.getText().strip(), canary, address, chosen(formats, Format.CSV)));
    }
  }
}
