package org.postroom.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.dispatch.LetterState;
import org.postroom.smtp.SentFolder;
import org.postroom.smtp.SentFolder.Looked;
import org.postroom.smtp.SmtpConfig;
import org.postroom.workspace.WorkspaceException;

/// Looks letters in doubt up in the folder of sent mail, when a person asks for it. It decides
/// nothing.
final class SentLooking {
  private static final String SETTING = "imap ";

  private final Parts parts;
  private final AccountSecrets secrets;
  private final Reporting reporting;

  SentLooking(Parts parts, AccountSecrets secrets, Reporting reporting) {
    this.parts = parts;
    this.secrets = secrets;
    this.reporting = reporting;
  }

  /// The one that was used before, or the provider's.
  Optional<ImapServer> server(Through.Server account) throws ProblemException {
    try {
      Optional<String> kept =
          parts.workspace().settings().get(SETTING + AccountSecrets.account(account));
      return kept.map(SentLooking::read).or(() -> Providers.imap(account.host()));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static ImapServer read(String kept) {
    String[] words = kept.split(" ", -1);
    return new ImapServer(words[0], Integer.parseInt(words[1]), Through.Security.valueOf(words[2]));
  }

  /// Signs in to the mailbox and opens its folder of sent mail, for reading; from then on this is
  /// the account's mailbox.
  ///
  /// @param typed null for the password that is kept
  /// @return the folder's name
  String check(Through.Server account, ImapServer server, char @Nullable [] typed)
      throws ProblemException {
    char[] password = new char[0];
    try {
      Optional<char[]> found =
          typed != null
              ? Optional.of(typed.clone())
              : account.user() == null ? Optional.empty() : secrets.password(account);
      if (found.isEmpty()) {
        throw Problems.of(Problem.Kind.CONNECTION, "mailbox.no-password", server.host());
      }
      password = found.get();
      return switch (new SentFolder(config(account, server, password)).find(Set.of())) {
        case Looked.There there -> {
          remember(account, server);
          yield there.folder();
        }
        case Looked.NoFolder _ ->
            throw Problems.of(Problem.Kind.CONNECTION, "mailbox.no-folder", server.host());
        case Looked.NoSignIn(String words) ->
            throw Problems.of(Problem.Kind.CONNECTION, "mailbox.no-sign-in", server.host(), words);
        case Looked.Unreachable(String words) ->
            throw Problems.of(
                Problem.Kind.CONNECTION,
                "mailbox.unreachable",
                server.host(),
                Integer.toString(server.port()),
                words);
      };
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void remember(Through.Server account, ImapServer server) throws WorkspaceException {
    parts
        .workspace()
        .settings()
        .put(
            SETTING + AccountSecrets.account(account),
            server.host() + " " + server.port() + " " + server.security());
  }

  SentLook look(MailshotFile file, Through.Server account, ImapServer server)
      throws ProblemException {
    Map<String, List<String>> doubts = doubts(file);
    if (doubts.isEmpty()) {
      throw Problems.of(Problem.Kind.DOCUMENT, "sent.nothing", Documents.name(file));
    }
    try {
      Optional<char[]> password =
          account.user() == null ? Optional.empty() : secrets.password(account);
      if (password.isEmpty()) {
        throw Problems.of(Problem.Kind.CONNECTION, "sent.no-password", server.host());
      }
      SentLook look;
      try {
        look = look(new SentFolder(config(account, server, password.get())), server, doubts);
      } finally {
        Arrays.fill(password.get(), '\0');
      }
      remember(account, server);
      return look;
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// Message-ID to whom it went: one letter may be a blind copy.
  private Map<String, List<String>> doubts(MailshotFile file) throws ProblemException {
    Map<String, List<String>> doubts = new LinkedHashMap<>();
    for (Report.PersonOutcome person :
        reporting.report(file, false).map(Report::letters).orElse(List.of())) {
      String id = person.messageId();
      if (id != null
          && (person.state() == LetterState.IN_DOUBT || person.state() == LetterState.COMMITTING)) {
        doubts
            .computeIfAbsent(id.startsWith("<") ? id : "<" + id + ">", _ -> new ArrayList<>())
            .add(person.address());
      }
    }
    return doubts;
  }

  private static SmtpConfig config(Through.Server account, ImapServer server, char[] password) {
    return Ways.config(
        new Through.Server(
            server.host(),
            server.port(),
            server.security(),
            account.user(),
            account.plainPassword(),
            1,
            0),
        Ways.copies(password));
  }

  private static SentLook look(
      SentFolder folder, ImapServer server, Map<String, List<String>> doubts)
      throws ProblemException {
    return switch (folder.find(doubts.keySet())) {
      case Looked.There there -> {
        List<String> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        doubts.forEach(
            (id, people) -> (there.found().contains(id) ? found : missing).addAll(people));
        yield new SentLook(there.folder(), found, missing);
      }
      case Looked.NoFolder _ ->
          throw Problems.of(Problem.Kind.CONNECTION, "sent.no-folder", server.host());
      case Looked.NoSignIn(String words) ->
          throw Problems.of(Problem.Kind.CONNECTION, "sent.no-sign-in", server.host(), words);
      case Looked.Unreachable(String words) ->
          throw Problems.of(Problem.Kind.CONNECTION, "sent.unreachable", server.host(), words);
    };
  }
}
