package org.postroom.drill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postroom.document.DocumentEdit;
import org.postroom.document.MailshotDocument.AttachmentEntry;
import org.postroom.document.MailshotDocument.Recipients;
import org.postroom.document.RecipientsEdit;
import org.postroom.engine.MailshotFile;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;

/// The mailshot of a drill: a choir's letter to forty people who do not exist, with the mistake of
/// the incident laid out in it or beside it.
final class DrillMailshot {
  private static final String PEOPLE = "people.csv";
  private static final String GUESTS = "table-plan.csv";
  private static final String LETTER = "letter.txt";
  private static final int EMAIL = 1;
  private static final int OWES = 3;
  private static final int BILL = 4;

  private final Drill drill;
  private final List<List<String>> people;

  DrillMailshot(Drill drill) throws IOException {
    this.drill = drill;
    this.people = rows(resource(PEOPLE));
  }

  /// Writes list, text and files beside the new mailshot `made`, and what it says into it.
  MailshotFile write(Postroom engine, MailshotFile made) throws IOException, ProblemException {
    Path folder = made.folder();
    write(folder, PEOPLE, list());
    write(folder, LETTER, text());
    if (drill == Drill.I10) {
      write(folder, GUESTS, resource("guests.csv"));
    }
    if (drill == Drill.I11) {
      bills(folder);
    }
    DocumentEdit edit =
        new DocumentEdit(made.document())
            .from("Riverside Community Choir <news@riverside.example>")
            .subject("Our summer concert")
            .text(LETTER)
            .attachments(attachments())
            .recipients(
                new RecipientsEdit(Recipients.none())
                    .file(PEOPLE)
                    .addressColumn("Email")
                    .nameColumn("Name")
                    .basis(drill == Drill.I6 ? null : "members of the choir")
                    .recipients());
    return engine.save(made.with(edit.document()));
  }

  private String list() {
    return people.stream()
        .map(person -> String.join(";", row(person)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// The row as this drill's list has it.
  private List<String> row(List<String> person) {
    int at = people.indexOf(person);
    List<String> row = new ArrayList<>(person);
    if (drill == Drill.I7 && at > 0) {
      row.set(EMAIL, "test@riverside.example");
    }
    if (drill == Drill.I11 && at > 0) {
      // One cell was deleted and the rest moved up: everybody has the next one's bill.
      row.set(BILL, people.get(at + 1 < people.size() ? at + 1 : 1).get(BILL));
    }
    return row;
  }

  private String text() throws IOException {
    return switch (drill) {
      case I1 ->
          resource(LETTER)
              + people.stream()
                  .skip(1)
                  .limit(12)
                  .map(person -> person.getFirst() + " <" + person.get(EMAIL) + ">")
                  .collect(
                      Collectors.joining(",\n  ", "\n----- Earlier message -----\nTo: ", "\n"));
      case I5 -> resource("draft.txt");
      case I2, I3, I4, I6, I7, I8, I9, I10, I11, I12 -> resource(LETTER);
    };
  }

  private List<AttachmentEntry> attachments() {
    return switch (drill) {
      case I10 -> List.of(new AttachmentEntry.ForAll(GUESTS));
      case I11 -> List.of(new AttachmentEntry.PerPerson("Bill", "bills"));
      case I1, I2, I3, I4, I5, I6, I7, I8, I9, I12 -> List.of();
    };
  }

  private void bills(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("bills"));
    String bill = resource("bill.txt");
    for (List<String> person : people.subList(1, people.size())) {
      String text =
          String.format(Locale.ROOT, bill, person.getFirst(), person.get(EMAIL), person.get(OWES));
      write(folder, "bills/" + person.get(BILL), text);
    }
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  /// Our own file, without quotes.
  private static List<List<String>> rows(String csv) {
    return csv.lines().map(line -> List.of(line.split(";", -1))).toList();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DrillMailshot.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
