package org.postroom.ui.accounts;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.postroom.engine.Through;
import org.postroom.ui.common.Texts;
import org.postroom.ui.common.Ui;

/// The server, where it was not found by itself or is to be another one. Unencrypted is offered for
/// this computer itself only.
final class ServerFields extends VBox {
  private final AccountFields fields;
  private final TextField host = new TextField();
  private final TextField port = new TextField();
  private final TextField login = new TextField();
  private final ComboBox<Through.Security> security = new ComboBox<>();
  private final Label ask;
  private boolean filling;

  ServerFields(Texts texts, AccountFields fields) {
    super(10);
    this.fields = fields;
    this.ask = Ui.paragraph(texts.get("accounts.server.ask"), "pr-small", "pr-muted");
    setId("server-fields");
    bind(host, fields.host(), texts.get("accounts.host"), "account-host");
    bind(port, fields.port(), texts.get("accounts.port"), "account-port");
    bind(login, fields.login(), texts.get("accounts.login"), "account-login");
    port.setPrefColumnCount(5);
    login.setPromptText(texts.get("accounts.login.prompt"));
    security.setId("account-security");
    security.setAccessibleText(texts.get("accounts.security"));
    security.setMaxWidth(Double.MAX_VALUE);
    security.setConverter(new SecurityWords(texts));
    security
        .valueProperty()
        .addListener(
            (_, _, kind) -> {
              if (kind != null && !filling) {
                fields.secure(kind);
              }
            });
    fields.host().subscribe(_ -> offer());
    fields.security().subscribe(_ -> offer());
    VBox where = named(texts.get("accounts.host"), host);
    HBox.setHgrow(where, javafx.scene.layout.Priority.ALWAYS);
    getChildren()
        .addAll(
            ask,
            new HBox(12, where, named(texts.get("accounts.port"), port)),
            named(texts.get("accounts.security"), security),
            named(texts.get("accounts.login"), login));
  }

  /// Whether to say that the provider is not known.
  void unknown(boolean unknown) {
    Ui.show(ask, unknown);
  }

  Node first() {
    return host;
  }

  /// Which kinds can be chosen for this host.
  private void offer() {
    filling = true;
    List<Through.Security> kinds =
        new ArrayList<>(List.of(Through.Security.STARTTLS, Through.Security.IMPLICIT_TLS));
    if (fields.loopback() || fields.security().get() == Through.Security.NONE) {
      kinds.add(Through.Security.NONE);
    }
    if (!security.getItems().equals(kinds)) {
      security.getItems().setAll(kinds);
    }
    security.setValue(fields.security().get());
    filling = false;
  }

  private static void bind(TextField field, StringProperty text, String name, String id) {
    field.textProperty().bindBidirectional(text);
    field.setAccessibleText(name);
    field.setId(id);
  }

  private static VBox named(String name, Node field) {
    Label caption = Ui.label(name, "pr-caption");
    caption.setLabelFor(field);
    return Ui.column(4, caption, field);
  }
}
