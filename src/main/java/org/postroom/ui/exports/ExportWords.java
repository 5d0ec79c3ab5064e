package org.postroom.ui.exports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postroom.engine.ListExporter.Export;
import org.postroom.ui.common.ListWords;
import org.postroom.ui.common.ListWords.Line;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Times;
import org.postroom.ui.common.UiContext;

/// An export in words.
public final class ExportWords {
  private final Texts texts;
  private final Times times;

  public ExportWords(UiContext context) {
    this.texts = context.texts();
    this.times = context.times();
  }

  /// The name of the file that was written.
  public static String file(Export export) {
    return String.valueOf(export.file().getFileName());
  }

  public String day(Export export) {
    return times.date(export.at());
  }

  /// "21 November 2026 by Helen Marsh".
  public String at(Export export) {
    String day = day(export);
    return export.by().isEmpty() ? day : texts.get("exports.by", day, export.by());
  }

  /// The address that is in it alone.
  public String canary(Export export) {
    String canary = export.canary();
    return canary == null ? texts.get("exports.without") : canary;
  }

  public String handedTo(Export export) {
    return export.handedTo().isEmpty() ? texts.get("lists.no-basis") : export.handedTo();
  }

  /// Everything that is known.
  public List<Line> lines(Export export) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("file", file(export)));
    Path folder = export.file().getParent();
    if (folder != null) {
      lines.add(line("folder", folder.toString()));
    }
    lines.add(line("list", export.listFile()));
    lines.add(line("people", Integer.toString(export.people())));
    lines.add(line("to", handedTo(export)));
    lines.add(line("at", at(export)));
    lines.add(line("canary", canary(export)));
    lines.add(line("digest", ListWords.digest(export.sha256())));
    lines.add(line("list-digest", ListWords.digest(export.listSha256())));
    return lines;
  }

  private Line line(String key, String text) {
    return new Line(texts.get("exports.line." + key), text);
  }
}
