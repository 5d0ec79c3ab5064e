package org.postroom.mta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Practice in a network namespace of its own with nothing but a loopback device: there is no way
/// out of it, and every letter arrives all the same. So practice needs no network, whatever the
/// program may think it does. `unshare` is in util-linux, `ip` in iproute2.
class NoNetworkMtaIT {
  private static final int PEOPLE = 60;

  /// Brings the loopback device up, says which devices are up, and becomes the command.
  private static final String INSIDE =
      "ip link set lo up && ip -o link show up > \"$0\" && ip route > \"$1\" && shift && exec \"$@\"";

  @TempDir Path folder;
  private Path mailshot;
  private Path devices;
  private Path routes;

  @BeforeEach
  void writeTheMailshot() throws IOException {
    devices = folder.resolve("devices.txt");
    routes = folder.resolve("routes.txt");
    StringBuilder list = new StringBuilder("Email,Name\n");
    for (int i = 1; i <= PEOPLE; i++) {
      list.append("person%d@choir%d.example,Person %d\n".formatted(i, i, i));
    }
    Files.writeString(folder.resolve("members.csv"), list);
    Files.writeString(
        folder.resolve("letter.txt"), "Dear {{Name}},\n\nwe sing on Friday.\n\nHelen\n");
    mailshot =
        Files.writeString(
            folder.resolve("spring.mailshot"),
            """
            {
              "postroom": 1,
              "name": "Spring",
              "from": "Riverside Choir <news@riverside.example>",
              "recipients": { "file": "members.csv", "basis": "members of the choir" },
              "subject": "We sing on Friday, {{Name}}",
              "text": "letter.txt"
            }
            """);
  }

  private Postroom.Run inside(String... arguments) {
    return new Postroom(folder.resolve("workspace"), Map.of(), List.of())
        .wrapped(
            "unshare",
            "--map-root-user",
            "--net",
            "sh",
            "-c",
            INSIDE,
            devices.toString(),
            routes.toString())
        .run(arguments);
  }

  @Test
  void practiceArrivesWholeWhereThereIsNoNetwork() throws IOException {
    Path mail = folder.resolve("mail");
    Postroom.Run sent =
        inside(
            "send",
            mailshot.toString(),
            "--confirm",
            Integer.toString(PEOPLE),
            "--practice",
            "--dir",
            mail.toString(),
            "--json");

    assertThat(sent.exit()).as(sent.err()).isZero();
    assertThat(sent.out()).contains("\"accepted\" : " + PEOPLE);
    assertThat(Files.readString(devices, StandardCharsets.UTF_8).strip())
        .contains(" lo: ")
        .hasLineCount(1);
    assertThat(Files.readString(routes, StandardCharsets.UTF_8)).isBlank();
    try (Stream<Path> files = Files.list(mail)) {
      assertThat(files.filter(file -> file.toString().endsWith(".eml"))).hasSize(PEOPLE);
    }
  }

  @Test
  void fromThereRealMailCannotLeave() {
    Postroom.Run sent =
        inside(
            "send",
            mailshot.toString(),
            "--confirm",
            Integer.toString(PEOPLE),
            "--smtp",
            "smtps://192.0.2.1",
            "--max-per-minute",
            "0",
            "--json");

    assertThat(sent.exit()).as(sent.err()).isEqualTo(6);
    assertThat(sent.out()).contains("\"accepted\" : 0").contains("\"notYetSent\" : " + PEOPLE);
  }
}
