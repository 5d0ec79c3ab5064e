package org.postroom.ui.recipients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.ListReading;
import org.postroom.engine.ListRequest;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.PastedList;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.UiContext;

/// The People step without nodes: the list's file, who is shown, and what is decided about rows.
/// Every decision goes into the document; the file of the list is never touched.
final class PeopleModel {
  private final UiContext context;
  private final MailshotModel mailshot;
  private final ReadOnlyObjectWrapper<@Nullable FileFacts> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Instant> changed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Recipient>> shown =
      new ReadOnlyObjectWrapper<>(List.of());
  private String query = "";

  /// Where the list lies and when it was last changed.
  record FileFacts(Path path, Instant modified) {}

  PeopleModel(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.mailshot = mailshot;
    mailshot.listProperty().subscribe(this::listRead);
  }

  MailshotModel mailshot() {
    return mailshot;
  }

  @Nullable RecipientList list() {
    ListReading read = mailshot.listProperty().get();
    return read == null ? null : read.list();
  }

  private void listRead() {
    changed.set(null);
    file.set(null);
    find(query);
    if (list() != null) {
      context.tasks().work(_ -> facts()).onSuccess(found -> file.set(found.orElse(null))).start();
    }
  }

  // --- the file

  /// Null until it is known, and where the file is gone.
  ReadOnlyObjectProperty<@Nullable FileFacts> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /// When the file changed after it was read, or null.
  ReadOnlyObjectProperty<@Nullable Instant> changedProperty() {
    return changed.getReadOnlyProperty();
  }

  private Optional<FileFacts> facts() {
    MailshotFile now = mailshot.file();
    Path path = now.folder().resolve(now.document().recipients().file());
    try {
      return Files.exists(path)
          ? Optional.of(new FileFacts(path, Files.getLastModifiedTime(path).toInstant()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Looks whether the file changed since it was read.
  void look() {
    FileFacts before = file.get();
    if (before == null) {
      return;
    }
    context
        .tasks()
        .work(_ -> facts())
        .onSuccess(
            found ->
                changed.set(
                    found
                        .map(FileFacts::modified)
                        .filter(time -> time.isAfter(before.modified()))
                        .orElse(null)))
        .start();
  }

  /// Takes a file as the list, where it can be read. Decisions about the rows of another list go.
  void choose(Path path) {
    mailshot.chooseList(ListRequest.of(path), Edits.list(relative(path)));
  }

  /// The list, once more from the same file.
  void readAgain() {
    mailshot.readList();
    mailshot.refreshDraft();
  }

  /// Cells from a spreadsheet, as the clipboard has them with tabs between them, or what stood in
  /// the address field of a mail program.
  void paste(String text) {
    String name = context.texts().get("people.pasted-file");
    MailshotFile now = mailshot.file();
    context
        .tasks()
        .act(_ -> context.engine().writeBody(now, name, PastedList.text(text)))
        .onSuccess(_ -> mailshot.editList(_ -> Edits.list(name)))
        .onProblem(mailshot::listProblem)
        .start();
  }

  /// As the document writes it: relative where the file lies below the document's folder.
  private String relative(Path path) {
    Path folder = mailshot.file().folder();
    Path whole = path.toAbsolutePath().normalize();
    Path written = whole.startsWith(folder) ? folder.relativize(whole) : whole;
    return written.toString().replace('\\', '/');
  }

  void readAs(
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String sheet,
      @Nullable Integer headingRow) {
    mailshot.editList(r -> Edits.reading(r, charset, delimiter, sheet, headingRow));
  }

  // --- columns

  /// What a column is for.
  enum Role {
    ADDRESS,
    NAME,
    FIELD
  }

  Role role(FieldName column) {
    RecipientList list = list();
    if (list != null && Objects.equals(column, list.addressColumn())) {
      return Role.ADDRESS;
    }
    return list != null && Objects.equals(column, list.nameColumn()) ? Role.NAME : Role.FIELD;
  }

  /// Gives a column another role. There is always exactly one address column.
  void role(FieldName column, Role role) {
    Role before = role(column);
    if (before == role || (before == Role.ADDRESS && role != Role.ADDRESS)) {
      return;
    }
    mailshot.editList(
        r ->
            switch (role) {
              case ADDRESS ->
                  Edits.columns(r, column.shown(), before == Role.NAME ? null : r.nameColumn());
              case NAME -> Edits.columns(r, r.addressColumn(), column.shown());
              case FIELD -> Edits.columns(r, r.addressColumn(), null);
            });
  }

  // --- finding people

  /// The people that the search leaves, in the order of the file.
  ReadOnlyObjectProperty<List<Recipient>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Shows those in one of whose cells `words` stand.
  void find(String words) {
    query = words;
    RecipientList list = list();
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    if (list == null || wanted.isEmpty()) {
      shown.set(list == null ? List.of() : list.people());
      return;
    }
    int columns = list.columns().size();
    context
        .tasks()
        .work(_ -> list.people().stream().filter(one -> holds(one, columns, wanted)).toList())
        .onSuccess(
            found -> {
              if (query.equals(words)) {
                shown.set(found);
              }
            })
        .start();
  }

  private static boolean holds(Recipient one, int columns, String wanted) {
    for (int i = 0; i < columns; i++) {
      if (one.cell(i).toLowerCase(Locale.ROOT).contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  // --- rows

  /// The cell of a left-out row in the address column, as it was read.
  String addressCell(LeftOut row) {
    return cell(row, address()).orElse(row.value());
  }

  /// The name in a left-out row; empty where its cells do not fit the heading.
  Optional<String> person(LeftOut row) {
    RecipientList list = list();
    FieldName name = list == null ? null : list.nameColumn();
    return name == null
        ? Optional.empty()
        : cell(row, name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private Optional<String> cell(LeftOut row, @Nullable FieldName column) {
    RecipientList list = list();
    if (list == null || column == null || row.cells().size() != list.columns().size()) {
      return Optional.empty();
    }
    return Optional.of(row.cells().get(list.columns().indexOf(column)));
  }

  private @Nullable FieldName address() {
    RecipientList list = list();
    return list == null ? null : list.addressColumn();
  }

  /// True where the row's address cell can be corrected.
  boolean correctable(LeftOut row) {
    return cell(row, address()).isPresent();
  }

  /// Another address for a row; kept with the mailshot, for as long as the cell holds what it held.
  void correct(LeftOut row, String value) {
    FieldName column = address();
    if (column != null) {
      correct(row, column, addressCell(row), value);
    }
  }

  /// Another name for a row.
  void correctName(LeftOut row, String value) {
    RecipientList list = list();
    FieldName column = list == null ? null : list.nameColumn();
    if (column != null) {
      correct(row, column, cell(row, column).orElse(row.value()), value);
    }
  }

  private void correct(LeftOut row, FieldName column, String was, String value) {
    mailshot.editList(
        r -> {
          List<Correction> corrections = new ArrayList<>(r.corrections());
          // A second correction of one cell replaces the first and still starts from the file.
          String origin = was;
          for (Correction each : r.corrections()) {
            if (each.row() == row.at().row() && column.equals(FieldName.of(each.column()))) {
              corrections.remove(each);
              origin = each.was();
            }
          }
          corrections.add(new Correction(row.at().row(), column.shown(), origin, value));
          return Edits.rows(r, r.leaveOut(), corrections, r.duplicates());
        });
  }

  /// Rows that share the address of `row`, itself included, in the order of the file.
  List<LeftOut> sameAddress(LeftOut row) {
    RecipientList list = list();
    String wanted = addressCell(row).strip().toLowerCase(Locale.ROOT);
    return list == null
        ? List.of()
        : list.leftOut().stream()
            .filter(each -> each.reason() == row.reason())
            .filter(each -> addressCell(each).strip().toLowerCase(Locale.ROOT).equals(wanted))
            .toList();
  }

  /// Decides which row of one address is meant.
  void keep(LeftOut row) {
    String address = addressCell(row).strip();
    mailshot.editList(
        r -> {
          List<Duplicate> duplicates = new ArrayList<>(r.duplicates());
          duplicates.removeIf(each -> each.address().equalsIgnoreCase(address));
          duplicates.add(new Duplicate(address, row.at().row()));
          return Edits.rows(r, r.leaveOut(), r.corrections(), duplicates);
        });
  }

  /// Leaves a person out by hand.
  void leaveOut(Recipient person, String reason) {
    mailshot.editList(
        r -> {
          List<LeaveOut> rows = new ArrayList<>(r.leaveOut());
          rows.add(new LeaveOut(person.at().row(), person.mailbox().address().wire(), reason));
          return Edits.rows(r, rows, r.corrections(), r.duplicates());
        });
  }

  /// Writes to a row again that was left out by hand.
  void putBack(LeftOut row) {
    mailshot.editList(
        r -> {
          List<LeaveOut> rows = new ArrayList<>(r.leaveOut());
          rows.removeIf(each -> each.row() == row.at().row());
          return Edits.rows(r, rows, r.corrections(), r.duplicates());
        });
  }

  /// Writes to a row that the spreadsheet hides.
  void include(LeftOut row) {
    mailshot.editList(
        r -> {
          List<Include> rows = new ArrayList<>(r.include());
          rows.add(new Include(row.at().row(), addressCell(row)));
          return new RecipientsEdit(r).include(rows).recipients();
        });
  }

  /// Why a row was left out by hand.
  Optional<String> reasonByHand(LeftOut row) {
    Recipients r = mailshot.document().recipients();
    return r.leaveOut().stream()
        .filter(each -> each.row() == row.at().row())
        .map(LeaveOut::reason)
        .findFirst();
  }
}
