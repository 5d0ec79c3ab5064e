package org.postroom.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small mailshot to many people, in a folder of its own.
public final class PlainMailshot {
  private PlainMailshot() {}

  /// @param folder made where it is not there
  /// @param domain the people are `person1@…` to `personN@…`
  /// @return the document
  public static Path write(Path folder, String name, int people, String domain) throws IOException {
    Files.createDirectories(folder);
    StringBuilder list = new StringBuilder("Email,Name\n");
    for (int i = 1; i <= people; i++) {
      list.append("person%d@%s,Person %d\n".formatted(i, domain, i));
    }
    Files.writeString(folder.resolve("members.csv"), list);
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name}},\n\nwe sing on Friday.\n\nThe choir\n");
    return Files.writeString(
        folder.resolve("spring.mailshot"),
        """
        {
          "postroom": 1,
          "name": "%s",
          "from": "Riverside Choir <news@riverside.example>",
          "recipients": {
            "file": "members.csv",
            "basis": "members of the choir, list kept by the secretary"
          },
          "subject": "We sing on Friday, {{Name}}",
          "text": "letter.txt"
        }
        """
            .formatted(name));
  }
}
