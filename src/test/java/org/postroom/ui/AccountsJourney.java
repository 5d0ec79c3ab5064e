package org.postroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postroom.dispatch.Pace;
import org.postroom.engine.Account;
import org.postroom.engine.ConnectionCheck;
import org.postroom.engine.ConnectionStep;
import org.postroom.engine.Problem;
import org.postroom.engine.Through;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.service.query.NodeQuery;

/// The page for accounts, as it looks and as it behaves; the engine is a fake one.
@ExtendWith(ApplicationExtension.class)
class AccountsJourney {
  private static final String HELEN = "helen@harbourmail.example";

  private final FakePostroom engine = new FakePostroom();
  private TestWindow.Opened opened;

  @Start
  void start(Stage stage) {
    engine.accounts.add(
        new Account(
            "news@riverside.example",
            "news@riverside.example",
            new Through.Server(
                "smtp.office365.com",
                587,
                Through.Security.STARTTLS,
                "news@riverside.example",
                false,
                1,
                -1),
            "",
            FakePostroom.NOW));
    opened = TestWindow.open(stage, engine);
    opened.show();
    opened.size(1180, 760);
  }

  private static ConnectionCheck.Failed refused() {
    return new ConnectionCheck.Failed(
        ConnectionStep.SIGNED_IN,
        "Signing in: the password was not accepted",
        new Problem(
            Problem.Kind.CONNECTION,
            "The server did not accept the password.",
            "Nothing was sent, and what you typed is kept.",
            "Many providers want an app password for programs: make one on their website, paste it"
                + " above, and test again."),
        ConnectionCheck.At.PASSWORD);
  }

  private void addHelen(FxRobot robot) {
    robot.clickOn("#place-accounts");
    robot.clickOn("#add-account");
    robot.write(HELEN);
    robot.clickOn("#account-password").write("open sesame!");
  }

  @Test
  void aFreshStartBeginsWithTheAddress(FxRobot robot) {
    engine.accounts.clear();
    robot.clickOn("#place-accounts");
    robot.interact(() -> opened.picture("08-accounts-first"));
    assertThat(robot.lookup("#account-address").query().isFocused()).isTrue();
    assertThat(disabled(robot, "#add-account")).as("one is being added").isTrue();
  }

  private static NodeQuery row(FxRobot robot, String account) {
    return robot.lookup((Node node) -> ("account-" + account).equals(node.getId()));
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Labeled.class).getText();
  }

  private static boolean disabled(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Button.class).isDisabled();
  }

  @Test
  void anAccountIsSavedOnlyAfterATestThatPassedAndEveryChangeVoidsTheTest(FxRobot robot) {
    addHelen(robot);
    assertThat(disabled(robot, "#save-account")).isTrue();
    assertThat(text(robot, "#save-reason")).isEqualTo("Saved accounts must work once");
    robot.clickOn("#test-connection");
    robot.interact(() -> opened.picture("08-accounts"));
    assertThat(engine.calls).contains("test smtp.harbourmail.example:587 STARTTLS");
    assertThat(disabled(robot, "#save-account")).isFalse();
    robot.clickOn("#account-password").write("x");
    assertThat(disabled(robot, "#save-account")).isTrue();
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.S);

    assertThat(engine.accounts).extracting(Account::name).contains(HELEN);
    robot.interact(() -> opened.picture("08-accounts-saved"));
    assertThat(row(robot, HELEN).tryQuery()).isPresent();
  }

  @Test
  void aRefusedPasswordIsSaidInThreeSentencesAndTheFocusIsInItsField(FxRobot robot) {
    engine.check = refused();
    addHelen(robot);
    robot.clickOn("#test-connection");
    Node password = robot.lookup("#account-password").query();
    assertThat(password.isFocused()).isTrue();
    assertThat(password.getAccessibleHelp()).startsWith("The server did not accept the password.");
    assertThat(disabled(robot, "#save-account")).isTrue();
    for (boolean dark : new boolean[] {false, true}) {
      robot.interact(() -> opened.dark(dark));
      robot.interact(() -> opened.size(1180, 760));
      robot.interact(() -> opened.picture("08b-accounts-error" + (dark ? "-dark" : "")));
      robot.interact(() -> opened.size(1000, 700));
      robot.interact(() -> opened.picture("08b-accounts-error-small" + (dark ? "-dark" : "")));
    }
    Node save = robot.lookup("#save-account").query();
    assertThat(save.localToScene(save.getBoundsInLocal()).getMaxY()).isLessThan(700);
  }

  @Test
  void aServerThatWasFoundByItselfAndIsNotThereIsTestedAgain(FxRobot robot) {
    engine.check =
        new ConnectionCheck.Failed(
            ConnectionStep.FOUND,
            "Server not found",
            new Problem(Problem.Kind.CONNECTION, "No server was found.", "Kept.", "Test again."),
            ConnectionCheck.At.SERVER);
    addHelen(robot);
    robot.push(KeyCode.ENTER);
    assertThat(robot.lookup("#test-connection").query().isFocused()).isTrue();
    assertThat(robot.lookup("#server-fields").query().isVisible()).isFalse();
    robot.clickOn("#change-server");
    assertThat(robot.lookup("#account-host").query().isFocused()).isTrue();
  }

  @Test
  void anUnknownProviderOpensTheFieldsForTheServerWithTheFocusInTheFirst(FxRobot robot) {
    robot.clickOn("#place-accounts");
    robot.clickOn("#add-account");
    robot.write("news@harbour.example");
    robot.push(KeyCode.TAB);
    assertThat(robot.lookup("#account-host").query().isFocused()).isTrue();
    robot.write("mail.harbour.example");
    robot.clickOn("#account-security");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(robot.lookup("#account-port").queryAs(TextField.class).getText()).isEqualTo("465");
    assertThat(robot.lookup("#account-security").queryComboBox().getItems().size())
        .as("unencrypted is not offered")
        .isEqualTo(2);
    robot.interact(() -> opened.picture("08-accounts-unknown"));
    robot.clickOn("#account-password").write("open sesame!");
    robot.push(KeyCode.ENTER);
    assertThat(engine.calls).contains("test mail.harbour.example:465 IMPLICIT_TLS");
  }

  @Test
  void anAddressThatHasAnAccountIsNotAddedTwice(FxRobot robot) {
    robot.clickOn("#place-accounts");
    robot.clickOn("#add-account");
    robot.write("News@riverside.example");
    assertThat(text(robot, "#test-missing")).startsWith("There is an account with this address");
    assertThat(disabled(robot, "#test-connection")).isTrue();
  }

  @Test
  void aHigherLimitAsksForItsSource(FxRobot robot) {
    addHelen(robot);
    robot.clickOn("#edit-limits");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("60");
    robot.clickOn("#test-connection");
    assertThat(text(robot, "#save-reason")).isEqualTo("Higher limits need their source");
    assertThat(disabled(robot, "#save-account")).isTrue();
    robot.clickOn("#limit-source").write("their letter of 3 September 2026");
    robot.interact(() -> opened.picture("08-accounts-limits"));
    robot.clickOn("#save-account");
    Account saved = engine.accounts.getLast();
    assertThat(saved.server().own()).isEqualTo(new Pace(60, 200, 450));
    assertThat(saved.limitSource()).isEqualTo("their letter of 3 September 2026");
  }

  @Test
  void withoutAKeychainAPassphraseIsChosenTwice(FxRobot robot) {
    engine.keychain = false;
    addHelen(robot);
    robot.clickOn("#test-connection");
    robot.clickOn("#save-account");
    robot.write("short").push(KeyCode.ENTER);
    robot.write("short").push(KeyCode.ENTER);
    assertThat(engine.accounts).hasSize(1);
    robot.interact(() -> opened.picture("08-accounts-passphrase"));
    robot.clickOn("#passphrase").eraseText(5).write("a long walk");
    robot.clickOn("#passphrase-again").eraseText(5).write("a long walk");
    robot.clickOn("#passphrase-take");
    assertThat(engine.accounts).hasSize(2);
  }

  @Test
  void removingAsksAndKeepsByDefaultAndPracticeIsAlwaysLast(FxRobot robot) {
    robot.clickOn("#place-accounts");
    robot.clickOn("#remove-account");
    robot.push(KeyCode.ESCAPE);
    assertThat(engine.accounts).hasSize(1);
    robot.clickOn("#account-practice");
    robot.interact(() -> opened.picture("08-accounts-practice"));
    robot.clickOn(row(robot, "news@riverside.example").<Node>query());
    robot.clickOn("#remove-account");
    robot.clickOn("Remove the account");
    assertThat(engine.accounts).isEmpty();
  }
}
