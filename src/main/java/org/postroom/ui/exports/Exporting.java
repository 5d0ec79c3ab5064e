package org.postroom.ui.exports;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListExporter.Exported;
import org.postroom.engine.Problem;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// The way from "Export…" to a file that is written: the list is looked at, what has to be known is
/// asked, the file is named. Where something is refused it is asked again, with what was answered.
public final class Exporting {
  private final UiContext context;
  private final Texts texts;
  private final ExportsModel model;
  private final Consumer<String> told;

  /// @param told what was written, in words
  public Exporting(UiContext context, ExportsModel model, Consumer<String> told) {
    this.context = context;
    this.texts = context.texts();
    this.model = model;
    this.told = told;
  }

  /// @param name of the list, while it is read
  public void begin(String name, ExportSource source) {
    model.look(name, source, look -> ask(look, ExportWish.first(look.own()), null));
  }

  private void ask(ExportLook look, ExportWish before, @Nullable Problem refused) {
    new ExportDialog(context, look, before, refused).show(wish -> write(look, wish));
  }

  private void write(ExportLook look, ExportWish wish) {
    Optional<Path> file = context.files().saveAs(suggested(look.name(), wish));
    if (file.isEmpty()) {
      ask(look, wish, null);
      return;
    }
    model.export(look, wish.order(file.get()), this::done, wrong -> ask(look, wish, wrong));
  }

  private String suggested(String name, ExportWish wish) {
    int dot = name.lastIndexOf('.');
    return texts.get("exports.file", dot > 0 ? name.substring(0, dot) : name)
        + wish.format().ending();
  }

  private void done(Exported done) {
    String canary = done.export().canary();
    String file = String.valueOf(done.export().file().getFileName());
    String words = texts.get("exports.done", done.export().people(), file, done.leftOut());
    told.accept(canary == null ? words : words + " " + texts.get("exports.done.canary", canary));
  }
}
