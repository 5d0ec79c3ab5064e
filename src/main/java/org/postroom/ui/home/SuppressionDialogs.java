package org.postroom.ui.home;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.engine.SuppressionList.Suppressed;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.UiContext;

/// What is asked before somebody is written to no more, or again.
final class SuppressionDialogs {
  private final UiContext context;
  private final Texts texts;

  SuppressionDialogs(UiContext context) {
    this.context = context;
    this.texts = context.texts();
  }

  /// @param then the address and the reason
  void add(BiConsumer<String, String> then) {
    new AskDialog(context, texts.get("suppression.add.title"), texts.get("suppression.add.text"))
        .field(
            "suppressed-address",
            texts.get("suppression.address"),
            text ->
                AddressReader.read(text) instanceof AddressReading.One
                    ? ""
                    : texts.get("people.correct.wrong"))
        .field("suppressed-reason", texts.get("suppression.reason"), this::reason)
        .show(
            texts.get("suppression.add.take"),
            said -> then.accept(said.getFirst(), said.getLast()));
  }

  private String reason(String words) {
    return words.isEmpty() ? texts.get("suppression.needs-reason") : "";
  }

  void remove(Suppressed one, Consumer<String> then) {
    new AskDialog(
            context,
            texts.get("suppression.remove.title", one.address()),
            texts.get("suppression.remove.text", one.reason()))
        .field("suppressed-reason", texts.get("suppression.remove.reason"), this::reason)
        .show(texts.get("suppression.remove.take"), said -> then.accept(said.getFirst()));
  }

  void read(Path file, Consumer<String> then) {
    new AskDialog(
            context,
            texts.get("suppression.import.title", String.valueOf(file.getFileName())),
            texts.get("suppression.import.text"))
        .field("suppressed-reason", texts.get("suppression.import.reason"), _ -> "")
        .show(texts.get("suppression.import.take"), said -> then.accept(said.getFirst()));
  }
}
