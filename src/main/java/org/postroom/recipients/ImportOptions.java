package org.postroom.recipients;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.address.MailboxKey;

/// What a document and a workspace say about a list.
///
/// @param addressColumn the column of the addresses, or null where it is to be found
/// @param nameColumn the column of the names for To, or null where it is to be found
/// @param leaveOut rows left out by hand
/// @param corrections cells corrected for this mailshot
/// @param duplicates which row of a conflicting address is kept
/// @param where column → the values that are written to; empty for everybody
/// @param headerFields columns whose values go into a header, as the subject's do (rule V1)
/// @param suppressed true for a mailbox that is never written to
/// @param canary true for a mailbox that stands in the list to notice its theft
/// @param include hidden rows that are written to nevertheless
/// @param only rows chosen by hand, the only ones that are written to; empty for all
public record ImportOptions(
    @Nullable String addressColumn,
    @Nullable String nameColumn,
    List<LeaveOut> leaveOut,
    List<Correction> corrections,
    List<Keep> duplicates,
    Map<String, List<String>> where,
    Set<FieldName> headerFields,
    Predicate<MailboxKey> suppressed,
    Predicate<MailboxKey> canary,
    List<Include> include,
    List<Include> only) {
  /// Everything is to be found out, nobody is left out.
  public static final ImportOptions NONE =
      new ImportOptions(
          null, null, List.of(), List.of(), List.of(), Map.of(), Set.of(), _ -> false, _ -> false);

  public ImportOptions {
    leaveOut = List.copyOf(leaveOut);
    corrections = List.copyOf(corrections);
    duplicates = List.copyOf(duplicates);
    where = new LinkedHashMap<>(where);
    headerFields = Set.copyOf(headerFields);
    include = List.copyOf(include);
    only = List.copyOf(only);
  }

  /// Hidden rows stay out.
  public ImportOptions(
      @Nullable String addressColumn,
      @Nullable String nameColumn,
      List<LeaveOut> leaveOut,
      List<Correction> corrections,
      List<Keep> duplicates,
      Map<String, List<String>> where,
      Set<FieldName> headerFields,
      Predicate<MailboxKey> suppressed,
      Predicate<MailboxKey> canary) {
    this(
        addressColumn,
        nameColumn,
        leaveOut,
        corrections,
        duplicates,
        where,
        headerFields,
        suppressed,
        canary,
        List.of(),
        List.of());
  }

  /// @param address what the row held then, or null where nobody wrote it down
  public record Include(int row, @Nullable String address) {}

  /// @param address what the row held then, or null where nobody wrote it down
  public record LeaveOut(int row, @Nullable String address, String reason) {}

  /// Applies only while the cell still holds `was`.
  public record Correction(int row, String column, String was, String value) {}

  /// Of the rows that share `address`, the one that is used.
  public record Keep(String address, int keepRow) {}
}
