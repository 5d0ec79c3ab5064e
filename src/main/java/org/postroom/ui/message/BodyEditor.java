package org.postroom.ui.message;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.postroom.message.Delivery;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.Loss;
import org.postroom.richtext.Reading;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The text of the message: one text in four views, and what there is to say about it below.
final class BodyEditor extends VBox {
  private final Texts texts;
  private final MailshotModel mailshot;
  private final BodyModel model;
  private final Toolbar toolbar;
  private final RichArea rich;
  private final ChipArea source;
  private final Node richPane;
  private final Node sourcePane;
  private final BodyNotes notes;
  private final Spelling spelling;
  private final Map<View, ToggleButton> tabs = new EnumMap<>(View.class);
  private final FittingLabel caption = new FittingLabel();
  private final VBox refused = Ui.column(10);
  private View view = View.RICH;
  private boolean showing;
  private @Nullable Pictures pictures;

  /// How the text is shown.
  enum View {
    RICH("rich"),
    MARKDOWN("markdown"),
    HTML("html"),
    PLAIN("plain");

    private final String key;

    View(String key) {
      this.key = key;
    }
  }

  BodyEditor(
      Texts texts,
      MailshotModel mailshot,
      BodyModel model,
      SpellModel words,
      MessageDialogs dialogs,
      Toolbar.Acts acts,
      ChipLook chips,
      ShownPictures shownPictures,
      Node newsletter) {
    this.texts = texts;
    this.mailshot = mailshot;
    this.model = model;
    this.toolbar = new Toolbar(texts, acts);
    this.rich = new RichArea(new EmbedLook(texts, chips, shownPictures::of));
    this.source = new ChipArea(false, chips::of);
    this.notes = new BodyNotes(texts, mailshot, model, dialogs, this);
    richPane = pane(rich, "body", texts.get("message.body"));
    sourcePane = pane(source, "source", texts.get("message.body"));
    this.spelling = new Spelling(texts, words, rich, source);
    StackPane areas = new StackPane(richPane, sourcePane, refused);
    areas.getChildren().addAll(2, spelling.layers());
    refused.getStyleClass().add("pr-editor-refused");
    VBox.setVgrow(areas, Priority.ALWAYS);
    getChildren().addAll(toolbar, areas, notes, newsletter, foot());
    getStyleClass().addAll("pr-card", "pr-editor-card");
    rich.onText(
        text -> {
          model.rich(text, notes::changed);
          spelling.changed();
        });
    rich.onMoved(() -> toolbar.show(rich));
    rich.onPaste(() -> paste(true));
    source.onSource(this::sourceWritten);
    mailshot.fileProperty().subscribe(this::tell);
    model.noteProperty().subscribe(notes::said);
  }

  private static <A extends org.fxmisc.richtext.GenericStyledArea<?, ?, ?>> Node pane(
      A area, String id, String name) {
    area.setId(id);
    area.setAccessibleText(name);
    VirtualizedScrollPane<A> scroll = new VirtualizedScrollPane<>(area);
    scroll.getStyleClass().add("pr-editor-scroll");
    scroll.setMinHeight(100);
    return scroll;
  }

  private Node foot() {
    ToggleGroup group = new ToggleGroup();
    HBox views = Ui.row(0);
    for (View each : View.values()) {
      ToggleButton tab = new ToggleButton(texts.get("message.view." + each.key));
      tab.setId("view-" + each.key);
      tab.getStyleClass().add("pr-view");
      tab.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      tab.setToggleGroup(group);
      tab.setOnAction(_ -> show(each));
      tabs.put(each, tab);
      views.getChildren().add(tab);
    }
    HBox foot = Ui.row(12, views, Ui.grow(caption), spelling.bar());
    foot.getStyleClass().add("pr-editor-foot");
    return foot;
  }

  // --- views

  RichArea rich() {
    return rich;
  }

  ChipArea source() {
    return source;
  }

  View view() {
    return view;
  }

  /// Where the person writes now.
  FieldTarget target() {
    return view == View.RICH ? rich : source;
  }

  boolean isRich() {
    return view == View.RICH;
  }

  /// Takes over the text of the mailshot.
  void load() {
    show(model.main() == BodyModel.Main.TEXT ? View.PLAIN : view);
  }

  void show(View wanted) {
    model.flush();
    view = wanted;
    showing = true;
    refused.getChildren().clear();
    boolean alone = model.main() == BodyModel.Main.TEXT;
    switch (wanted) {
      case RICH -> {
        if (alone) {
          refuse("message.refused.alone", "message.refused.add", () -> alone(false));
        } else {
          showRich();
        }
      }
      case MARKDOWN ->
          model
              .markdown()
              .ifPresentOrElse(
                  source::source,
                  () ->
                      refuse(
                          alone ? "message.refused.alone" : "message.refused.no-markdown",
                          alone ? "message.refused.add" : "message.refused.as-html",
                          alone ? () -> alone(false) : () -> show(View.HTML)));
      case HTML -> {
        if (alone) {
          refuse("message.refused.alone", "message.refused.add", () -> alone(false));
        } else {
          source.source(model.html());
        }
      }
      case PLAIN -> source.source(model.plain());
    }
    showing = false;
    boolean shown = refused.getChildren().isEmpty();
    Ui.show(refused, !shown);
    Ui.show(richPane, shown && wanted == View.RICH);
    spelling.show(wanted, shown);
    Ui.show(sourcePane, shown && wanted != View.RICH);
    source.setAccessibleText(
        texts.get("message.body.view", texts.get("message.view." + wanted.key)));
    source.pseudoClassStateChanged(
        PseudoClass.getPseudoClass("code"), wanted == View.HTML || wanted == View.MARKDOWN);
    tabs.forEach((each, tab) -> tab.setSelected(each == wanted));
    rich.setDisable(!mailshot.bodies().loadedProperty().get());
    source.setDisable(!mailshot.bodies().loadedProperty().get());
    tell();
    notes.changed();
    toolbar.show(rich);
  }

  private void showRich() {
    BodyModel.Rich read = model.rich();
    if (read.whole()) {
      rich.text(read.text());
      return;
    }
    View other = model.main() == BodyModel.Main.HTML ? View.HTML : View.MARKDOWN;
    refuse(
        other == View.HTML ? "message.refused.html" : "message.refused.markdown",
        "message.refused.anyway",
        () -> {
          model.acceptLosses();
          show(View.RICH);
          rich.requestFocus();
        });
    String lost = Pasting.said(texts, read.lost());
    if (!lost.isEmpty()) {
      refused.getChildren().add(1, Ui.paragraph(lost, "pr-small"));
    }
    refused
        .getChildren()
        .add(
            Ui.link(
                texts.get("message.refused.stay", texts.get("message.view." + other.key)),
                () -> show(other)));
  }

  private void refuse(String why, String act, Runnable does) {
    javafx.scene.control.Button button = Ui.button(texts.get(act), "small");
    button.setId("refused-act");
    button.setOnAction(_ -> does.run());
    Label text = Ui.paragraph(texts.get(why), "pr-small");
    refused.getChildren().addAll(text, button);
  }

  /// Plain text alone, or formatting as well.
  void alone(boolean alone) {
    model.alone(alone);
    show(alone ? View.PLAIN : View.RICH);
    target().requestFocus();
  }

  void plainAnew() {
    model.plainAnew();
    show(View.PLAIN);
    source.requestFocus();
  }

  private void sourceWritten(String written) {
    if (showing) {
      return;
    }
    spelling.changed();
    switch (view) {
      case MARKDOWN -> model.markdown(written);
      case HTML -> model.html(written);
      case PLAIN -> model.plain(written);
      case RICH -> {}
    }
    notes.changed();
  }

  private void tell() {
    boolean fields = mailshot.document().delivery() != Delivery.BLIND_COPY;
    boolean shown = refused.getChildren().isEmpty();
    toolbar.offer(view == View.RICH && shown, fields && shown);
    String key =
        model.main() == BodyModel.Main.TEXT
            ? "message.plain-alone"
            : model.isPlainWritten() ? "message.plain-written" : "message.plain-version";
    caption.words(texts.get(key), texts.get(key + ".short"));
    notes.changed();
  }

  /// Shows the chips as the list now is.
  void refresh() {
    rich.refresh();
    if (view != View.RICH && source.isVisible()) {
      source.refresh();
    }
    notes.changed();
  }

  // --- pasting and pictures

  /// Lets pictures be dropped and pasted.
  void pictures(Pictures pictures) {
    this.pictures = pictures;
    rich.setOnDragOver(
        event -> {
          if (!dropped(event.getDragboard()).isEmpty() || isImageAlone(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
          }
        });
    rich.setOnDragDropped(
        event -> {
          List<Path> files = dropped(event.getDragboard());
          rich.moveTo(rich.hit(event.getX(), event.getY()).getInsertionIndex());
          Image image = files.isEmpty() ? event.getDragboard().getImage() : null;
          if (image != null) {
            pictures.bring(image);
          } else {
            pictures.bring(files);
          }
          event.setDropCompleted(image != null || !files.isEmpty());
          event.consume();
        });
  }

  private static List<Path> dropped(Clipboard from) {
    return from.getFiles().stream().map(File::toPath).filter(Pictures::isPicture).toList();
  }

  /// True for a picture without words. A browser puts the address of a picture beside it.
  private static boolean isImageAlone(Clipboard from) {
    return from.hasImage()
        && (!from.hasHtml() || Jsoup.parse(from.getHtml()).text().isBlank())
        && (!from.hasString() || from.hasHtml() || from.hasUrl());
  }

  /// Pastes what the clipboard has, cleaned; or its words alone.
  void paste(boolean formatted) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (formatted && pictures != null && view == View.RICH) {
      if (clipboard.hasFiles() && !dropped(clipboard).isEmpty()) {
        pictures.bring(dropped(clipboard));
        return;
      }
      Image image = isImageAlone(clipboard) ? clipboard.getImage() : null;
      if (image != null) {
        pictures.bring(image);
        return;
      }
      Optional<String> html = Pasting.withPictures(clipboard);
      if (html.isPresent()) {
        pictures.paste(html.get(), this::pasted);
        return;
      }
    }
    if (view == View.RICH) {
      (formatted ? Pasting.read(clipboard) : Pasting.words(clipboard)).ifPresent(this::pasted);
    } else {
      source.paste();
    }
  }

  void pasted(Reading read) {
    rich.insert(read.text());
    Map<Loss, Integer> lost = read.lost();
    notes.pasted(Pasting.said(texts, lost));
  }

  /// The text is not seen any more.
  void rest() {
    spelling.rest();
  }

  /// The text is seen again.
  void seen() {
    spelling.changed();
  }

  /// Goes to the next word that no dictionary knows.
  void nextUnknown() {
    spelling.next();
  }

  /// Puts what is selected between the marks of a section.
  void section(FieldTag opening) {
    if (view == View.RICH) {
      rich.section(opening);
    } else {
      String end = new FieldTag(FieldTag.Kind.END, opening.column(), null).source();
      source.insert(opening.source() + "\n" + source.selectedSource() + "\n" + end);
    }
  }

  /// What takes the focus first.
  Node focus() {
    return view == View.RICH ? rich : source;
  }
}
