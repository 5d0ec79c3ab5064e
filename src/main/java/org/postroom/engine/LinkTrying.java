package org.postroom.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument;
import org.postroom.links.FixedLinks;
import org.postroom.links.LinkTrial;
import org.postroom.links.TriedLink;
import org.postroom.template.Markdown;

/// Reads the links of the texts, and tries them when it is told to.
final class LinkTrying implements LinkTrier {
  private final Documents documents;

  LinkTrying(Documents documents) {
    this.documents = documents;
  }

  @Override
  public FixedLinks of(MailshotFile file) throws ProblemException {
    MailshotDocument document = file.document();
    String html = body(file, document.html());
    // As the letters are made: where there is HTML, the Markdown is not used.
    return FixedLinks.in(
        document.html() == null ? Markdown.toHtml(body(file, document.markdown())) : html,
        body(file, document.text()));
  }

  private String body(MailshotFile file, @Nullable String name) throws ProblemException {
    return name == null ? "" : documents.readBody(file, name);
  }

  @Override
  public List<TriedLink> tryAll(FixedLinks links, WorkProgress progress) {
    return new LinkTrial().tryAll(links.links(), progress::at);
  }
}
