package org.postroom.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.message.BlobChangedException;
import org.postroom.message.FileCandidate;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.ImportMistake;
import org.postroom.recipients.ImportOptions;
import org.postroom.recipients.ImportReading;
import org.postroom.recipients.ListImport;
import org.postroom.recipients.SourceTable;
import org.postroom.tabular.Tabular;
import org.postroom.tabular.TabularFile;
import org.postroom.tabular.TabularOptions;
import org.postroom.tabular.TabularReading;

/// Reads lists by the readers of all formats and the one import.
public final class TabularListReader implements ListReader {
  private final LastTable last = new LastTable();
  private final LastReading judged = new LastReading();

  @Override
  public ListReading read(
      FileCandidate file,
      Recipients choices,
      ListMemory memory,
      Set<FieldName> headerFields,
      WorkProgress progress)
      throws ProblemException {
    try {
      return readInMemory(file, choices, memory, headerFields, progress);
    } catch (OutOfMemoryError e) {
      // All that was read is given back by now; the program has its memory again.
      throw refused(file, Tabular.tooMuch());
    }
  }

  private ListReading readInMemory(
      FileCandidate file,
      Recipients choices,
      ListMemory memory,
      Set<FieldName> headerFields,
      WorkProgress progress)
      throws ProblemException {
    SourceTable read = table(file, choices, progress);
    return judged.get(
        read,
        choices,
        memory,
        headerFields,
        progress,
        () -> judge(read, choices, memory, headerFields, progress));
  }

  private static ListReading judge(
      SourceTable read,
      Recipients choices,
      ListMemory memory,
      Set<FieldName> headerFields,
      WorkProgress progress)
      throws ProblemException {
    SourceTable table =
        memory.exports().contains(read.origin().sha256()) ? ListTable.restored(read) : read;
    ImportOptions options = options(choices, memory, headerFields);
    ImportReading reading =
        ListImport.read(table, options, () -> !progress.at(table.rows().size(), 0));
    return switch (reading) {
      case ImportReading.Imported imported -> new ListReading(imported.list(), imported.findings());
      case ImportReading.Mistaken(List<ImportMistake> mistakes) ->
          throw Problems.of(
              Problem.Kind.DOCUMENT,
              "list.mistaken",
              mistakes.stream().map(ImportMistake::message).collect(Collectors.joining(" ")));
    };
  }

  private SourceTable table(FileCandidate file, Recipients choices, WorkProgress progress)
      throws ProblemException {
    TabularOptions options =
        new TabularOptions(
            choices.charset(), choices.delimiter(), choices.sheet(), choices.headingRow());
    try {
      return last.get(file, options, progress, () -> table(file, options, progress));
    } catch (BlobChangedException e) {
      throw Problems.of(e, Problem.Kind.FILE, "file.changed", file.fileName());
    }
  }

  private static SourceTable table(
      FileCandidate file, TabularOptions options, WorkProgress progress) throws ProblemException {
    return switch (Tabular.read(new Candidate(file), options, progress::at)) {
      case TabularReading.Read(SourceTable table) -> table;
      case TabularReading.Refused refused -> throw refused(file, refused);
    };
  }

  /// A candidate as the readers see it.
  private record Candidate(FileCandidate file) implements TabularFile {
    @Override
    public String name() {
      return file.fileName();
    }

    @Override
    public long size() {
      return file.content().size();
    }

    @Override
    public String sha256() {
      return file.content().sha256();
    }

    @Override
    public InputStream open() {
      return file.content().open();
    }

    @Override
    public byte[] bytes() {
      return file.content().bytes();
    }
  }

  private static ProblemException refused(FileCandidate file, TabularReading.Refused refused) {
    return Problems.of(
        Problem.Kind.FILE, "list.refused", file.fileName(), refused.happened(), refused.next());
  }

  private static ImportOptions options(
      Recipients choices, ListMemory memory, Set<FieldName> headerFields) {
    return new ImportOptions(
        choices.addressColumn(),
        choices.nameColumn(),
        choices.leaveOut().stream()
            .map(out -> new ImportOptions.LeaveOut(out.row(), out.address(), out.reason()))
            .toList(),
        choices.corrections().stream()
            .map(c -> new ImportOptions.Correction(c.row(), c.column(), c.was(), c.value()))
            .toList(),
        choices.duplicates().stream()
            .map(keep -> new ImportOptions.Keep(keep.address(), keep.keepRow()))
            .toList(),
        choices.where(),
        headerFields,
        memory.suppressed()::containsKey,
        memory.canaries()::containsKey,
        choices.include().stream()
            .map(in -> new ImportOptions.Include(in.row(), in.address()))
            .toList(),
        choices.only().stream()
            .map(in -> new ImportOptions.Include(in.row(), in.address()))
            .toList());
  }
}
