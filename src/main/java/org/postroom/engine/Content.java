package org.postroom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.Mailbox;
import org.postroom.document.MailshotDocument;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.files.DiskFiles;
import org.postroom.files.SourceFiles;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.Attachment;
import org.postroom.message.AttachmentSlot;
import org.postroom.message.Body;
import org.postroom.message.FileCandidate;
import org.postroom.message.From;
import org.postroom.message.InlineImage;
import org.postroom.message.Kind;
import org.postroom.message.KnownLists;
import org.postroom.message.Mailshot;
import org.postroom.recipients.FieldName;
import org.postroom.safety.ReviewSubject;
import org.postroom.template.HtmlToText;
import org.postroom.template.Markdown;
import org.postroom.template.Markup;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;

/// What is to be sent, read from the document and its files: templates, images, attachments. The
/// same over the disk and over what was frozen.
final class Content {
  private final MailshotFile file;
  private final SourceFiles files;
  private final KnownLists lists;
  private final List<Finding> findings = new ArrayList<>();
  private final List<ReviewSubject.BodyFile> bodyFiles = new ArrayList<>();
  private boolean broken;

  Content(MailshotFile file, SourceFiles files, KnownLists lists) {
    this.file = file;
    this.files = files;
    this.lists = lists;
  }

  List<Finding> findings() {
    return findings;
  }

  List<ReviewSubject.BodyFile> bodyFiles() {
    return bodyFiles;
  }

  /// True where a template could not be read, so that no letters can be made.
  boolean isBroken() {
    return broken;
  }

  Mailshot read() throws ProblemException {
    MailshotDocument document = file.document();
    From from = new From(from(document));
    String text = source("text", document.text());
    String html = source("html", document.html());
    String markdown = source("markdown", document.markdown());
    if (html != null) {
      MailClients.finding(html).ifPresent(findings::add);
    }
    if (text == null && html == null && markdown == null) {
      throw Problems.of(Problem.Kind.DOCUMENT, "draft.no-text", Documents.name(file));
    }
    if (html == null && markdown != null) {
      html = Markdown.toHtml(markdown);
    }
    MergeTemplate htmlTemplate = html == null ? null : template(html, Markup.HTML, "html");
    if (text == null) {
      text = html == null ? "" : HtmlToText.convert(html);
    }
    return new Mailshot(
        file.id(),
        Documents.name(file),
        document.kind(),
        document.delivery(),
        from,
        mailbox(document.replyTo()),
        new Body<>(
            template(document.subject(), Markup.PLAIN, "subject"),
            template(text, Markup.PLAIN, "text"),
            htmlTemplate),
        html == null ? List.of() : images(html),
        slots(document),
        newsletter(document));
  }

  private Mailbox from(MailshotDocument document) throws ProblemException {
    Mailbox from = mailbox(document.from());
    if (from == null) {
      throw Problems.of(Problem.Kind.DOCUMENT, "draft.no-from", Documents.name(file));
    }
    return from;
  }

  private static @Nullable Mailbox mailbox(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return AddressReader.read(text) instanceof AddressReading.One(Mailbox mailbox) ? mailbox : null;
  }

  private static Mailshot.@Nullable Newsletter newsletter(MailshotDocument document) {
    if (document.kind() != Kind.NEWSLETTER) {
      return null;
    }
    String postal = document.postalAddress();
    return new Mailshot.Newsletter(
        mailbox(document.unsubscribeMailto()), postal == null ? "" : postal);
  }

  /// The text of one of the body's files, or null where the document names none.
  private @Nullable String source(String part, @Nullable String name) throws ProblemException {
    if (name == null) {
      return null;
    }
    return switch (files.read(name)) {
      case SourceFiles.Reading.Found(FileCandidate found) -> {
        String list = lists.sameFile(found).orElse(null);
        bodyFiles.add(new ReviewSubject.BodyFile(part, found, list));
        yield TextFiles.decode(found.content().bytes());
      }
      case SourceFiles.Reading.Missing(String missing) ->
          throw Problems.of(Problem.Kind.FILE, "draft.text-missing", part, missing);
      case SourceFiles.Reading.Unreadable(String unreadable, String why) ->
          throw Problems.of(Problem.Kind.FILE, "draft.text-unreadable", part, unreadable, why);
    };
  }

  private MergeTemplate template(String source, Markup markup, String part) {
    return switch (MergeTemplate.parse(source, markup)) {
      case TemplateReading.Read(MergeTemplate template) -> template;
      case TemplateReading.Broken fault -> {
        broken = true;
        findings.add(fault.finding(part));
        yield empty(markup);
      }
    };
  }

  /// In the place of a broken template, so that everything else can still be looked at.
  private static MergeTemplate empty(Markup markup) {
    return switch (MergeTemplate.parse("", markup)) {
      case TemplateReading.Read(MergeTemplate empty) -> empty;
      case TemplateReading.Broken _ -> throw new IllegalStateException("an empty text is whole");
    };
  }

  private List<InlineImage> images(String html) {
    List<InlineImage> images = new ArrayList<>();
    for (ImageSources.Source source : ImageSources.of(html)) {
      Optional<FileCandidate> image = image(source);
      if (image.isEmpty()) {
        continue; // The review says that it is missing.
      }
      switch (Attachment.admit(image.get(), lists)) {
        case Attachment.Admission.Admitted(Attachment admitted) ->
            images.add(new InlineImage(source.written(), admitted));
        case Attachment.Admission.Refused(FileCandidate refused, Finding _) ->
            findings.add(
                Finding.of("list.is-body", Severity.BLOCK)
                    .at(Place.part("html"), refused.content().sha256())
                    .args(refused.fileName(), lists.sameFile(refused).orElse(refused.fileName()))
                    .build());
      }
    }
    return images;
  }

  private Optional<FileCandidate> image(ImageSources.Source source) {
    for (String name : source.names()) {
      boolean inside =
          !(files instanceof DiskFiles) || ImageSources.staysUnder(file.folder(), name);
      if (inside
          && files.read(name) instanceof SourceFiles.Reading.Found(FileCandidate found)
          && found.contentType().startsWith("image/")) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private List<AttachmentSlot> slots(MailshotDocument document) {
    List<AttachmentSlot> slots = new ArrayList<>();
    for (AttachmentEntry entry : document.attachments()) {
      slots.add(
          switch (entry) {
            case AttachmentEntry.ForAll(String name) -> forAll(name);
            case AttachmentEntry.PerPerson(String column, String folder) ->
                new AttachmentSlot.PerPerson(
                    FieldName.of(column), folder, files.personal(folder, lists));
          });
    }
    return slots;
  }

  private AttachmentSlot forAll(String name) {
    return switch (files.read(name)) {
      case SourceFiles.Reading.Found(FileCandidate found) ->
          switch (Attachment.admit(found, lists)) {
            case Attachment.Admission.Admitted(Attachment attachment) ->
                new AttachmentSlot.ForAll(attachment);
            case Attachment.Admission.Refused(FileCandidate refused, Finding finding) ->
                new AttachmentSlot.Refused(refused.fileName(), finding);
          };
      case SourceFiles.Reading.Missing _, SourceFiles.Reading.Unreadable _ ->
          new AttachmentSlot.Refused(name, missing(name));
    };
  }

  private static Finding missing(String name) {
    return Finding.of("attachment.missing", Severity.BLOCK)
        .at(Place.part("attachment:" + name), name)
        .args(name, "", 0)
        .build();
  }
}
