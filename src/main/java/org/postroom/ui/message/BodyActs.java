package org.postroom.ui.message;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.IndexRange;
import org.jspecify.annotations.Nullable;
import org.postroom.richtext.Block;
import org.postroom.richtext.Hue;
import org.postroom.richtext.Inline;
import org.postroom.richtext.RichText;
import org.postroom.richtext.Shape;
import org.postroom.richtext.TextStyle;
import org.postroom.ui.common.UiContext;

/// What the toolbar does to the text.
final class BodyActs implements Toolbar.Acts {
  private final UiContext context;
  private final MessageDialogs dialogs;
  private final Runnable field;
  private @Nullable BodyEditor body;
  private @Nullable Pictures pictures;

  /// @param field opens the menu of the fields
  BodyActs(UiContext context, MessageDialogs dialogs, Runnable field) {
    this.context = context;
    this.dialogs = dialogs;
    this.field = field;
  }

  /// Says what it acts on: the editor needs its toolbar first.
  void of(BodyEditor editor, Pictures brought) {
    body = editor;
    pictures = brought;
  }

  private BodyEditor body() {
    return Objects.requireNonNull(body);
  }

  private Pictures pictures() {
    return Objects.requireNonNull(pictures);
  }

  @Override
  public void shape(Shape shape) {
    if (shape.isItem()) {
      RichKeys.toggle(body().rich(), shape);
    } else {
      RichKeys.shape(body().rich(), shape);
    }
  }

  @Override
  public void bold() {
    RichKeys.bold(body().rich());
  }

  @Override
  public void italic() {
    RichKeys.italic(body().rich());
  }

  @Override
  public void underline() {
    RichKeys.underline(body().rich());
  }

  @Override
  public void hue(@Nullable Hue hue) {
    body().rich().restyle(style -> style.withHue(hue));
  }

  @Override
  public void picture() {
    context.files().image().ifPresent(picture -> pictures().bring(List.of(picture)));
  }

  @Override
  public void table() {
    new TableDialog(
            context, TableDialog.NEW, made -> body().rich().insertEmbed(new Embed.Table(made)))
        .show();
  }

  @Override
  public void divider() {
    body().rich().insert(new RichText(List.of(new Block.Divider())));
  }

  @Override
  public void undo() {
    if (body().isRich()) {
      body().rich().undo();
    } else {
      body().source().undo();
    }
    body().target().requestFocus();
  }

  @Override
  public void redo() {
    if (body().isRich()) {
      body().rich().redo();
    } else {
      body().source().redo();
    }
    body().target().requestFocus();
  }

  @Override
  public void field() {
    field.run();
  }

  @Override
  public void link() {
    RichArea area = body().rich();
    if (!body().isRich()) {
      return;
    }
    IndexRange there = area.linkHere();
    if (area.getSelection().getLength() == 0 && there != null) {
      area.selectRange(there.getStart(), there.getEnd());
    }
    boolean words = area.getSelection().getLength() > 0;
    dialogs.link(
        there == null ? null : area.getStyleAtPosition(there.getEnd()).link(),
        target -> {
          if (words) {
            area.restyle(style -> style.withLink(target).withUnderline(false));
          } else if (target != null) {
            area.insert(
                new RichText(
                    List.of(
                        Block.Paragraph.of(
                            Shape.PARAGRAPH,
                            new Inline.Text(target, TextStyle.PLAIN.withLink(target))))));
          }
        });
  }
}
