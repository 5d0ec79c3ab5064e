package org.postroom.mta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Debian package, made from what the build left under `target/postroom`, unpacked as dpkg does
/// it, and used: its window under a real X server, its command line on a mailshot.
class InstallerMtaIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir static Path dir;
  private static Path root;
  private static String display;
  private static Process xServer;

  @BeforeAll
  static void makeAndUnpackThePackage() throws Exception {
    run(Map.of(), List.of("sh", "installer/linux.sh"), TARGET.resolve("installer.log"), 540);
    root = Files.createDirectory(dir.resolve("root"));
    run(Map.of(), List.of("dpkg", "-x", thePackage().toString(), root.toString()), null, 120);

    xServer =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = xServer.inputReader()) {
      display = ":" + said.readLine();
    }
  }

  @AfterAll
  static void stopTheXServer() {
    xServer.destroy();
  }

  @Test
  void theWindowOpens() throws Exception {
    Path said = TARGET.resolve("installer-window.log");
    Process window =
        program(Map.of("DISPLAY", display), dir.resolve("window"))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      List<String> search =
          List.of("xdotool", "search", "--sync", "--onlyvisible", "--name", "Postroom");
      run(Map.of("DISPLAY", display), search, null, 120);
      Path picture = TARGET.resolve("installer-window.png");
      run(
          Map.of("DISPLAY", display),
          List.of("import", "-window", "root", picture.toString()),
          null,
          60);
      assertThat(picture).isNotEmptyFile();
      // The desktop finds the icon and the name of a running window by its class.
      String desktop = Files.readString(root.resolve("usr/share/applications/postroom.desktop"));
      String windowClass = desktop.replaceFirst("(?s).*StartupWMClass=([^\\n]+).*", "$1");
      run(
          Map.of("DISPLAY", display),
          List.of("xdotool", "search", "--class", "^" + windowClass.replace(".", "[.]") + "$"),
          null,
          60);
      assertThat(window.isAlive()).isTrue();
    } finally {
      window.destroy();
      window.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
    assertThat(Files.readString(said)).doesNotContain("Exception", "WARNING");
  }

  @Test
  void checkReadsAMailshotFromTheInstalledProgram() throws Exception {
    Path mailshot = writeMailshot(Files.createDirectory(dir.resolve("choir")));
    Path out = dir.resolve("check.json");
    Process check =
        program(Map.of(), dir.resolve("check"), "check", mailshot.toString(), "--json")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    int exit = check.onExit().orTimeout(120, TimeUnit.SECONDS).join().exitValue();
    assertThat(exit).as(Files.readString(out)).isZero();
    assertThat(Files.readString(out)).contains("\"people\"");
  }

  @Test
  void theProgramStartsFromItsCache() throws Exception {
    Path loaded = dir.resolve("loaded.txt");
    Map<String, String> log =
        Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + loaded.toString());
    Process version =
        program(log, dir.resolve("cache"), "--version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    version.onExit().orTimeout(120, TimeUnit.SECONDS).join();
    assertThat(Files.readAllLines(loaded))
        .anyMatch(line -> line.contains(" org.postroom.app.Main source: shared objects file"));
  }

  @Test
  void theDesktopKnowsTheProgramItsIconAndItsFiles() throws Exception {
    Path share = root.resolve("usr/share");
    Path entry = share.resolve("applications/postroom.desktop");
    run(Map.of(), List.of("desktop-file-validate", entry.toString()), null, 60);
    String type = "application/vnd.postroom.mailshot+json";
    assertThat(entry).content().contains("MimeType=" + type + ";", "Icon=postroom\n");
    assertThat(share.resolve("mime/packages/postroom.xml")).content().contains(type, "*.mailshot");
    assertThat(share.resolve("icons/hicolor/48x48/apps/postroom.png")).isNotEmptyFile();
    assertThat(Files.readSymbolicLink(root.resolve("usr/bin/postroom")))
        .isEqualTo(Path.of("/opt/postroom/bin/postroom"));
    assertThat(root.resolve("opt/postroom/bin/postroom")).isExecutable();
  }

  private static ProcessBuilder program(
      Map<String, String> environment, Path workspace, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("opt/postroom/bin/postroom").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("POSTROOM_WORKSPACE", workspace.toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private static Path thePackage() throws IOException {
    try (Stream<Path> made = Files.list(TARGET.resolve("installer"))) {
      return made.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
    }
  }

  /// Runs a command to its end; what it says goes to `log`, or to a file that a failure shows.
  private static void run(
      Map<String, String> environment, List<String> command, @Nullable Path log, long seconds)
      throws IOException {
    Path said = log == null ? Files.createTempFile(dir, "said", ".txt") : log;
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      int exit = process.onExit().orTimeout(seconds, TimeUnit.SECONDS).join().exitValue();
      assertThat(exit).as("%s%n%s", command, Files.readString(said)).isZero();
    } finally {
      process.destroy();
    }
  }

  private static Path writeMailshot(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("members.csv"),
        "Email,First name\r\nsian@choir.test,Siân\r\nomer@choir.test,Ömer\r\n",
        UTF_8);
    Files.writeString(folder.resolve("letter.txt"), "Dear {{First name|friend}},\n\nsee you.\n");
    return Files.writeString(
        folder.resolve("spring.mailshot"),
        """
        {
          "postroom": 1,
          "name": "Spring concert",
          "kind": "personal",
          "delivery": "individual",
          "from": "Riverside Choir <news@choir.test>",
          "recipients": { "file": "members.csv", "basis": "members of the choir" },
          "subject": "Hello {{First name|friend}}, see you at the concert",
          "text": "letter.txt"
        }
        """);
  }
}
