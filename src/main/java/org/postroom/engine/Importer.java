package org.postroom.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.address.MailboxKey;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.files.DiskFiles;
import org.postroom.files.SourceFiles;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import org.postroom.template.Markup;
import org.postroom.template.MergeField;
import org.postroom.template.MergeTemplate;
import org.postroom.template.TemplateReading;
import org.postroom.workspace.ListChange;
import org.postroom.workspace.ListExport;
import org.postroom.workspace.ListPerson;
import org.postroom.workspace.ListsSeen;
import org.postroom.workspace.PlannedList;
import org.postroom.workspace.Suppression;
import org.postroom.workspace.WorkspaceException;

/// Reads recipient lists, and registers those of mailshots as seen.
final class Importer {
  private final Parts parts;
  private final ListsRemembered remembered = new ListsRemembered();

  Importer(Parts parts) {
    this.parts = parts;
  }

  /// A list as it was read, and the file it was read from.
  record Imported(ListReading reading, FileCandidate file) {
    RecipientList list() {
      return reading.list();
    }
  }

  ListReading read(ListRequest request, WorkProgress progress) throws ProblemException {
    ListMemory memory = memory();
    return explained(read(request, memory, progress), memory);
  }

  /// With those who are suppressed, for the suppression list itself.
  ListReading readWhole(ListRequest request, WorkProgress progress) throws ProblemException {
    return read(request, ListMemory.NONE, progress);
  }

  private ListReading read(ListRequest request, ListMemory memory, WorkProgress progress)
      throws ProblemException {
    return parts
        .lists()
        .read(candidate(request.file()), ListReader.choices(request), memory, progress);
  }

  /// @param files where the list is read from: the disk, or what was frozen
  /// @param memory of this workspace, or none for what was frozen
  Imported read(MailshotFile file, SourceFiles files, ListMemory memory, WorkProgress progress)
      throws ProblemException {
    Recipients choices = file.document().recipients();
    if (choices.file().isEmpty()) {
      throw Problems.of(Problem.Kind.DOCUMENT, "draft.no-list", Documents.name(file));
    }
    FileCandidate list =
        switch (files.list(choices.file())) {
          case SourceFiles.Reading.Found(FileCandidate found) -> found;
          case SourceFiles.Reading.Missing(String name) ->
              throw Problems.of(Problem.Kind.FILE, "list.missing", name);
          case SourceFiles.Reading.Unreadable(String name, String why) ->
              throw Problems.of(Problem.Kind.FILE, "list.unreadable", name, why);
        };
    ListReading reading =
        explained(parts.lists().read(list, choices, memory, subjectFields(file), progress), memory);
    return new Imported(with(reading, changed(file, reading.list())), list);
  }

  /// A broken subject has none; parsing it for the letters says so.
  private static Set<FieldName> subjectFields(MailshotFile file) {
    return switch (MergeTemplate.parse(file.document().subject(), Markup.PLAIN)) {
      case TemplateReading.Read(MergeTemplate subject) ->
          subject.fields().stream().map(MergeField::name).collect(Collectors.toSet());
      case TemplateReading.Broken _ -> Set.of();
    };
  }

  /// Registers a list with people in it, as far as it is not registered already.
  ///
  /// @throws java.util.concurrent.CancellationException where `progress` said to stop
  void register(MailshotFile file, Imported imported, WorkProgress progress)
      throws ProblemException {
    RecipientList list = imported.list();
    try {
      remembered.register(
          parts.workspace().lists(),
          new ListsSeen.Seen(
              list.origin().sha256(),
              imported.file().fileKey(),
              list.origin().fileName(),
              list.people().size(),
              list.leftOut().size(),
              sender(file),
              kind(file),
              parts.clock().instant(),
              origin(file, list)),
          list,
          file.document().recipients(),
          progress);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private ListsSeen.Origin origin(MailshotFile file, RecipientList list) {
    Recipients choices = file.document().recipients();
    Path path = file.folder().resolve(choices.file()).toAbsolutePath().normalize();
    return new ListsSeen.Origin(
        list.origin().sheet(), path.toString(), modified(path), choices.saidBasis(), parts.user());
  }

  private static @Nullable Instant modified(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException e) {
      return null; // It was read a moment ago; its age is known by its import all the same.
    }
  }

  /// The list of a plan, for the ledger.
  PlannedList planned(MailshotFile file, RecipientList list) throws ProblemException {
    ListOrigin origin = list.origin();
    try {
      Optional<ListsSeen.Remembered> seen = parts.workspace().lists().find(origin.sha256());
      return new PlannedList(
          origin.fileName(),
          origin.sheet(),
          origin.sha256(),
          seen.map(ListsSeen.Remembered::firstSeen).orElse(parts.clock().instant()),
          seen.map(known -> known.last().origin().by()).orElse(parts.user()),
          file.document().recipients().saidBasis(),
          sender(file),
          kind(file));
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  /// What this workspace knows that reading a list needs.
  ListMemory memory() throws ProblemException {
    try {
      Map<MailboxKey, String> canaries = new HashMap<>();
      Set<String> exports = new HashSet<>();
      for (ListExport export : parts.workspace().exports().all()) {
        exports.add(export.sha256());
        ListExport.Canary canary = export.canary();
        if (canary != null) {
          canaries.put(canary.key(), why(export));
        }
      }
      return new ListMemory(
          parts.workspace().suppressions().all().stream()
              .collect(Collectors.toMap(Suppression::address, Suppression::reason)),
          canaries,
          exports);
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private String why(ListExport export) {
    return Problems.text(
        "export.canary-why",
        String.valueOf(Path.of(export.path()).getFileName()),
        LocalDate.ofInstant(export.at(), parts.zone()).toString());
  }

  /// Says why of each row that was left out for the mailbox's sake.
  private static ListReading explained(ListReading reading, ListMemory memory) {
    RecipientList list = reading.list();
    if (list.leftOut().stream().noneMatch(row -> reasons(row, memory) != null)) {
      return reading;
    }
    List<LeftOut> rows = list.leftOut().stream().map(row -> explained(row, memory)).toList();
    return new ListReading(
        new RecipientList(
            list.origin(),
            list.columns(),
            list.addressColumn(),
            list.nameColumn(),
            list.people(),
            rows),
        reading.findings());
  }

  private static LeftOut explained(LeftOut row, ListMemory memory) {
    Map<MailboxKey, String> reasons = reasons(row, memory);
    return reasons != null && AddressReader.read(row.value()) instanceof AddressReading.One one
        ? row.because(reasons.getOrDefault(one.mailbox().key(), ""))
        : row;
  }

  private static @Nullable Map<MailboxKey, String> reasons(LeftOut row, ListMemory memory) {
    return switch (row.reason()) {
      case SUPPRESSED -> memory.suppressed();
      case CANARY -> memory.canaries();
      default -> null;
    };
  }

  /// The list's file as it was when the mailshot was saved, against what it is now.
  private Optional<Finding> changed(MailshotFile file, RecipientList now) throws ProblemException {
    String then = file.document().recipients().sha256();
    if (then == null || then.equalsIgnoreCase(now.origin().sha256())) {
      return Optional.empty();
    }
    try {
      FileRows rows = FileRows.of(now, file.document().recipients());
      Optional<ListChange> change =
          parts.workspace().lists().changeSince(then, rows.people(), rows.others());
      String sentence =
          change.isPresent()
              ? sentence(change.get())
              : Problems.text("list.changed.unknown", now.people().size());
      return Optional.of(
          Finding.of("list.changed", Severity.CONFIRM)
              .at(Place.part("list"), now.origin().sha256())
              .args(sentence)
              .build());
    } catch (WorkspaceException e) {
      throw Problems.of(e);
    }
  }

  private static String sentence(ListChange change) {
    String sentence =
        Problems.text(
            "list.changed.since",
            part("came", change.came().size(), addresses(change.came())),
            went(change.went()),
            part("data", change.changed().size(), addresses(change.changed())));
    return sentence.substring(0, 1).toUpperCase(Locale.UK) + sentence.substring(1);
  }

  /// Fingerprints of earlier versions came without rows.
  private static String went(List<Integer> rows) {
    return rows.contains(0)
        ? part("gone", rows.size(), "")
        : part("went", rows.size(), examples(rows.stream().map(row -> Integer.toString(row))));
  }

  private static String part(String key, int count, String examples) {
    return Problems.text("list.changed." + key, count, examples);
  }

  private static String addresses(List<ListPerson> people) {
    return examples(people.stream().map(person -> person.key().value()));
  }

  private static String examples(Stream<String> all) {
    List<String> some = all.limit(Finding.EXAMPLES + 1L).toList();
    return some.size() > Finding.EXAMPLES
        ? String.join(", ", some.subList(0, Finding.EXAMPLES)) + ", …"
        : String.join(", ", some);
  }

  private static ListReading with(ListReading reading, Optional<Finding> more) {
    if (more.isEmpty()) {
      return reading;
    }
    List<Finding> findings = new ArrayList<>(reading.findings());
    findings.add(more.get());
    return new ListReading(reading.list(), findings);
  }

  private static String sender(MailshotFile file) {
    return AddressReader.read(file.document().from()) instanceof AddressReading.One one
        ? one.mailbox().address().wire()
        : "";
  }

  private static String kind(MailshotFile file) {
    return file.document().kind().name().toLowerCase(Locale.ROOT);
  }

  /// A list on the disk, of which nothing but the beginning was read.
  static FileCandidate candidate(Path path) throws ProblemException {
    try {
      return DiskFiles.list(path);
    } catch (NoSuchFileException e) {
      throw Problems.of(e, Problem.Kind.FILE, "list.missing", path.toString());
    } catch (IOException e) {
      throw Problems.of(
          e, Problem.Kind.FILE, "list.unreadable", path.toString(), e.getClass().getSimpleName());
    }
  }
}
