package org.postroom.ui.message;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.StyledTextArea;
import org.fxmisc.richtext.model.NodeSegmentOpsBase;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.ReadOnlyStyledDocument;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.model.TextOps;
import org.postroom.richtext.FieldTag;
import org.reactfx.util.Either;

/// A text editor in which a field is a chip: arrows step over it, Backspace selects it first and
/// then deletes it, Enter or a double click opens "if empty, write". What is stored is the source;
/// copying gives the source, pasting reads it.
final class ChipArea extends GenericStyledArea<String, Either<String, FieldTag>, String>
    implements FieldTarget {
  private static final FieldTag NONE = new FieldTag(FieldTag.Kind.FIELD, "", null);
  private static final TextOps<Either<String, FieldTag>, String> OPS =
      SegmentOps.<String>styledTextOps()._or(new ChipOps(), (_, _) -> Optional.empty());

  private final boolean oneLine;
  private boolean filling;
  private Consumer<String> onSource = _ -> {};
  private BiConsumer<FieldTag, Integer> onEdit = (_, _) -> {};
  private Runnable onBraces = () -> {};

  private static final class ChipOps extends NodeSegmentOpsBase<FieldTag, String> {
    private ChipOps() {
      super(NONE);
    }

    @Override
    public int length(FieldTag chip) {
      return chip.equals(NONE) ? 0 : 1;
    }
  }

  /// @param oneLine true for a subject
  /// @param look the node that shows a chip
  ChipArea(boolean oneLine, Function<FieldTag, Node> look) {
    super(
        "",
        (_, _) -> {},
        "",
        OPS,
        segment ->
            segment
                .getSegment()
                .unify(
                    text ->
                        StyledTextArea.createStyledTextNode(text, segment.getStyle(), (_, _) -> {}),
                    look));
    this.oneLine = oneLine;
    getStyleClass().add("pr-editor");
    setWrapText(!oneLine);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, _ -> typed());
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    multiPlainChanges().subscribe(_ -> changed());
  }

  /// Told the source after every change by the person.
  void onSource(Consumer<String> handler) {
    onSource = handler;
  }

  /// Told the chip, and where it stands, that the person wants to change.
  void onEdit(BiConsumer<FieldTag, Integer> handler) {
    onEdit = handler;
  }

  /// Told when `{{` was typed; the braces are gone again.
  void onBraces(Runnable handler) {
    onBraces = handler;
  }

  /// The text as the file has it.
  String source() {
    return source(getDocument());
  }

  /// Shows a text; nobody is told, and there is nothing to undo.
  void source(String source) {
    filling = true;
    replace(0, getLength(), parsed(source));
    getUndoManager().forgetHistory();
    moveTo(0);
    filling = false;
  }

  /// Makes every chip's node again, where what they show has changed.
  void refresh() {
    int caret = getCaretPosition();
    source(source());
    moveTo(Math.min(caret, getLength()));
  }

  /// Puts a source in place of what is selected.
  void insert(String source) {
    var selected = getSelection();
    replace(selected.getStart(), selected.getEnd(), parsed(source));
    requestFocus();
  }

  @Override
  public void insert(FieldTag tag) {
    insert(tag.source());
  }

  @Override
  public boolean isEditableHere() {
    return isEditable();
  }

  /// Puts another chip in place of the one at `position`.
  void change(int position, FieldTag chip) {
    replace(position, position + 1, parsed(chip.source()));
    requestFocus();
  }

  /// What is selected, as source.
  String selectedSource() {
    var selected = getSelection();
    return source(subDocument(selected.getStart(), selected.getEnd()));
  }

  private static ReadOnlyStyledDocument<String, Either<String, FieldTag>, String> parsed(
      String source) {
    ReadOnlyStyledDocument<String, Either<String, FieldTag>, String> document =
        ReadOnlyStyledDocument.fromString("", "", "", OPS);
    for (FieldTag.Piece piece : FieldTag.read(source)) {
      document =
          document.concat(
              switch (piece) {
                case FieldTag.Piece.Words(String text) ->
                    ReadOnlyStyledDocument.fromString(text, "", "", OPS);
                case FieldTag.Piece.Tag(FieldTag chip) ->
                    ReadOnlyStyledDocument.fromSegment(
                        Either.<String, FieldTag>right(chip), "", "", OPS);
              });
    }
    return document;
  }

  private static String source(StyledDocument<String, Either<String, FieldTag>, String> document) {
    StringBuilder source = new StringBuilder();
    boolean first = true;
    for (Paragraph<String, Either<String, FieldTag>, String> paragraph : document.getParagraphs()) {
      if (!first) {
        source.append('\n');
      }
      first = false;
      for (Either<String, FieldTag> segment : paragraph.getSegments()) {
        source.append(segment.unify(text -> text, ChipArea::written));
      }
    }
    return source.toString();
  }

  private static String written(FieldTag chip) {
    return chip.equals(NONE) ? "" : chip.source();
  }

  private void changed() {
    if (!filling) {
      onSource.accept(source());
    }
  }

  /// The chip that begins at `position`, if one does.
  private Optional<FieldTag> chipAt(int position) {
    if (position < 0 || position >= getLength()) {
      return Optional.empty();
    }
    List<Either<String, FieldTag>> segments =
        subDocument(position, position + 1).getParagraphs().getFirst().getSegments();
    return segments.stream()
        .filter(Either::isRight)
        .map(Either::getRight)
        .filter(chip -> !chip.equals(NONE))
        .findFirst();
  }

  private void pressed(KeyEvent event) {
    boolean nothing = getSelection().getLength() == 0;
    int caret = getCaretPosition();
    if (event.getCode() == KeyCode.BACK_SPACE && nothing && chipAt(caret - 1).isPresent()) {
      selectRange(caret - 1, caret);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE && nothing && chipAt(caret).isPresent()) {
      selectRange(caret, caret + 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      int start = getSelection().getStart();
      Optional<FieldTag> chosen =
          getSelection().getLength() == 1 ? chipAt(start) : Optional.empty();
      if (chosen.isPresent()) {
        onEdit.accept(chosen.get(), start);
        event.consume();
      } else if (oneLine) {
        event.consume();
      }
    } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      // Tab goes on, as in every other field.
      event.consume();
      if (event.isShiftDown()) {
        requestFocusTraversal(javafx.scene.TraversalDirection.PREVIOUS);
      } else {
        requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
      }
    }
  }

  private void typed() {
    int caret = getCaretPosition();
    if (caret >= 2 && getText(caret - 2, caret).equals("{{")) {
      deleteText(caret - 2, caret);
      onBraces.run();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      int at = hit(event.getX(), event.getY()).getCharacterIndex().orElse(-1);
      chipAt(at).ifPresent(chip -> onEdit.accept(chip, at));
    }
  }

  @Override
  public void copy() {
    String text = selectedSource();
    if (!text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
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
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      String plain = text.replace("\r\n", "\n").replace('\r', '\n');
      insert(oneLine ? plain.strip().replaceAll("\\s*\\n\\s*", " ") : plain);
    }
  }
}
