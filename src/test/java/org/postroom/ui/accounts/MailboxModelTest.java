package org.postroom.ui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.engine.Account;
import org.postroom.engine.ImapServer;
import org.postroom.engine.Problem;
import org.postroom.engine.ProblemException;
import org.postroom.engine.Through;
import org.postroom.ui.FakePostroom;
import org.postroom.ui.common.Tasks;

/// The mailbox of an account, without a toolkit.
class MailboxModelTest {
  private static final Problem REFUSED =
      new Problem(Problem.Kind.CONNECTION, "It did not accept.", "Kept.", "Look again.");
  private final List<ImapServer> checked = new ArrayList<>();
  private final List<String> passwords = new ArrayList<>();
  private Optional<ImapServer> known = Optional.empty();
  private boolean accepts = true;

  private final AccountsModel accounts =
      new AccountsModel(
          new FakePostroom() {
            @Override
            public Optional<ImapServer> imapFor(Through.Server account) {
              return known;
            }

            @Override
            public String checkMailbox(
                Through.Server account, ImapServer server, char @Nullable [] password)
                throws ProblemException {
              checked.add(server);
              passwords.add(password == null ? "" : new String(password));
              if (!accepts) {
                throw new ProblemException(REFUSED);
              }
              return "Sent Items";
            }
          },
          new Tasks(
              Runnable::run,
              Runnable::run,
              (_, _) -> () -> {},
              new Problem(Problem.Kind.WORKSPACE, "a", "b", "c")),
          Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  private final MailboxModel model = accounts.mailbox();

  private void choose(@Nullable String user) {
    accounts.choose(
        new Chosen.Kept(
            new Account(
                "choir",
                "news@choir.example",
                new Through.Server(
                    "smtp.choir.example", 587, Through.Security.STARTTLS, user, false, 1, -1),
                "",
                null)));
  }

  @Test
  void whatWorksIsSaid() {
    choose("news@choir.example");
    model.host().set(" imap.choir.example ");
    model.check();
    assertThat(checked)
        .containsExactly(new ImapServer("imap.choir.example", 993, Through.Security.IMPLICIT_TLS));
    assertThat(passwords).containsExactly("");
    assertThat(model.stateProperty().get()).isEqualTo(new MailboxModel.State.Works("Sent Items"));

    model.port().set("1993");
    assertThat(model.stateProperty().get()).isEqualTo(new MailboxModel.State.Open());
  }

  @Test
  void whatDoesNotWorkIsSaidAndKeptAsItWasTyped() {
    choose("news@choir.example");
    accounts.fields().password().set("open sesame");
    model.host().set("imap.choir.example");
    accepts = false;
    model.check();
    assertThat(passwords).containsExactly("open sesame");
    assertThat(model.stateProperty().get()).isEqualTo(new MailboxModel.State.Failed(REFUSED));
    assertThat(model.host().get()).isEqualTo("imap.choir.example");
  }

  @Test
  void whatIsKnownStandsThere() {
    known = Optional.of(new ImapServer("imap.mail.example", 143, Through.Security.STARTTLS));
    choose("news@choir.example");
    assertThat(model.host().get()).isEqualTo("imap.mail.example");
    assertThat(model.port().get()).isEqualTo("143");
    assertThat(model.security().get()).isEqualTo(Through.Security.STARTTLS);
    assertThat(model.stateProperty().get()).isEqualTo(new MailboxModel.State.Known());
  }

  @Test
  void thePortGoesWithTheKindUnlessItWasTyped() {
    choose("news@choir.example");
    model.secure(Through.Security.STARTTLS);
    assertThat(model.port().get()).isEqualTo("143");
    model.port().set("10143");
    model.secure(Through.Security.IMPLICIT_TLS);
    assertThat(model.port().get()).isEqualTo("10143");
  }

  @Test
  void plainTextIsForThisComputerOnly() {
    choose("news@choir.example");
    model.host().set("imap.choir.example");
    assertThat(model.kinds()).doesNotContain(Through.Security.NONE);
    model.host().set("127.0.0.1");
    assertThat(model.kinds()).contains(Through.Security.NONE);
    model.secure(Through.Security.NONE);
    assertThat(model.wrong()).isNull();
    model.host().set("imap.choir.example");
    assertThat(model.wrong()).isEqualTo("accounts.mailbox.wrong.host");
    model.check();
    assertThat(checked).isEmpty();
  }

  @Test
  void nothingIsCheckedWithoutAServerAndAPort() {
    choose("news@choir.example");
    assertThat(model.wrong()).isEqualTo("accounts.mailbox.wrong.host");
    model.host().set("imap choir");
    assertThat(model.wrong()).isEqualTo("accounts.mailbox.wrong.host");
    model.host().set("imap.choir.example");
    model.port().set("70000");
    assertThat(model.wrong()).isEqualTo("accounts.mailbox.wrong.port");
    model.check();
    assertThat(checked).isEmpty();
  }

  @Test
  void onlyAnAccountThatSignsInHasAMailbox() {
    assertThat(model.offered()).isFalse();
    choose(null);
    assertThat(model.offered()).isFalse();
    choose("news@choir.example");
    assertThat(model.offered()).isTrue();
    accounts.choose(new Chosen.Practice());
    assertThat(model.offered()).isFalse();
  }
}
