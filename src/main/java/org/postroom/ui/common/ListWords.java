package org.postroom.ui.common;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.engine.SeenLists;
import org.postroom.engine.SeenLists.SeenList;

/// Where a list came from, in words (incident I6).
public final class ListWords {
  private static final int DIGEST_SHOWN = 12;

  private final Texts texts;
  private final Times times;
  private final InstantSource clock;

  public ListWords(UiContext context) {
    this.texts = context.texts();
    this.times = context.times();
    this.clock = context.clock();
  }

  /// A name and what is to be said of it.
  public record Line(String name, String text) {}

  /// Everything that is known.
  public List<Line> lines(SeenList list) {
    List<Line> lines = new ArrayList<>();
    lines.add(line("file", list.fileName()));
    String sheet = list.sheet();
    if (sheet != null) {
      lines.add(line("sheet", sheet));
    }
    Path path = list.path();
    if (path != null && path.getParent() != null) {
      lines.add(line("folder", path.getParent().toString()));
    }
    lines.add(line("imported", imported(list)));
    lines.add(line("age", age(list)));
    lines.add(line("basis", basis(list)));
    lines.add(line("use", use(list)));
    lines.add(line("digest", digest(list.sha256())));
    return lines;
  }

  private Line line(String key, String text) {
    return new Line(texts.get("lists.line." + key), text);
  }

  /// "21 November 2026 by Helen Marsh".
  public String imported(SeenList list) {
    String day = times.date(list.firstImported());
    return list.importedBy().isEmpty() ? day : texts.get("lists.by", day, list.importedBy());
  }

  /// When the file was last changed and how long ago that is.
  public String age(SeenList list) {
    Instant modified = list.modified();
    if (modified == null) {
      return texts.get("lists.age-unknown");
    }
    long days = Math.max(0, Duration.between(modified, clock.instant()).toDays());
    return texts.get("lists.age", times.date(modified), days);
  }

  /// Why these people may be written to.
  public String basis(SeenList list) {
    String basis = list.basis().strip();
    return basis.isEmpty() || basis.equalsIgnoreCase(Recipients.BASIS_UNKNOWN)
        ? texts.get("lists.no-basis")
        : basis;
  }

  /// What it was last used for.
  public String use(SeenList list) {
    return list.lastUse().map(this::use).orElseGet(() -> texts.get("lists.never-used"));
  }

  private String use(SeenLists.Use use) {
    return texts.get("lists.used", use.name(), times.date(use.at()), use.sender());
  }

  /// The first digits of a digest: enough to compare by eye.
  public static String digest(String sha256) {
    return sha256.length() > DIGEST_SHOWN ? sha256.substring(0, DIGEST_SHOWN) + "…" : sha256;
  }
}
