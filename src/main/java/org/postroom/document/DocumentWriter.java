package org.postroom.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.MailshotDocument.SendSettings;
import org.postroom.finding.Acknowledgement;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Writes a `.mailshot` file: always the same order of keys, two spaces, LF, what is not set left
/// out, so that two versions can be compared line by line.
public final class DocumentWriter {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .build()
          .writer()
          .with(
              new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));

  private DocumentWriter() {}

  /// UTF-8, with a line break at the end. Reads back as an equal document.
  public static byte[] write(MailshotDocument document) {
    return (WRITER.writeValueAsString(top(document)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> top(MailshotDocument document) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("postroom", 1);
    put(top, "id", document.id() == null ? null : document.id().toString());
    top.put("name", document.name());
    top.put("kind", Section.code(document.kind()));
    top.put("delivery", Section.code(document.delivery()));
    top.put("from", document.from());
    put(top, "replyTo", document.replyTo());
    top.put("recipients", recipients(document.recipients()));
    top.put("subject", document.subject());
    put(top, "text", document.text());
    put(top, "html", document.html());
    put(top, "markdown", document.markdown());
    putList(top, "attachments", document.attachments().stream().map(DocumentWriter::file).toList());
    if (document.unsubscribeMailto() != null) {
      top.put("unsubscribe", Map.of("mailto", document.unsubscribeMailto()));
    }
    put(top, "postalAddress", document.postalAddress());
    put(top, "send", send(document.send()));
    putList(
        top,
        "acknowledge",
        document.acknowledge().stream().map(DocumentWriter::acknowledgement).toList());
    return top;
  }

  private static Map<String, Object> recipients(Recipients list) {
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "file", list.file().isEmpty() ? null : list.file());
    put(map, "addressColumn", list.addressColumn());
    put(map, "nameColumn", list.nameColumn());
    put(map, "sheet", list.sheet());
    put(map, "charset", list.charset());
    put(map, "delimiter", list.delimiter());
    put(map, "headingRow", list.headingRow());
    put(map, "basis", list.basis());
    put(map, "expected", list.expected());
    put(map, "sha256", list.sha256());
    List<Object> leaveOut = new ArrayList<>();
    for (MailshotDocument.LeaveOut entry : list.leaveOut()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("row", entry.row());
      row.put("address", entry.address());
      row.put("reason", entry.reason());
      leaveOut.add(row);
    }
    putList(map, "leaveOut", leaveOut);
    List<Object> corrections = new ArrayList<>();
    for (MailshotDocument.Correction entry : list.corrections()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("row", entry.row());
      row.put("column", entry.column());
      row.put("was", entry.was());
      row.put("value", entry.value());
      corrections.add(row);
    }
    putList(map, "corrections", corrections);
    List<Object> duplicates = new ArrayList<>();
    for (MailshotDocument.Duplicate entry : list.duplicates()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("address", entry.address());
      row.put("keepRow", entry.keepRow());
      duplicates.add(row);
    }
    putList(map, "duplicates", duplicates);
    put(map, "where", list.where().isEmpty() ? null : list.where());
    putList(map, "include", rows(list.include()));
    putList(map, "only", rows(list.only()));
    return map;
  }

  private static List<Object> rows(List<MailshotDocument.Include> entries) {
    List<Object> rows = new ArrayList<>();
    for (MailshotDocument.Include entry : entries) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("row", entry.row());
      row.put("address", entry.address());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> file(AttachmentEntry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    switch (entry) {
      case AttachmentEntry.ForAll(String file) -> map.put("file", file);
      case AttachmentEntry.PerPerson(String column, String folder) -> {
        map.put("column", column);
        map.put("folder", folder);
      }
    }
    return map;
  }

  private static @Nullable Map<String, Object> send(@Nullable SendSettings send) {
    if (send == null) {
      return null;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    put(map, "holdSeconds", send.holdSeconds());
    put(map, "staged", send.staged());
    put(map, "notBefore", send.notBefore() == null ? null : send.notBefore().toString());
    return map;
  }

  private static Map<String, Object> acknowledgement(Acknowledgement entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("finding", entry.finding());
    put(map, "address", entry.address());
    put(map, "part", entry.part());
    put(map, "count", entry.count());
    put(map, "evidence", entry.evidence());
    map.put("reason", entry.reason());
    return map;
  }

  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static void putList(Map<String, Object> map, String key, List<?> values) {
    if (!values.isEmpty()) {
      map.put(key, values);
    }
  }
}
