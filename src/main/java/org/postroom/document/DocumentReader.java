package org.postroom.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Correction;
import org.postroom.document.MailshotDocument.Duplicate;
import org.postroom.document.MailshotDocument.Include;
import org.postroom.document.MailshotDocument.LeaveOut;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.finding.Acknowledgement;
import org.postroom.message.Delivery;
import org.postroom.message.Kind;
import tools.jackson.core.JacksonException;

/// Reads a `.mailshot` file: JSON in UTF-8 with exactly the keys of [MailshotDocument]. A key that
/// is not known is an error, so that a slip of the pen never changes silently what is sent.
///
/// What a person has not written yet (sender, list, text) reads as empty; the import asks for it.
public final class DocumentReader {
  private static final String[] KEYS = {
    "postroom",
    "id",
    "name",
    "kind",
    "delivery",
    "from",
    "replyTo",
    "recipients",
    "subject",
    "text",
    "html",
    "markdown",
    "attachments",
    "unsubscribe",
    "postalAddress",
    "send",
    "acknowledge"
  };

  private DocumentReader() {}

  public static DocumentReading read(byte[] utf8) {
    try {
      return new DocumentReading.Read(document(Json.parse(utf8)));
    } catch (WrongDocumentException e) {
      return e.wrong();
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      return DocumentTexts.wrong("", line, "not-json", e.getOriginalMessage());
    }
  }

  private static MailshotDocument document(Json json) {
    if (!(json instanceof Json.Obj)) {
      throw new WrongDocumentException(
          DocumentTexts.wrong(
              "", json.line(), "not-an-object", DocumentTexts.text("sort." + json.sort())));
    }
    Section top = new Section("", json, KEYS);
    Integer version = top.integer("postroom");
    if (version == null) {
      throw top.missing("postroom");
    }
    if (version != 1) {
      throw top.wrong("postroom", "version", version.toString());
    }
    return new MailshotDocument(
        id(top),
        top.text("name", ""),
        top.choice("kind", Kind.PERSONAL, Kind.values()),
        top.choice("delivery", Delivery.INDIVIDUAL, Delivery.values()),
        orEmpty(mailbox(top, "from")),
        emptyAsNull(mailbox(top, "replyTo")),
        recipients(top),
        top.text("subject", ""),
        file(top, "text"),
        file(top, "html"),
        file(top, "markdown"),
        attachments(top),
        unsubscribe(top),
        top.text("postalAddress"),
        send(top),
        acknowledgements(top));
  }

  private static @Nullable UUID id(Section top) {
    String text = top.text("id");
    if (text == null) {
      return null;
    }
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw (WrongDocumentException) top.wrong("id", "uuid", text).initCause(e);
    }
    throw top.wrong("id", "uuid", text);
  }

  /// One mailbox, or empty while nobody wrote one.
  private static @Nullable String mailbox(Section section, String key) {
    String text = section.oneLine(key);
    if (text == null || text.isBlank()) {
      return text;
    }
    return switch (AddressReader.read(text)) {
      case AddressReading.One _ -> text;
      case AddressReading.Refused _ -> throw section.wrong(key, "one-mailbox", text);
    };
  }

  private static @Nullable String file(Section section, String key) {
    return emptyAsNull(section.oneLine(key));
  }

  private static Recipients recipients(Section top) {
    Json member = top.member("recipients");
    if (member == null) {
      return Recipients.none();
    }
    Section list =
        new Section(
            "recipients",
            member,
            "file",
            "addressColumn",
            "nameColumn",
            "sheet",
            "charset",
            "delimiter",
            "basis",
            "expected",
            "sha256",
            "leaveOut",
            "corrections",
            "duplicates",
            "where",
            "include",
            "headingRow",
            "only");
    return new Recipients(
        orEmpty(list.oneLine("file")),
        list.text("addressColumn"),
        list.text("nameColumn"),
        list.text("sheet"),
        charset(list),
        delimiter(list),
        list.text("basis"),
        list.notNegative("expected"),
        sha256(list),
        leaveOut(list),
        corrections(list),
        duplicates(list),
        where(list),
        rows(list, "include"),
        list.notNegative("headingRow"),
        rows(list, "only"));
  }

  private static @Nullable String charset(Section list) {
    String name = list.text("charset");
    if (name == null) {
      return null;
    }
    try {
      if (Charset.isSupported(name)) {
        return name;
      }
    } catch (IllegalCharsetNameException e) {
      throw (WrongDocumentException) list.wrong("charset", "charset", name).initCause(e);
    }
    throw list.wrong("charset", "charset", name);
  }

  private static @Nullable String delimiter(Section list) {
    String text = list.text("delimiter");
    if (text != null && text.length() != 1) {
      throw list.wrong("delimiter", "delimiter", text);
    }
    return text;
  }

  private static @Nullable String sha256(Section list) {
    String text = list.text("sha256");
    if (text != null && !text.matches("[0-9a-fA-F]{64}")) {
      throw list.wrong("sha256", "sha256", text);
    }
    return text;
  }

  /// The address must be given, so that a list whose rows moved is noticed; null says that the
  /// row's address cell was empty.
  private static List<LeaveOut> leaveOut(Section list) {
    List<LeaveOut> rows = new ArrayList<>();
    for (Section entry : list.sections("leaveOut", "row", "address", "reason")) {
      if (!entry.has("address")) {
        throw entry.missing("address");
      }
      rows.add(new LeaveOut(entry.needRow("row"), entry.text("address"), entry.text("reason", "")));
    }
    return rows;
  }

  private static List<Include> rows(Section list, String key) {
    List<Include> rows = new ArrayList<>();
    for (Section entry : list.sections(key, "row", "address")) {
      if (!entry.has("address")) {
        throw entry.missing("address");
      }
      rows.add(new Include(entry.needRow("row"), entry.text("address")));
    }
    return rows;
  }

  private static List<Correction> corrections(Section list) {
    List<Correction> corrections = new ArrayList<>();
    for (Section entry : list.sections("corrections", "row", "column", "was", "value")) {
      corrections.add(
          new Correction(
              entry.needRow("row"),
              entry.needText("column"),
              entry.needText("was"),
              entry.needText("value")));
    }
    return corrections;
  }

  private static List<Duplicate> duplicates(Section list) {
    List<Duplicate> duplicates = new ArrayList<>();
    for (Section entry : list.sections("duplicates", "address", "keepRow")) {
      duplicates.add(new Duplicate(entry.needText("address"), entry.needRow("keepRow")));
    }
    return duplicates;
  }

  private static SequencedMap<String, List<String>> where(Section list) {
    SequencedMap<String, List<String>> where = new LinkedHashMap<>();
    Json member = list.member("where");
    if (member == null) {
      return where;
    }
    if (!(member instanceof Json.Obj columns)) {
      throw Section.wrongType("recipients.where", member, "object");
    }
    columns
        .members()
        .forEach(
            (column, values) -> {
              String way = "recipients.where." + column;
              if (!(values instanceof Json.Arr array)) {
                throw Section.wrongType(way, values, "array");
              }
              where.put(
                  column, array.items().stream().map(item -> Section.asText(way, item)).toList());
            });
    return where;
  }

  private static List<AttachmentEntry> attachments(Section top) {
    List<AttachmentEntry> entries = new ArrayList<>();
    for (Section entry : top.sections("attachments", "file", "column", "folder")) {
      String file = emptyAsNull(entry.oneLine("file"));
      String column = emptyAsNull(entry.text("column"));
      String folder = emptyAsNull(entry.oneLine("folder"));
      if (file != null && column == null && folder == null) {
        entries.add(new AttachmentEntry.ForAll(file));
      } else if (file == null && column != null && folder != null) {
        entries.add(new AttachmentEntry.PerPerson(column, folder));
      } else {
        throw entry.wrong("attachment");
      }
    }
    return entries;
  }

  private static @Nullable String unsubscribe(Section top) {
    Json member = top.member("unsubscribe");
    if (member == null) {
      return null;
    }
    Section section = new Section("unsubscribe", member, "mailto");
    return emptyAsNull(mailbox(section, "mailto"));
  }

  private static @Nullable SendSettings send(Section top) {
    Json member = top.member("send");
    if (member == null) {
      return null;
    }
    Section send = new Section("send", member, "holdSeconds", "staged", "notBefore");
    return new SendSettings(send.notNegative("holdSeconds"), send.bool("staged"), notBefore(send));
  }

  private static @Nullable OffsetDateTime notBefore(Section send) {
    String text = send.text("notBefore");
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw (WrongDocumentException) send.wrong("notBefore", "date", text).initCause(e);
    }
  }

  private static List<Acknowledgement> acknowledgements(Section top) {
    List<Acknowledgement> entries = new ArrayList<>();
    for (Section entry :
        top.sections("acknowledge", "finding", "address", "part", "count", "evidence", "reason")) {
      String reason = entry.text("reason", "");
      if (reason.isBlank()) {
        throw entry.wrong("reason", "reason");
      }
      entries.add(
          new Acknowledgement(
              entry.needText("finding"),
              entry.text("address"),
              entry.text("part"),
              entry.notNegative("count"),
              entry.text("evidence"),
              reason));
    }
    return entries;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String emptyAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
