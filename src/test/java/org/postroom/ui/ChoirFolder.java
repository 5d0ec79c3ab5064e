package org.postroom.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/// A folder with a list of members, a letter and a mailshot that is ready for the review.
record ChoirFolder(
    String name, String subject, String from, int people, IntFunction<String> address, int blanks) {
  static ChoirFolder of(int people) {
    return new ChoirFolder(
        "Thursday",
        "Rehearsal on Thursday",
        "Riverside Choir <news@riverside.example>",
        people,
        i -> "member" + i + "@choir.example",
        0);
  }

  ChoirFolder named(String name, String subject) {
    return new ChoirFolder(name, subject, from, people, address, blanks);
  }

  ChoirFolder from(String from) {
    return new ChoirFolder(name, subject, from, people, address, blanks);
  }

  ChoirFolder addresses(IntFunction<String> address) {
    return new ChoirFolder(name, subject, from, people, address, blanks);
  }

  /// Rows at the end in which nobody has an address.
  ChoirFolder withBlanks(int blanks) {
    return new ChoirFolder(name, subject, from, people, address, blanks);
  }

  /// @return the mailshot's document
  Path write(Path folder) throws IOException {
    Path here = Files.createDirectories(folder.resolve("choir"));
    StringBuilder list = new StringBuilder("Email,Name\r\n");
    for (int i = 1; i <= people; i++) {
      list.append(address.apply(i)).append(",Member ").append(i).append("\r\n");
    }
    list.append(",Nobody yet\r\n".repeat(blanks));
    Files.writeString(here.resolve("members.csv"), list);
    Files.writeString(
        here.resolve("letter.txt"),
        "Dear {{Name}},\n\nwe sing on Thursday at seven in the hall.\n\nHelen\n");
    return Files.writeString(
        here.resolve("choir.mailshot"),
        """
        {
          "postroom": 1,
          "name": "%s",
          "from": "%s",
          "recipients": { "file": "members.csv", "basis": "members of the choir, kept by Helen" },
          "subject": "%s",
          "text": "letter.txt"
        }
        """
            .formatted(name, from, subject));
  }
}
