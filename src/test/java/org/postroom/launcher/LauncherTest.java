package org.postroom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher picks a Java by its `release` file. The Javas here are scripts that say their name
/// and their arguments.
// Windows has no POSIX shell; its launcher is another file.
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir private Path dir;
  private Path launcher;

  @BeforeEach
  void installUnderAFolderWithABlank() throws IOException {
    Path bin = Files.createDirectories(dir.resolve("my programs/postroom/bin"));
    launcher = Files.copy(Path.of("src/launcher/postroom"), bin.resolve("postroom"));
  }

  @Test
  void theNamedJavaComesFirst() throws Exception {
    Path named = java("named", "25.0.3");
    Path home = java("home", "26");

    Run run =
        start(launcher, Map.of("POSTROOM_JAVA", named.toString(), "JAVA_HOME", home.toString()));

    assertThat(run.said).startsWith("named ");
  }

  @Test
  void aNamedJavaThatIsTooOldIsNotReplacedSilently() throws Exception {
    Path old = java("old", "21.0.7");

    Run run = start(launcher, Map.of("POSTROOM_JAVA", old.toString()));

    assertThat(run.exit).isEqualTo(1);
    assertThat(run.said).contains("is not a Java 25 or newer").contains("Nothing was started");
  }

  @Test
  void anOlderJavaHomeGivesWayToTheJavaOnThePath() throws Exception {
    Path old = java("old", "1.8.0_412");
    Path onPath = java("path", "25");
    Path link = Files.createSymbolicLink(dir.resolve("java"), onPath.resolve("bin/java"));
    String path = link.getParent() + ":" + System.getenv("PATH");

    Run run = start(launcher, Map.of("JAVA_HOME", old.toString(), "PATH", path));

    assertThat(run.said).startsWith("path ");
  }

  @Test
  void itFindsItsJarsThroughSymbolicLinksAndHandsOnArgumentsAsTheyAre() throws Exception {
    Path link = Files.createSymbolicLink(dir.resolve("first"), launcher);
    Path second = Files.createSymbolicLink(dir.resolve("second link"), Path.of("first"));

    Run run =
        start(
            second,
            Map.of("JAVA_HOME", java("home", "25").toString()),
            "check",
            "my choir",
            "$x *");

    Path jar = launcher.toRealPath().resolve("../../lib/postroom.jar").normalize();
    assertThat(link).isSymbolicLink();
    assertThat(run.said)
        .contains("<-cp> <" + jar + "> <org.postroom.app.Main> <check> <my choir> <$x *>");
  }

  @Test
  void aWindowStartsWithTheSmallCompilerAndACommandWithBoth() throws Exception {
    Map<String, String> home = Map.of("JAVA_HOME", java("home", "25").toString());
    String small = "<-XX:TieredStopAtLevel=1>";

    assertThat(start(launcher, home).said).contains(small);
    assertThat(start(launcher, home, "my choir.mailshot").said).contains(small);
    assertThat(start(launcher, home, "check", "my choir.mailshot").said).doesNotContain(small);
    assertThat(start(launcher, home, "list", "members.csv").said).doesNotContain(small);
  }

  private Path java(String name, String version) throws IOException {
    Path home = Files.createDirectories(dir.resolve("java " + name));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf %s '" + name + "'\nprintf ' <%s>' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private record Run(int exit, String said) {}

  private Run start(Path program, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", program.toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(dir, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "POSTROOM_JAVA"));
    builder.environment().putAll(environment);
    int exit = builder.start().onExit().join().exitValue();
    return new Run(exit, Files.readString(said));
  }
}
