package org.postroom.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Draft;
import org.postroom.engine.ListReading;
import org.postroom.engine.Report;
import org.postroom.engine.SeenLists;
import org.postroom.engine.SuppressionList;
import org.postroom.finding.Finding;
import org.postroom.finding.FindingTexts;
import org.postroom.recipients.FieldName;
import org.postroom.recipients.LeftOut;
import org.postroom.recipients.ListOrigin;
import org.postroom.recipients.RecipientList;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of the command line: one object, its field names part of the contract.
final class Json {
  private static final FindingTexts TEXTS = new FindingTexts(CliTexts.LOCALE);
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .build()
          .writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  private Json() {}

  static String write(Map<String, ?> object) {
    return WRITER.writeValueAsString(object);
  }

  static Map<String, @Nullable Object> list(String file, ListReading reading) {
    RecipientList list = reading.list();
    ListOrigin origin = list.origin();
    FieldName address = list.addressColumn();
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("file", file);
    object.put("sha256", origin.sha256());
    object.put("format", origin.format());
    object.put("charset", origin.charset());
    object.put("delimiter", origin.delimiter());
    object.put("sheet", origin.sheet());
    object.put("columns", list.columns().names().stream().map(FieldName::shown).toList());
    object.put("addressColumn", address == null ? null : address.shown());
    object.put("rows", list.rows());
    object.put("people", list.people().size());
    object.put("leftOut", leftOut(list.leftOut()));
    object.put("findings", reading.findings().stream().map(f -> finding(f, null)).toList());
    return object;
  }

  /// @param list what is known of the list, or null
  static Map<String, @Nullable Object> check(
      Draft draft, Judgement judgement, SeenLists.@Nullable SeenList list) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("mailshot", draft.mailshot().id().toString());
    object.put("name", draft.mailshot().name());
    object.put("people", draft.people());
    object.put("leftOut", draft.list().leftOut().size());
    object.put("leftOutRows", leftOut(draft.list().leftOut()));
    object.put("letters", judgement.letters());
    object.put("planDigest", judgement.planDigest());
    object.put("clear", judgement.clear());
    object.put("list", list == null ? null : ListJson.seen(list));
    object.put("findings", findings(judgement));
    return object;
  }

  static Map<String, @Nullable Object> report(Report report) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("mailshot", report.mailshot().toString());
    object.put("name", report.name());
    object.put("revision", report.revision());
    object.put("practice", report.practice());
    object.put("planned", report.counts().planned());
    object.put("accepted", report.counts().accepted());
    object.put("deferred", report.counts().deferred());
    object.put("refused", report.counts().refused());
    object.put("inDoubt", report.counts().inDoubt());
    object.put("notYetSent", report.counts().notYetSent());
    object.put("withdrawn", report.counts().withdrawn());
    object.put("leftOut", report.leftOut());
    object.put("ledgerHead", report.headHash());
    object.put("list", ListJson.sent(report.list()));
    object.put("letters", report.letters().stream().map(Json::letter).toList());
    return object;
  }

  static Map<String, @Nullable Object> suppressed(List<SuppressionList.Suppressed> people) {
    List<Object> objects = new ArrayList<>();
    for (SuppressionList.Suppressed person : people) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("address", person.address());
      object.put("reason", person.reason());
      object.put("by", person.byServer() ? "server" : "person");
      object.put("since", person.since().toString());
      objects.add(object);
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("suppressed", objects);
    return all;
  }

  static Map<String, @Nullable Object> imported(SuppressionList.Imported imported) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("rows", imported.rows());
    object.put("added", imported.added());
    object.put("already", imported.already());
    object.put("repeated", imported.repeated());
    object.put("leftOut", leftOut(imported.leftOut()));
    return object;
  }

  static List<Object> findings(Judgement judgement) {
    List<Object> objects = new ArrayList<>();
    for (Finding found : judgement.findings()) {
      objects.add(finding(found, judgement.reason(found)));
    }
    return objects;
  }

  private static Map<String, @Nullable Object> letter(Report.PersonOutcome person) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    Instant at = person.at();
    object.put("row", person.row());
    object.put("address", person.address());
    object.put("name", person.name());
    object.put("state", person.state().code());
    object.put("messageId", person.messageId());
    object.put("reply", person.reply());
    object.put("at", at == null ? null : at.toString());
    object.put("sha256", person.sha256());
    object.put("letterDigest", person.letterDigest());
    if (person.envelope() != null) {
      object.put("envelope", person.envelope());
    }
    return object;
  }

  private static List<Map<String, Object>> leftOut(List<LeftOut> rows) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (LeftOut row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("row", row.at().row());
      object.put("line", row.at().line());
      object.put("reason", row.reason().code());
      object.put("value", row.value());
      if (!row.why().isEmpty()) {
        object.put("why", row.why());
      }
      objects.add(object);
    }
    return objects;
  }

  private static Map<String, @Nullable Object> finding(Finding found, @Nullable String reason) {
    Map<String, @Nullable Object> where = new LinkedHashMap<>();
    where.put("part", found.where().part());
    where.put("row", found.where().row());
    where.put("address", found.where().address());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", found.id());
    object.put("severity", found.severity().name().toLowerCase(java.util.Locale.ROOT));
    object.put("message", TEXTS.message(found));
    object.put("where", where);
    object.put("count", found.count());
    object.put("evidence", found.evidence());
    if (reason != null) {
      object.put("acknowledged", true);
      object.put("reason", reason);
    }
    return object;
  }
}
