package org.postroom.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;
import org.postroom.links.FixedLinks;
import org.postroom.links.LinkTexts;
import org.postroom.links.TriedLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `postroom links`: asks web servers whether the pages are there that a mailshot links to. To give
/// the command is to ask for it.
@Command(name = "links")
final class LinksCommand extends EngineCommand {
  private static final LinkTexts TEXTS = new LinkTexts(CliTexts.LOCALE);

  @Parameters(paramLabel = "MAILSHOT")
  private Path mailshot = Path.of("");

  @Option(names = "--json")
  private boolean json;

  LinksCommand(Surroundings around, EngineOpener opener) {
    super(around, opener);
  }

  @Override
  int run(Postroom engine) throws ProblemException {
    FixedLinks links = engine.links().of(engine.open(mailshot));
    if (!links.links().isEmpty()) {
      tell("links.asking", String.join(", ", links.hosts()));
    }
    List<TriedLink> tried = engine.links().tryAll(links, (_, _) -> !around().stop().isPressed());
    if (json) {
      print(Json.write(object(links, tried)));
    } else {
      tried.forEach(each -> print(CliTexts.text("links.line", each.link(), TEXTS.answer(each))));
      links.personal().forEach(each -> print(CliTexts.text("links.personal", each)));
      links.others().forEach(each -> print(CliTexts.text("links.other", each)));
      long fine = tried.stream().filter(TriedLink::isFine).count();
      tell("links.done", tried.size(), fine);
    }
    return tried.stream().allMatch(TriedLink::isFine) ? ExitCode.DONE : ExitCode.SOME_NOT_ACCEPTED;
  }

  private static Map<String, @Nullable Object> object(FixedLinks links, List<TriedLink> tried) {
    List<Object> answers = new ArrayList<>();
    for (TriedLink each : tried) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("link", each.link().toString());
      object.put("answer", LinkTexts.code(each));
      object.put("fine", each.isFine());
      object.put("message", TEXTS.answer(each));
      answers.add(object);
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("links", answers);
    all.put("personal", links.personal());
    all.put("notTried", links.others());
    return all;
  }
}
