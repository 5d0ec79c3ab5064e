package org.postroom.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ImapServer;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.engine.SentLook;
import org.postroom.engine.Through;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom sent`: looks letters in doubt up in the folder of sent mail. It decides nothing.
@Command(name = "sent")
final class SentCommand extends EngineCommand {
  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Option(names = "--account", required = true, paramLabel = "NAME")
  private String account = "";

  @Option(names = "--imap", paramLabel = "URL")
  private @Nullable String imap;

  @Option(names = "--json")
  private boolean json;

  SentCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException, UsageException {
    MailshotFile file = engine.open(mailshot);
    Through.Server server = server(engine);
    SentLook look = engine.lookInSent(file, server, imap(engine, server));
    if (json) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("mailshot", file.id().toString());
      object.put("folder", look.folder());
      object.put("found", look.found());
      object.put("missing", look.missing());
      print(Json.write(object));
    } else {
      look.found().forEach(address -> line("sent.found", address, look.folder()));
      look.missing().forEach(address -> line("sent.missing", address));
      tell(look.found().isEmpty() ? "sent.none" : "sent.next", look.found().size());
    }
    return ExitCode.DONE;
  }

  private Through.Server server(Postroom engine) throws ProblemException, UsageException {
    return ThroughOptions.named(engine, account).server();
  }

  private ImapServer imap(Postroom engine, Through.Server server)
      throws ProblemException, UsageException {
    String url = imap;
    if (url != null) {
      return ImapUrl.parse(url);
    }
    Optional<ImapServer> known = engine.imapFor(server);
    return known.orElseThrow(() -> new UsageException("sent.which", account));
  }

  private void line(String key, Object... args) {
    around().out().println(CliTexts.text(key, args));
  }
}
