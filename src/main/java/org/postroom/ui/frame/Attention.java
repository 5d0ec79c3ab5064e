package org.postroom.ui.frame;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.postroom.ui.common.News;

/// Tells news to whoever works in another program, and only to them: the window's title, which the
/// task bar shows and a screen reader says when the window is come back to, and a notice above
/// everything that takes no focus. Both are gone once the window is in front again: what there is
/// to know stands in it. It has no nodes.
public final class Attention {
  private final ObservableValue<Boolean> inFront;
  private final Property<String> title;
  private final Notices notices;
  private @Nullable String usual;

  /// Shows one notice at a time.
  public interface Notices {
    void show(News news);

    void hide();
  }

  /// @param inFront true while the window has the focus of the desktop
  /// @param title of the window
  public Attention(ObservableValue<Boolean> inFront, Property<String> title, Notices notices) {
    this.inFront = inFront;
    this.title = title;
    this.notices = notices;
    inFront.subscribe(
        front -> {
          if (front) {
            seen();
          }
        });
  }

  /// News for nobody are none, and whoever looks at the window reads them there.
  public void tell(Optional<News> news) {
    news.filter(_ -> !inFront.getValue()).ifPresent(this::show);
  }

  private void show(News news) {
    String before = usual == null ? title.getValue() : usual;
    usual = before;
    title.setValue(news.title() + " \u2013 " + before);
    notices.show(news);
  }

  private void seen() {
    if (usual != null) {
      title.setValue(usual);
      usual = null;
      notices.hide();
    }
  }
}
