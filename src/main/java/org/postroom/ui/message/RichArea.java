package org.postroom.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.control.IndexRange;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.TextExt;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.jspecify.annotations.Nullable;
import org.postroom.recipients.FieldName;
import org.postroom.richtext.Block;
import org.postroom.richtext.FieldTag;
import org.postroom.richtext.HtmlWriter;
import org.postroom.richtext.RichText;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.postroom.template.HtmlToText;
import org.reactfx.util.Either;

/// The editor of a formatted text: what is seen is what is written. A field, a picture or a table
/// is one character to the caret. A list, a heading and a quotation are kinds of lines; Shift+Enter
/// goes on in the same paragraph.
final class RichArea extends GenericStyledArea<Line, Either<String, Embed>, TextStyle>
    implements FieldTarget {
  private final EmbedLook look;
  private List<LineMarks> marks = List.of();
  private boolean filling;
  private Consumer<Supplier<RichText>> onText = _ -> {};
  private BiConsumer<Embed, Integer> onEdit = (_, _) -> {};
  private Runnable onBraces = () -> {};
  private Runnable onMoved = () -> {};
  private Runnable onPaste = () -> {};

  RichArea(EmbedLook look) {
    super(
        Line.PLAIN,
        LineLook::apply,
        TextStyle.PLAIN,
        RichLines.OPS,
        segment ->
            segment
                .getSegment()
                .unify(
                    text ->
                        StyledTextArea.createStyledTextNode(
                            text, segment.getStyle(), RichArea::style),
                    embed -> look.of(embed)));
    this.look = look;
    getStyleClass().addAll("pr-editor", "pr-rich");
    setWrapText(true);
    setParagraphGraphicFactory(
        index -> index < marks.size() ? LineLook.graphic(marks.get(index)) : null);
    addEventFilter(KeyEvent.KEY_PRESSED, event -> RichKeys.pressed(this, event));
    addEventHandler(KeyEvent.KEY_TYPED, _ -> typed());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    multiRichChanges().subscribe(_ -> changed());
    caretPositionProperty().addListener((_, _, _) -> moved());
    selectionProperty().addListener((_, _, _) -> onMoved.run());
  }

  private static void style(TextExt node, TextStyle style) {
    List<String> classes = node.getStyleClass();
    classes.removeIf(name -> name.startsWith("as-"));
    if (style.bold()) {
      classes.add("as-bold");
    }
    if (style.italic()) {
      classes.add("as-italic");
    }
    if (style.underline() || style.link() != null) {
      classes.add("as-underline");
    }
    if (style.hue() != null) {
      classes.add("as-" + style.hue().key());
    } else if (style.link() != null) {
      classes.add("as-link");
    }
  }

  /// Told after every change by the person how the text that now stands here can be had: on any
  /// thread, because that takes time.
  void onText(Consumer<Supplier<RichText>> handler) {
    onText = handler;
  }

  /// Told what the person wants to change, and where it stands.
  void onEdit(BiConsumer<Embed, Integer> handler) {
    onEdit = handler;
  }

  /// Told when `{{` was typed; the braces are gone again.
  void onBraces(Runnable handler) {
    onBraces = handler;
  }

  /// Told when the caret or the selection moved, or what is under it changed.
  void onMoved(Runnable handler) {
    onMoved = handler;
  }

  /// Asked instead of pasting by itself.
  void onPaste(Runnable handler) {
    onPaste = handler;
  }

  // --- the text

  RichText text() {
    return RichLines.text(getParagraphs());
  }

  /// Shows a text; nobody is told, and there is nothing to undo.
  void text(RichText text) {
    filling = true;
    replace(0, getLength(), RichLines.of(text));
    getUndoManager().forgetHistory();
    moveTo(0);
    setTextInsertionStyle(null);
    filling = false;
    remark();
  }

  /// Makes every node again, where what they show has changed. What can be undone stays.
  void refresh() {
    for (int i = 0; i < getParagraphs().size(); i++) {
      getParagraph(i).getSegments().stream()
          .filter(Either::isRight)
          .map(Either::getRight)
          .forEach(look::renew);
    }
  }

  /// Puts a text in place of what is selected: words go on in the paragraph, more than one
  /// paragraph begins new ones.
  void insert(RichText text) {
    if (text.blocks().isEmpty()) {
      return;
    }
    IndexRange selected = getSelection();
    boolean words =
        text.blocks().size() == 1
            && text.blocks().getFirst() instanceof Block.Paragraph(Shape shape, int _, var _)
            && shape == Shape.PARAGRAPH;
    ReadOnlyStyledDocument<Line, Either<String, Embed>, TextStyle> lines = RichLines.of(text);
    boolean midLine = getCaretColumn() > 0 || getParagraphLength(getCurrentParagraph()) > 0;
    if (!words && midLine && selected.getLength() == 0 && getCaretColumn() > 0) {
      insertText(getCaretPosition(), "\n");
      selected = getSelection();
    }
    IndexRange there = selected;
    oneStep(() -> replace(there.getStart(), there.getEnd(), lines));
    requestFollowCaret();
    requestFocus();
  }

  @Override
  public void insert(FieldTag tag) {
    insertEmbed(new Embed.Tag(tag));
  }

  void insertEmbed(Embed embed) {
    IndexRange selected = getSelection();
    oneStep(() -> replace(selected.getStart(), selected.getEnd(), single(embed, styleHere())));
    requestFocus();
  }

  /// Puts another thing in place of the one at `position`.
  void change(int position, Embed embed) {
    oneStep(() -> replace(position, position + 1, single(embed, getStyleAtPosition(position + 1))));
    requestFocus();
  }

  private static ReadOnlyStyledDocument<Line, Either<String, Embed>, TextStyle> single(
      Embed embed, TextStyle style) {
    return ReadOnlyStyledDocument.fromSegment(
        Either.<String, Embed>right(embed), Line.PLAIN, style, RichLines.OPS);
  }

  @Override
  public boolean isEditableHere() {
    return isEditable();
  }

  // --- what the toolbar asks and does

  Line line() {
    return getParagraph(getCurrentParagraph()).getParagraphStyle();
  }

  /// The style of what is selected where it is all the same, or of what would be typed.
  boolean all(Predicate<TextStyle> has) {
    IndexRange selected = getSelection();
    if (selected.getLength() == 0) {
      return has.test(styleHere());
    }
    return getStyleSpans(selected.getStart(), selected.getEnd()).stream()
        .allMatch(span -> span.getLength() == 0 || has.test(span.getStyle()));
  }

  void restyle(UnaryOperator<TextStyle> change) {
    IndexRange selected = getSelection();
    if (selected.getLength() == 0) {
      setTextInsertionStyle(change.apply(styleHere()));
      onMoved.run();
    } else {
      oneStep(
          () ->
              setStyleSpans(
                  selected.getStart(),
                  getStyleSpans(selected.getStart(), selected.getEnd()).mapStyles(change)));
    }
    requestFocus();
  }

  /// What `act` changes is undone by itself, whatever was typed just before or after it.
  void oneStep(Runnable act) {
    getUndoManager().preventMerge();
    act.run();
    getUndoManager().preventMerge();
  }

  private TextStyle styleHere() {
    return getTextStyleForInsertionAt(getCaretPosition());
  }

  /// Makes every line that is touched by the selection of another kind.
  void reshape(UnaryOperator<Line> change) {
    int first = offsetToPosition(getSelection().getStart(), Bias.Backward).getMajor();
    int last = offsetToPosition(getSelection().getEnd(), Bias.Backward).getMajor();
    for (int i = first; i <= last; i++) {
      Line before = getParagraph(i).getParagraphStyle();
      Line after = change.apply(before);
      if (!after.equals(before)) {
        int index = i;
        oneStep(() -> setParagraphStyle(index, after));
      }
    }
    requestFocus();
  }

  /// Puts the lines that are selected between the marks of a section.
  void section(FieldTag opening) {
    int first = offsetToPosition(getSelection().getStart(), Bias.Backward).getMajor();
    int last = offsetToPosition(getSelection().getEnd(), Bias.Backward).getMajor();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Mark(opening));
    blocks.addAll(RichLines.text(getParagraphs().subList(first, last + 1)).blocks());
    blocks.add(new Block.Mark(new FieldTag(FieldTag.Kind.END, opening.column(), null)));
    int start = getAbsolutePosition(first, 0);
    int end = getAbsolutePosition(last, getParagraphLength(last));
    boolean empty = blocks.size() == 2;
    oneStep(() -> replace(start, end, empty ? around(blocks) : RichLines.of(new RichText(blocks))));
    moveTo(first + 1, 0);
    requestFocus();
  }

  /// Two marks with an empty line between them to write on.
  private static ReadOnlyStyledDocument<Line, Either<String, Embed>, TextStyle> around(
      List<Block> marks) {
    return RichLines.of(new RichText(List.of(marks.getFirst())))
        .concat(
            ReadOnlyStyledDocument.fromString("\n\n", Line.PLAIN, TextStyle.PLAIN, RichLines.OPS))
        .concat(RichLines.of(new RichText(List.of(marks.getLast()))));
  }

  // --- what is under the caret

  /// What begins at `position` and is one character.
  Optional<Embed> embedAt(int position) {
    if (position < 0 || position >= getLength()) {
      return Optional.empty();
    }
    return subDocument(position, position + 1).getParagraphs().getFirst().getSegments().stream()
        .filter(Either::isRight)
        .map(Either::getRight)
        .filter(embed -> !embed.equals(RichLines.NONE))
        .findFirst();
  }

  void edit(Embed embed, int at) {
    onEdit.accept(embed, at);
  }

  /// Opens what can be said about the first field like this one.
  void editFirst(FieldTag tag) {
    for (int i = 0; i < getLength(); i++) {
      if (embedAt(i).orElse(RichLines.NONE) instanceof Embed.Tag(FieldTag found)
          && found.equals(tag)) {
        selectRange(i, i + 1);
        requestFollowCaret();
        onEdit.accept(new Embed.Tag(found), i);
        return;
      }
    }
  }

  /// Gives every field and mark of a column another column, in one step.
  void renameColumn(FieldName from, String to) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < getLength(); i++) {
      if (embedAt(i).orElse(RichLines.NONE) instanceof Embed.Tag(FieldTag found)
          && found.name().equals(from)) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return;
    }
    var changes = createMultiChange(places.size());
    for (int place : places) {
      if (embedAt(place).orElse(RichLines.NONE) instanceof Embed.Tag(FieldTag found)) {
        Embed renamed = new Embed.Tag(new FieldTag(found.kind(), to, found.fallback()));
        changes.replace(place, place + 1, single(renamed, getStyleAtPosition(place + 1)));
      }
    }
    oneStep(changes::commit);
    requestFocus();
  }

  private void changed() {
    if (!filling) {
      remark();
      var now = getContent().snapshot();
      onText.accept(() -> RichLines.text(now.getParagraphs()));
      onMoved.run();
    }
  }

  private void moved() {
    if (getTextInsertionStyle() != null && !getUndoManager().isPerformingAction()) {
      // A style that was chosen for the next words holds only where it was chosen.
      setTextInsertionStyle(null);
    }
    onMoved.run();
  }

  /// Draws what stands at the left of the lines again, where it has changed.
  private void remark() {
    List<LineMarks> before = marks;
    marks = LineMarks.of(getParagraphs());
    for (int i = 0; i < marks.size(); i++) {
      // To draw a line again is dear; most have nothing at their left and had nothing.
      boolean drawn = i < before.size() && !before.get(i).isNothing();
      boolean same = i < before.size() && Objects.equals(before.get(i), marks.get(i));
      if (!same && (drawn || !marks.get(i).isNothing())) {
        recreateParagraphGraphic(i);
      }
    }
  }

  private void typed() {
    int caret = getCaretPosition();
    if (caret >= 2 && getText(caret - 2, caret).equals("{{")) {
      deleteText(caret - 2, caret);
      onBraces.run();
    } else {
      RichKeys.began(this);
    }
  }

  private void clicked(MouseEvent event) {
    int at = hit(event.getX(), event.getY()).getCharacterIndex().orElse(-1);
    if (event.getClickCount() == 2) {
      embedAt(at).ifPresent(embed -> onEdit.accept(embed, at));
    }
  }

  // --- the clipboard

  /// What is selected.
  RichText selected() {
    IndexRange selected = getSelection();
    return RichLines.text(subDocument(selected.getStart(), selected.getEnd()).getParagraphs());
  }

  @Override
  public void copy() {
    RichText text = selected();
    if (!text.blocks().isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      String html = HtmlWriter.write(text);
      content.put(Pasting.OURS, html);
      content.putHtml(html);
      content.putString(HtmlToText.convert(html).strip());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  @Override
  public void cut() {
    copy();
    replaceSelection("");
  }

  @Override
  public void paste() {
    onPaste.run();
  }

  /// The nearest text around the caret that is one link, as a range; null where there is none.
  @Nullable IndexRange linkHere() {
    String link = styleHere().link();
    if (link == null) {
      return null;
    }
    int start = getCaretPosition();
    int end = start;
    while (start > 0 && link.equals(getStyleAtPosition(start).link())) {
      start--;
    }
    while (end < getLength() && link.equals(getStyleAtPosition(end + 1).link())) {
      end++;
    }
    return new IndexRange(start, end);
  }
}
