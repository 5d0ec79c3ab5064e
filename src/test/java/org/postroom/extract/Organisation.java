package org.postroom.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.postroom.safety.Kit;

/// Somebody who writes to members, pupils or patients, out of `organisations.cases`.
///
/// @param texts by their keys: `letter`, `minutes`, `prices` and so on
record Organisation(String id, Map<String, String> texts) {
  static List<Organisation> all() {
    try (InputStream file = Organisation.class.getResourceAsStream("organisations.cases")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<Organisation> organisations = new ArrayList<>();
      for (String block : all.split("(?m)^== ", -1)) {
        if (!block.startsWith("#")) {
          organisations.add(read(block));
        }
      }
      return organisations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Organisation read(String block) {
    Map<String, String> texts = new LinkedHashMap<>();
    String key = "";
    for (String line : block.strip().lines().skip(1).toList()) {
      if (line.startsWith(" ")) {
        texts.merge(key, line.substring(1), (one, other) -> one + "\n" + other);
      } else {
        int colon = line.indexOf(": ");
        key = line.substring(0, colon);
        texts.put(key, line.substring(colon + 2));
      }
    }
    return new Organisation(block.lines().findFirst().orElseThrow().strip(), texts);
  }

  /// A text with the fields of the list in it; the telephones of contacts are filled in.
  String text(String key) {
    String text = Objects.requireNonNull(texts.get(key), key);
    for (int i = 1; i <= people().size(); i++) {
      text = text.replace("{phone" + i + "}", phone(i));
    }
    return text;
  }

  /// A text for one person's file.
  List<String> own(String key, int row) {
    return text(key)
        .replace("{name}", people().get(row - 1))
        .replace("{no}", number(row))
        .replace("{sum}", sum(row))
        .lines()
        .toList();
  }

  List<String> people() {
    return Arrays.asList(Objects.requireNonNull(texts.get("people")).split(", ", -1));
  }

  /// The list, with a household, neighbours, sections that many share, and columns of all kinds.
  Kit list() {
    Kit kit =
        Kit.list(
            "First name",
            "Surname",
            "Email",
            "Phone",
            "Street",
            "Section",
            "Role",
            "Member no",
            "Invoice",
            "Owes",
            "Joined",
            "Diet");
    String[] sections = {"Alto", "North", "4b", "II"};
    for (int row = 1; row <= people().size(); row++) {
      String[] name = people().get(row - 1).split(" ", 2);
      kit.row(
          name[0],
          name[1],
          "p" + row + "@" + (row % 3 == 0 ? "home" : "work") + ".example",
          phone(row),
          (row == 2 ? 1 : row) + " Mill Lane",
          sections[row % sections.length],
          row == 3 ? "Chair" : row == 4 ? "Treasurer" : "",
          Integer.toString(2020 + row),
          number(row),
          sum(row),
          String.format(Locale.ROOT, "%02d.11.2026", row),
          row % 4 == 0 ? "vegetarian" : "None");
    }
    return kit.subject(text("subject"));
  }

  private static String phone(int row) {
    return String.format(Locale.ROOT, "01632 9604%02d", row == 2 ? 1 : row);
  }

  private static String number(int row) {
    return String.format(Locale.ROOT, "R-2026-%04d", 1000 + row * 3);
  }

  private static String sum(int row) {
    return row % 5 == 0 ? "45.00" : 20 + row + ".50";
  }
}
