package org.postroom.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Passwords;
import org.postroom.engine.Through;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;
import org.postroom.ui.common.UiContext;

/// Asks the person at the window for a password or a passphrase, when the engine needs one. The
/// engine waits on its own thread; the window does not.
public final class WindowPasswords implements Passwords {
  private volatile @Nullable UiContext window;

  /// The window that asks. Without one nobody is asked.
  void window(UiContext context) {
    window = context;
  }

  @Override
  public Optional<char[]> given(Through.Server server) {
    return Optional.empty();
  }

  @Override
  public Optional<char[]> ask(Through.Server server) {
    return answer("secret.password", "secret.password.text", server);
  }

  @Override
  public Optional<char[]> passphrase(Through.Server server, boolean again) {
    String text = again ? "secret.passphrase.again" : "secret.passphrase.text";
    return answer("secret.passphrase", text, server);
  }

  private Optional<char[]> answer(String key, String text, Through.Server server) {
    UiContext context = window;
    if (context == null) {
      return Optional.empty();
    }
    CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
    context.tasks().onScreen(() -> show(context, key, text, server, answer));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      // The window is being closed: nobody answers any more.
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer is given, never failed", e);
    }
  }

  private static void show(
      UiContext context,
      String key,
      String text,
      Through.Server server,
      CompletableFuture<Optional<char[]>> answer) {
    Texts texts = context.texts();
    PasswordField field = new PasswordField();
    field.setId("secret");
    field.setAccessibleText(texts.get(key + ".field"));
    AtomicBoolean given = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (given.compareAndSet(false, true)) {
            answer.complete(Optional.empty());
          }
        };
    Runnable take =
        () -> {
          if (!field.getText().isEmpty() && given.compareAndSet(false, true)) {
            context.dialogs().close();
            answer.complete(Optional.of(field.getText().toCharArray()));
          }
        };
    field.setOnAction(_ -> take.run());
    Button not = Ui.button(texts.get("secret.leave"));
    not.setOnAction(
        _ -> {
          context.dialogs().close();
          leave.run();
        });
    Button use = Ui.button(texts.get(key + ".take"), "accent");
    use.setId("secret-take");
    use.setOnAction(_ -> take.run());
    HBox buttons = Ui.row(8, not, use);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    Label caption = Ui.label(texts.get(key + ".field"), "pr-caption");
    caption.setLabelFor(field);
    VBox content =
        Ui.column(
            16,
            Ui.column(
                4,
                Ui.label(texts.get(key + ".title"), "pr-dialog-title"),
                Ui.paragraph(
                    texts.get(text, String.valueOf(server.user()), server.host()),
                    "pr-muted",
                    "pr-small")),
            Ui.column(4, caption, field),
            buttons);
    // Another question in its place, such as whether to close: the engine must not wait for ever.
    content
        .sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                leave.run();
              }
            });
    context.dialogs().show(texts.get(key + ".title"), content, 440, leave, field);
  }
}
