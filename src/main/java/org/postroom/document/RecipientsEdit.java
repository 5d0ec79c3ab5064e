package org.postroom.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;

/// The section `recipients` with some things changed and all others as they were.
public final class RecipientsEdit {
  private String file;
  private @Nullable String addressColumn;
  private @Nullable String nameColumn;
  private @Nullable String sheet;
  private @Nullable String charset;
  private @Nullable String delimiter;
  private @Nullable String basis;
  private @Nullable Integer expected;
  private @Nullable String sha256;
  private List<LeaveOut> leaveOut;
  private List<Correction> corrections;
  private List<Duplicate> duplicates;
  private Map<String, List<String>> where;
  private List<Include> include;
  private @Nullable Integer headingRow;
  private List<Include> only;

  public RecipientsEdit(Recipients before) {
    file = before.file();
    addressColumn = before.addressColumn();
    nameColumn = before.nameColumn();
    sheet = before.sheet();
    charset = before.charset();
    delimiter = before.delimiter();
    basis = before.basis();
    expected = before.expected();
    sha256 = before.sha256();
    leaveOut = before.leaveOut();
    corrections = before.corrections();
    duplicates = before.duplicates();
    where = before.where();
    include = before.include();
    headingRow = before.headingRow();
    only = before.only();
  }

  public RecipientsEdit file(String value) {
    file = value;
    return this;
  }

  public RecipientsEdit addressColumn(@Nullable String value) {
    addressColumn = value;
    return this;
  }

  public RecipientsEdit nameColumn(@Nullable String value) {
    nameColumn = value;
    return this;
  }

  public RecipientsEdit sheet(@Nullable String value) {
    sheet = value;
    return this;
  }

  public RecipientsEdit charset(@Nullable String value) {
    charset = value;
    return this;
  }

  public RecipientsEdit delimiter(@Nullable String value) {
    delimiter = value;
    return this;
  }

  public RecipientsEdit basis(@Nullable String value) {
    basis = value;
    return this;
  }

  public RecipientsEdit expected(@Nullable Integer value) {
    expected = value;
    return this;
  }

  public RecipientsEdit sha256(@Nullable String value) {
    sha256 = value;
    return this;
  }

  public RecipientsEdit leaveOut(List<LeaveOut> value) {
    leaveOut = value;
    return this;
  }

  public RecipientsEdit corrections(List<Correction> value) {
    corrections = value;
    return this;
  }

  public RecipientsEdit duplicates(List<Duplicate> value) {
    duplicates = value;
    return this;
  }

  public RecipientsEdit where(Map<String, List<String>> value) {
    where = value;
    return this;
  }

  public RecipientsEdit include(List<Include> value) {
    include = value;
    return this;
  }

  public RecipientsEdit headingRow(@Nullable Integer value) {
    headingRow = value;
    return this;
  }

  public RecipientsEdit only(List<Include> value) {
    only = value;
    return this;
  }

  /// The recipients with the changes.
  public Recipients recipients() {
    return new Recipients(
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
        include,
        headingRow,
        only);
  }
}
