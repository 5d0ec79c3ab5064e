package org.postroom.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.workspace.PasswordStore.Opened;

class SecretsTest {
  @TempDir Path folder;

  /// A keychain as a desktop has one.
  private static final class Desktop implements Keychain {
    final Map<String, String> secrets = new HashMap<>();

    @Override
    public Optional<char[]> get(String name) {
      return Optional.ofNullable(secrets.get(name)).map(String::toCharArray);
    }

    @Override
    public boolean put(String name, char[] secret) {
      secrets.put(name, String.valueOf(secret));
      return true;
    }

    @Override
    public void remove(String name) {
      secrets.remove(name);
    }
  }

  @Test
  void withAKeychainThePasswordAndTheListKeyAreNotInTheFolder() throws Exception {
    Desktop desktop = new Desktop();
    try (Workspace workspace = Workspace.open(folder, desktop)) {
      assertThat(workspace.passwords().put("club", "s3cret-words".toCharArray())).isTrue();
      assertThat(workspace.passwords().get("club").map(String::valueOf)).contains("s3cret-words");
      assertThat(workspace.passwords().get("other")).isEmpty();
    }
    assertThat(desktop.secrets).hasSize(2);
    assertThat(folder.resolve("keys/lists")).doesNotExist();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).as(file.toString()).doesNotContain("s3cret-words");
      }
    }
    try (Workspace workspace = Workspace.open(folder, desktop)) {
      workspace.passwords().remove("club");
      assertThat(workspace.passwords().get("club")).isEmpty();
    }
  }

  @Test
  void listsAreComparedAcrossSessionsWithAndWithoutAKeychain() throws Exception {
    Desktop desktop = new Desktop();
    register(desktop, "11", 1);
    register(Keychain.NONE, "22", 2);
    try (Workspace workspace = Workspace.open(folder, desktop)) {
      assertThat(workspace.lists().notComparable()).isZero();
      assertThat(workspace.lists().onAnotherList(Fixture.address(1).key(), "")).isTrue();
      assertThat(workspace.lists().onAnotherList(Fixture.address(2).key(), "")).isTrue();
    }
    try (Workspace workspace = Workspace.open(folder, Keychain.NONE)) {
      assertThat(workspace.lists().notComparable()).isEqualTo(1);
      assertThat(workspace.lists().onAnotherList(Fixture.address(1).key(), "")).isFalse();
      assertThat(workspace.lists().onAnotherList(Fixture.address(2).key(), "")).isTrue();
    }
  }

  private void register(Keychain keychain, String list, int person) throws Exception {
    try (Workspace workspace = Workspace.open(folder, keychain)) {
      ListsSeen.Seen seen =
          new ListsSeen.Seen(
              list.repeat(32),
              "",
              "list.csv",
              1,
              0,
              "a@b.example",
              "personal",
              Instant.EPOCH,
              ListsSeen.Origin.UNKNOWN);
      workspace
          .lists()
          .register(seen, List.of(new ListPerson(Fixture.address(person).key(), 1, "")));
    }
  }

  @Test
  void withoutAKeychainAPassphraseOpensThePasswordAndNothingElseDoes() throws Exception {
    try (Workspace workspace = Workspace.open(folder)) {
      PasswordStore passwords = workspace.passwords();
      char[] passphrase = "correct horse".toCharArray();
      assertThat(passwords.put("club", "pässword".toCharArray())).isFalse();
      assertThat(passwords.isEncrypted("club")).isFalse();
      passwords.putEncrypted("club", "pässword".toCharArray(), passphrase);

      assertThat(passwords.isEncrypted("club")).isTrue();
      assertThat(passwords.getEncrypted("club", passphrase))
          .isInstanceOfSatisfying(
              Opened.Password.class,
              opened -> assertThat(String.valueOf(opened.password())).isEqualTo("pässword"));
      assertThat(passwords.getEncrypted("club", "battery staple".toCharArray()))
          .isEqualTo(new Opened.WrongPassphrase());
      assertThat(passwords.getEncrypted("other", passphrase)).isEqualTo(new Opened.NotThere());
      Path file = passwordFile();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
      assertThat(passwords.getEncrypted("club", passphrase))
          .isEqualTo(new Opened.WrongPassphrase());
      passwords.remove("club");
      assertThat(passwords.isEncrypted("club")).isFalse();
    }
  }

  private Path passwordFile() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("password-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void withoutADesktopSessionTheKeychainIsNotEvenAsked() {
    String linux = "Linux";
    Map<String, String> bus = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/bus");
    assertThat(PlatformKeychain.mayBeThere(Map.of(), linux)).isFalse();
    assertThat(PlatformKeychain.mayBeThere(bus, linux)).isFalse();
    assertThat(PlatformKeychain.mayBeThere(Map.of("DISPLAY", ":0"), linux)).isFalse();
    Map<String, String> desktop = new HashMap<>(bus);
    desktop.put("WAYLAND_DISPLAY", "wayland-0");
    assertThat(PlatformKeychain.mayBeThere(desktop, linux)).isTrue();
    assertThat(PlatformKeychain.mayBeThere(Map.of(), "Windows 11")).isTrue();
    assertThat(PlatformKeychain.mayBeThere(Map.of(), "Mac OS X")).isTrue();
  }
}
