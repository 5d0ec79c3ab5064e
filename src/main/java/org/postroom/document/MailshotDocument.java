package org.postroom.document;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;

/// A `.mailshot` file as data: the same keys, the same meanings. Relative paths are relative to the
/// file. Values are as written; whether they make sense is said by the import and the review.
///
/// @param id null until the first save
/// @param from `Name <address>`, one mailbox without CR or LF
/// @param replyTo one mailbox, or null
/// @param text file, or null; at least one of text, html, markdown
/// @param acknowledge what a person confirmed
public record MailshotDocument(
    @Nullable UUID id,
    String name,
    Kind kind,
    Delivery delivery,
    String from,
    @Nullable String replyTo,
    Recipients recipients,
    String subject,
    @Nullable String text,
    @Nullable String html,
    @Nullable String markdown,
    List<AttachmentEntry> attachments,
    @Nullable String unsubscribeMailto,
    @Nullable String postalAddress,
    @Nullable SendSettings send,
    List<Acknowledgement> acknowledge) {
  public MailshotDocument {
    attachments = List.copyOf(attachments);
    acknowledge = List.copyOf(acknowledge);
  }

  /// The section `recipients`.
  ///
  /// @param file path, relative to the document; empty while no list was chosen
  /// @param sha256 of the list when the window saved, or null
  /// @param where column → allowed values, in the order of the document
  /// @param headingRow the list's line on which the headings stand, 0 where there are none, or null
  /// @param include rows that the spreadsheet hides and that are written to nevertheless
  /// @param only rows chosen by hand, the only ones that are written to; empty for all
  public record Recipients(
      String file,
      @Nullable String addressColumn,
      @Nullable String nameColumn,
      @Nullable String sheet,
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String basis,
      @Nullable Integer expected,
      @Nullable String sha256,
      List<LeaveOut> leaveOut,
      List<Correction> corrections,
      List<Duplicate> duplicates,
      Map<String, List<String>> where,
      List<Include> include,
      @Nullable Integer headingRow,
      List<Include> only) {
    public Recipients {
      include = List.copyOf(include);
      only = List.copyOf(only);
      leaveOut = List.copyOf(leaveOut);
      corrections = List.copyOf(corrections);
      duplicates = List.copyOf(duplicates);
      SequencedMap<String, List<String>> columns = new LinkedHashMap<>();
      where.forEach((column, values) -> columns.put(column, List.copyOf(values)));
      where = Collections.unmodifiableSequencedMap(columns);
    }

    /// Without rows that were chosen one by one.
    public Recipients(
        String file,
        @Nullable String addressColumn,
        @Nullable String nameColumn,
        @Nullable String sheet,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable String basis,
        @Nullable Integer expected,
        @Nullable String sha256,
        List<LeaveOut> leaveOut,
        List<Correction> corrections,
        List<Duplicate> duplicates,
        Map<String, List<String>> where) {
      this(
          file,
          addressColumn,
          nameColumn,
          sheet,
          charset,
          delimiter,
          basis,
          expected,
          sha256,
          leaveOut,
          corrections,
          duplicates,
          where,
          List.of(),
          null,
          List.of());
    }

    /// What `basis` says where somebody was asked and does not know; `: ` and who keeps the list
    /// may follow.
    public static final String BASIS_UNKNOWN = "unknown";

    /// Why these people may be written to; empty where nobody said, or said that they do not know.
    public String saidBasis() {
      String said = basis == null ? "" : basis.strip();
      boolean unknown =
          said.equalsIgnoreCase(BASIS_UNKNOWN)
              || said.regionMatches(true, 0, BASIS_UNKNOWN + ":", 0, BASIS_UNKNOWN.length() + 1);
      return unknown ? "" : said;
    }

    public static Recipients none() {
      return new Recipients(
          "", null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
          Map.of());
    }
  }

  /// A row left out by hand; `address` is what the row held then, or null.
  public record LeaveOut(int row, @Nullable String address, String reason) {}

  /// A row that was chosen to be written to; `address` is what the row held then, or null.
  public record Include(int row, @Nullable String address) {}

  /// A cell corrected for this mailshot; applies only while the cell still holds `was`.
  public record Correction(int row, String column, String was, String value) {}

  /// Which row of a conflicting address is kept.
  public record Duplicate(String address, int keepRow) {}

  /// One entry of `attachments`: `{"file"}` or `{"column", "folder"}`.
  public sealed interface AttachmentEntry {
    record ForAll(String file) implements AttachmentEntry {}

    record PerPerson(String column, String folder) implements AttachmentEntry {}
  }

  /// The section `send`.
  public record SendSettings(
      @Nullable Integer holdSeconds,
      @Nullable Boolean staged,
      @Nullable OffsetDateTime notBefore) {}
}
