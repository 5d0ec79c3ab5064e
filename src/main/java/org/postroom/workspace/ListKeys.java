package org.postroom.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The keys of the fingerprints of lists. In the platform's keychain where there is one, so that a
/// stolen folder does not tell who stood on a list; otherwise in the file `keys/lists`, mode 0600.
///
/// A machine may have a keychain today and none tomorrow (a session over the network, a timer).
/// Then there are two keys: new lists are printed with the first, and looked up with all that are
/// there.
final class ListKeys {
  private ListKeys() {}

  /// @param workspace the workspace's name in the keychain
  static List<byte[]> load(Path file, Keychain keychain, String workspace)
      throws WorkspaceException {
    String name = "lists/" + workspace;
    List<byte[]> keys = new ArrayList<>();
    keychain.get(name).map(secret -> KeyFile.parse(String.valueOf(secret))).ifPresent(keys::add);
    if (Files.exists(file)) {
      keys.add(KeyFile.readOrMake(file));
    } else if (keys.isEmpty()) {
      byte[] made = KeyFile.random();
      boolean kept = keychain.put(name, HexFormat.of().formatHex(made).toCharArray());
      keys.add(kept ? made : KeyFile.readOrMake(file));
    }
    return keys;
  }
}
