package org.postroom.ui.recipients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.ListReading;
import org.postroom.engine.ListRequest;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.PastedList;
import org.postroom.engine.SeenLists.SeenList;
import org.postroom.recipients.AddressSuggestions;
import org.postroom.recipients.AddressSuggestions.Suggestion;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.LeftOutReason;
import org.postroom.recipients.Recipient;
import org.postroom.recipients.RecipientList;
import org.postroom.ui.common.Arranged;
import org.postroom.ui.common.Edits;
import org.postroom.ui.common.MailshotModel;
import org.postroom.ui.common.UiContext;
import org.postroom.ui.common.Wanted;

/// The People step without nodes: the list's file, who is shown, and what is decided about rows.
/// Every decision goes into the document; the file of the list is never touched.
final class PeopleModel {
  /// Up to so many rows are compared where they are asked for.
  private static final int FEW = 2000;

  private final UiContext context;
  private final MailshotModel mailshot;
  private final ReadOnlyObjectWrapper<@Nullable FileFacts> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Instant> changed = new ReadOnlyObjectWrapper<>();
  private final Decisions decisions;
  private final Arranged<Recipient> people;
  private final Arranged<LeftOut> leftOut;
  private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Suggestion>> forLeftOut =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable SeenList> seen = new ReadOnlyObjectWrapper<>();
  private @Nullable ListRequest tried;
  private String query = "";
  private @Nullable LeftOutReason reason;
  private @Nullable SameAddress same;

  /// Where the list lies and when it was last changed.
  record FileFacts(Path path, Instant modified) {}

  PeopleModel(UiContext context, MailshotModel mailshot) {
    this.context = context;
    this.mailshot = mailshot;
    this.decisions = new Decisions(mailshot);
    this.people = new Arranged<>(context.tasks());
    this.leftOut = new Arranged<>(context.tasks());
    mailshot.listProperty().subscribe(this::listRead);
  }

  MailshotModel mailshot() {
    return mailshot;
  }

  Decisions decisions() {
    return decisions;
  }

  @Nullable RecipientList list() {
    ListReading read = mailshot.listProperty().get();
    return read == null ? null : read.list();
  }

  private void listRead() {
    changed.set(null);
    file.set(null);
    same = null;
    RecipientList list = list();
    people.all(list == null ? List.of() : list.people());
    leftOut.all(list == null ? List.of() : list.leftOut());
    narrow();
    suggestions.set(List.of());
    forLeftOut.set(List.of());
    if (list != null) {
      mailshot.listIs(list.origin().sha256());
      suggest(list);
      origin(list);
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
    choose(ListRequest.of(path));
  }

  private void choose(ListRequest request) {
    tried = request;
    mailshot.chooseList(
        Edits.reading(
            Edits.list(relative(request.file())),
            request.charset(),
            request.delimiter(),
            request.sheet(),
            request.headingRow()));
  }

  /// How the list is read, or the file that was chosen last and could not be read; empty where
  /// there is neither.
  Optional<ListRequest> reading() {
    if (tried != null && mailshot.listProblemProperty().get() != null) {
      return Optional.of(tried);
    }
    Recipients now = mailshot.document().recipients();
    return now.file().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ListRequest(
                mailshot.file().folder().resolve(now.file()),
                now.charset(),
                now.delimiter(),
                now.sheet(),
                now.addressColumn(),
                now.nameColumn(),
                now.headingRow()));
  }

  /// Reads once more what could not be read.
  void tryAgain() {
    reading().ifPresent(this::readAs);
  }

  /// Takes a way of reading; that of another file with it where that was asked about.
  void readAs(ListRequest request) {
    if (request
        .file()
        .equals(mailshot.file().folder().resolve(mailshot.document().recipients().file()))) {
      mailshot.editList(
          r ->
              Edits.reading(
                  r,
                  request.charset(),
                  request.delimiter(),
                  request.sheet(),
                  request.headingRow()));
    } else {
      choose(request);
    }
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

  /// The people that the search leaves, in the order that was asked for.
  Arranged<Recipient> people() {
    return people;
  }

  /// The rows left out that search and reason leave.
  Arranged<LeftOut> leftOut() {
    return leftOut;
  }

  /// Shows those in whose cells `words` stand, in both tabs.
  void find(String words) {
    query = words;
    narrow();
  }

  /// Shows the rows left out for one reason; null for every reason.
  void reason(@Nullable LeftOutReason only) {
    reason = only;
    narrow();
  }

  private void narrow() {
    RecipientList list = list();
    boolean blank = query.isBlank();
    int columns = list == null ? 0 : list.columns().size();
    people.find(blank ? null : Wanted.holding(query, one -> one::cell, columns));
    LeftOutReason why = reason;
    if (blank) {
      leftOut.only(why == null ? null : row -> row.reason() == why);
    } else {
      Wanted<LeftOut> found = Wanted.holding(query, PeopleModel::cells, columns);
      leftOut.find(why == null ? found : found.and(why, row -> row.reason() == why));
    }
  }

  /// Rows of another width have other cells.
  private static IntFunction<String> cells(LeftOut row) {
    return i -> i < row.cells().size() ? row.cells().get(i) : "";
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

  /// The column of the addresses.
  @Nullable FieldName address() {
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
      decisions.correct(
          List.of(new Decisions.Change(row.at().row(), column, addressCell(row), value)));
    }
  }

  /// Another name for a row.
  void correctName(LeftOut row, String value) {
    RecipientList list = list();
    FieldName column = list == null ? null : list.nameColumn();
    if (column != null) {
      String was = cell(row, column).orElse(row.value());
      decisions.correct(List.of(new Decisions.Change(row.at().row(), column, was, value)));
    }
  }

  /// Leaves a person out by hand.
  void leaveOut(Recipient person, String reason) {
    String cell = person.mailbox().address().wire();
    decisions.leaveOut(List.of(new Decisions.Row(person.at().row(), cell)), address(), reason);
  }

  /// Writes to a row again that was left out by hand.
  void putBack(LeftOut row) {
    decisions.putBack(row.at().row());
  }

  /// Writes to rows that the spreadsheet hides.
  void include(List<LeftOut> rows) {
    decisions.include(rows.stream().map(this::row).toList(), address());
  }

  /// Leaves rows out by hand that are left out for another reason, so that this is decided.
  void stayOut(List<LeftOut> rows, String reason) {
    decisions.leaveOut(rows.stream().map(this::row).toList(), address(), reason);
  }

  /// Rows that share the address of `row`, itself included, in the order of the file.
  List<SameAddress.Row> sameAddress(LeftOut row) {
    RecipientList list = list();
    if (list == null) {
      return List.of();
    }
    if (same == null && list.leftOut().size() <= FEW) {
      same = new SameAddress(list);
    }
    return same == null ? List.of() : same.of(row);
  }

  /// True where somebody decided which row of this address is meant.
  boolean decided(LeftOut row) {
    String address = addressCell(row).strip();
    return mailshot.document().recipients().duplicates().stream()
        .anyMatch(each -> each.address().strip().equalsIgnoreCase(address));
  }

  /// Addresses that look mistyped, with what they were probably meant to be.
  ReadOnlyObjectProperty<List<Suggestion>> suggestionsProperty() {
    return suggestions.getReadOnlyProperty();
  }

  /// Where the list came from; null until it is known, and where nobody is in it.
  ReadOnlyObjectProperty<@Nullable SeenList> seenProperty() {
    return seen.getReadOnlyProperty();
  }

  private void origin(RecipientList list) {
    context
        .tasks()
        .work(_ -> context.engine().seenLists().find(list.origin().sha256()))
        .onSuccess(
            found -> {
              if (list.equals(list())) {
                seen.set(found.orElse(null));
              }
            })
        .start();
  }

  /// The same for rows that were left out for their address.
  ReadOnlyObjectProperty<List<Suggestion>> forLeftOutProperty() {
    return forLeftOut.getReadOnlyProperty();
  }

  /// What looking through a whole list found.
  private record Looked(List<Suggestion> people, List<Suggestion> leftOut, SameAddress same) {}

  private void suggest(RecipientList list) {
    context
        .tasks()
        .work(
            _ ->
                new Looked(
                    AddressSuggestions.of(list),
                    AddressSuggestions.ofLeftOut(list),
                    new SameAddress(list)))
        .onSuccess(
            found -> {
              if (list.equals(list())) {
                same = found.same();
                suggestions.set(found.people());
                forLeftOut.set(found.leftOut());
              }
            })
        .start();
  }

  /// Corrects addresses as suggested; each can be corrected again.
  void take(List<Suggestion> taken) {
    FieldName column = address();
    if (column != null) {
      decisions.correct(
          taken.stream()
              .map(one -> new Decisions.Change(one.at().row(), column, one.cell(), one.meant()))
              .toList());
    }
  }

  /// The list as it is now is the one that is meant.
  void acceptList() {
    RecipientList list = list();
    if (list != null) {
      String now = list.origin().sha256();
      mailshot.editList(r -> new RecipientsEdit(r).sha256(now).recipients());
    }
  }

  private Decisions.Row row(LeftOut row) {
    return new Decisions.Row(row.at().row(), addressCell(row));
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
