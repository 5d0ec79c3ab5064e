package org.postroom.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.ListExporter;
import org.postroom.engine.Report;
import org.postroom.engine.SeenLists;

/// Where a list came from, as JSON.
final class ListJson {
  private ListJson() {}

  static Map<String, @Nullable Object> all(List<SeenLists.SeenList> lists) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("lists", lists.stream().map(ListJson::seen).toList());
    return object;
  }

  static Map<String, @Nullable Object> seen(SeenLists.SeenList list) {
    Path path = list.path();
    Instant modified = list.modified();
    Map<String, @Nullable Object> object =
        origin(
            list.fileName(),
            list.sheet(),
            list.sha256(),
            list.firstImported(),
            list.importedBy(),
            list.basis());
    object.put("lastImportedAt", list.lastImported().toString());
    object.put("path", path == null ? null : path.toString());
    object.put("modifiedAt", modified == null ? null : modified.toString());
    object.put("people", list.people());
    object.put("leftOut", list.leftOut());
    object.put("lastUse", list.lastUse().map(ListJson::use).orElse(null));
    return object;
  }

  static @Nullable Map<String, @Nullable Object> sent(Report.@Nullable SentList list) {
    return list == null
        ? null
        : origin(
            list.file(),
            list.sheet(),
            list.sha256(),
            list.importedAt(),
            list.importedBy(),
            list.basis());
  }

  private static Map<String, @Nullable Object> origin(
      String file,
      @Nullable String sheet,
      String sha256,
      Instant importedAt,
      String importedBy,
      String basis) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("file", file);
    object.put("sheet", sheet);
    object.put("sha256", sha256);
    object.put("importedAt", importedAt.toString());
    object.put("importedBy", importedBy);
    object.put("basis", basis);
    return object;
  }

  private static Map<String, @Nullable Object> use(SeenLists.Use use) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("mailshot", use.mailshot().toString());
    object.put("name", use.name());
    object.put("sender", use.sender());
    object.put("kind", use.kind().name().toLowerCase(Locale.ROOT));
    object.put("at", use.at().toString());
    return object;
  }

  static Map<String, @Nullable Object> exported(ListExporter.Exported done) {
    Map<String, @Nullable Object> object = export(done.export());
    object.put("leftOut", done.leftOut());
    return object;
  }

  static Map<String, @Nullable Object> exports(List<ListExporter.Export> exports) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("exports", exports.stream().map(ListJson::export).toList());
    return object;
  }

  static Map<String, @Nullable Object> whose(String address, ListExporter.@Nullable Export export) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("address", address);
    object.put("export", export == null ? null : export(export));
    return object;
  }

  private static Map<String, @Nullable Object> export(ListExporter.Export export) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("list", export.listFile());
    object.put("listSha256", export.listSha256());
    object.put("file", export.file().toString());
    object.put("sha256", export.sha256());
    object.put("people", export.people());
    object.put("handedTo", export.handedTo());
    object.put("by", export.by());
    object.put("at", export.at().toString());
    object.put("canary", export.canary());
    return object;
  }
}
