package org.postroom.recipients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// From a table to people: every row is either somebody to write to or left out with its reason
/// (rule L1). Pure and deterministic.
public final class ListImport {
  private final SourceTable table;
  private final ImportOptions options;
  private final Columns columns;
  private final List<ImportMistake> mistakes = new ArrayList<>();

  private ListImport(SourceTable table, ImportOptions options) {
    this.table = table;
    this.options = options;
    this.columns = new Columns(table.header().cells().stream().map(FieldName::of).toList());
  }

  /// @param stop asked now and then; true to stop
  /// @throws CancellationException where `stop` said so
  public static ImportReading read(SourceTable table, ImportOptions options, BooleanSupplier stop) {
    return new ListImport(table, options).run(stop);
  }

  private ImportReading run(BooleanSupplier stop) {
    ImportFindings findings = new ImportFindings(table, columns);
    int address = addressColumn(findings);
    int name = nameColumn(address);
    ByHand hand = ByHand.of(table, columns, address, options, mistakes);
    RowJudge judge = new RowJudge(columns, address, name, options, hand, mistakes);
    Verdicts verdicts = new Verdicts(table.rows(), judge);
    verdicts.decide(findings, stop);
    new Duplicates(verdicts, columns, address).settle(options.duplicates(), table, mistakes);
    if (!mistakes.isEmpty()) {
      return new ImportReading.Mistaken(mistakes);
    }
    RecipientList list =
        new RecipientList(
            table.origin(),
            columns,
            column(address),
            column(name),
            new JudgedPeople(verdicts, verdicts.rows(true)),
            new JudgedPeople.Others(verdicts, verdicts.rows(false)));
    return new ImportReading.Imported(list, findings.about(list, verdicts));
  }

  private @Nullable FieldName column(int index) {
    return index < 0 ? null : columns.names().get(index);
  }

  private int addressColumn(ImportFindings findings) {
    String chosen = options.addressColumn();
    if (chosen != null) {
      return chosenColumn("addressColumn", chosen);
    }
    return switch (AddressColumn.find(table.header().cells(), table.rows())) {
      case AddressColumn.Found.One(int index) -> index;
      case AddressColumn.Found.None _ -> -1;
      case AddressColumn.Found.Several(List<Integer> indexes) -> {
        findings.addressColumnUnclear(indexes);
        yield -1;
      }
    };
  }

  private int nameColumn(int address) {
    String chosen = options.nameColumn();
    int found =
        chosen == null
            ? NameColumn.find(table.header().cells())
            : chosenColumn("nameColumn", chosen);
    return found == address ? -1 : found;
  }

  private int chosenColumn(String key, String chosen) {
    FieldName name = FieldName.of(chosen);
    int index = columns.indexOf(name);
    if (index < 0) {
      String nearest = columns.nearest(name).map(FieldName::shown).orElse("");
      mistakes.add(new ImportMistake.NoSuchColumn(key, chosen, nearest));
    }
    return index;
  }
}
