package org.postroom.tabular;

import java.util.List;

/// The behaviour table as the second half of `how-we-read-lists.md`.
final class BehaviourPage {
  /// What stands above this line is written by hand.
  static final String MARK = "<!-- From here on written by BehaviourPage out of the table. -->";

  private record Section(String reader, String title, String words) {}

  private static final List<Section> SECTIONS =
      List.of(
          new Section(
              "csv",
              "Delimited text",
              "Rows are written `line:cell^cell`, the headings first; `[charset delimiter]` stands"
                  + " in front where it matters, `cut` at the end where the file ends within a row,"
                  + " and what a person is told behind a `+`."),
          new Section(
              "sheet",
              "Spreadsheets",
              "Each line is written as xlsx and as ods, and both read the same. `[Name]` begins a"
                  + " sheet, `/` a row, `^` a cell; `!` is an error, `?` yes or no, `=` a formula"
                  + " with the value that was kept."),
          new Section(
              "shown",
              "Numbers and dates of an xlsx",
              "The number that the file holds, its format, and what is read."),
          new Section("vcf", "Address books", "Each card is a row on the line of its BEGIN."),
          new Section(
              "paste",
              "Pasted",
              "From a spreadsheet, or from the address field of a mail program."),
          new Section("address", "One cell as an address", "What a cell must hold to be one."),
          new Section(
              "people",
              "From rows to people",
              "The whole import of a file: who gets a letter, which row is left out and why, and"
                  + " behind the `+` the findings."));

  private BehaviourPage() {}

  static String render(List<Behaviour> all) {
    StringBuilder page = new StringBuilder(MARK).append("\n");
    for (Section section : SECTIONS) {
      List<Behaviour> of = all.stream().filter(b -> b.reader().equals(section.reader)).toList();
      page.append("\n## ")
          .append(section.title)
          .append("\n\n")
          .append(section.words)
          .append("\n\n");
      page.append("| id | input | what is read | why |\n|---|---|---|---|\n");
      for (Behaviour behaviour : of) {
        page.append("| ").append(behaviour.id()).append(" | ").append(input(behaviour));
        page.append(" | ").append(code(behaviour.read()));
        page.append(" | ").append(behaviour.why()).append(" |\n");
      }
    }
    return page.toString();
  }

  private static String input(Behaviour behaviour) {
    String options = behaviour.kind().substring(behaviour.reader().length()).strip();
    return code(behaviour.input()) + (options.isEmpty() ? "" : " as " + code(options));
  }

  /// As code of a Markdown table: a bar would end the cell.
  private static String code(String text) {
    return text.isEmpty() ? "(nothing)" : "`` " + text.replace("|", "\\|") + " ``";
  }
}
