package org.postroom.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.composition.MessageIdKey;
import org.postroom.message.MailshotId;
import org.postroom.safety.Memory;

/// One folder that only its owner may enter, with everything that Postroom remembers. It never lies
/// on a network file system, where SQLite's log is not safe. Safe for several threads; several
/// processes may have it open, one of them per mailshot sending.
public final class Workspace implements AutoCloseable {
  private static final String REAL = "postroom.db";
  private static final String PRACTICE = "practice.db";

  private final Path folder;
  private final Database database;
  private final byte[] key;
  private final List<byte[]> listKeys;
  private final PasswordStore passwords;
  private final Records real;
  private final Object practiceLock = new Object();
  private @Nullable Database practiceDatabase;

  private Workspace(
      Path folder, Database database, byte[] key, List<byte[]> listKeys, PasswordStore passwords) {
    this.folder = folder;
    this.database = database;
    this.key = key;
    this.listKeys = listKeys;
    this.passwords = passwords;
    this.real = new Records(database, key, false);
  }

  /// Opens the workspace, or makes it where the folder is new. Keys and passwords lie in its
  /// folder.
  public static Workspace open(Path folder) throws WorkspaceException {
    return open(folder, Keychain.NONE);
  }

  /// Opens the workspace, or makes it where the folder is new.
  ///
  /// @param keychain for passwords and for the key of the lists' fingerprints. The key of the
  ///   Message-IDs is always in `keys/workspace` (mode 0600): a resumed send must find it, also on
  ///   a timer without a desktop, and it protects no more than what the folder holds anyway.
  public static Workspace open(Path folder, Keychain keychain) throws WorkspaceException {
    Path place = folder.toAbsolutePath().normalize();
    try {
      boolean ours = isNewOrOurs(place);
      PrivateFiles.createFolders(place);
      if (NetworkFolders.isOne(place)) {
        throw new WorkspaceException(
            WorkspaceException.Fault.NETWORK_FOLDER, place, Files.getFileStore(place).type(), null);
      }
      if (ours) {
        PrivateFiles.close(place);
      }
      Path keys = place.resolve("keys");
      PrivateFiles.createFolders(keys);
      byte[] key = KeyFile.readOrMake(keys.resolve("workspace"));
      // The first key names the workspace, so that a folder that was moved finds the others again.
      String name = Digests.hmac(key, "name").substring(0, 16);
      List<byte[]> listKeys = ListKeys.load(keys.resolve("lists"), keychain, name);
      return new Workspace(
          place,
          Database.open(place.resolve(REAL)),
          key,
          listKeys,
          new PasswordStore(keys, keychain, name));
    } catch (ReadOnlyFileSystemException e) {
      throw new WorkspaceException(WorkspaceException.Fault.READ_ONLY, place, "", e);
    } catch (IOException e) {
      throw WorkspaceException.of(place, e);
    }
  }

  /// Absolute.
  public Path folder() {
    return folder;
  }

  /// The ledger of real mail, or the one of practice, which never count for each other.
  public Records records(boolean practice) throws WorkspaceException {
    if (!practice) {
      return real;
    }
    synchronized (practiceLock) {
      if (practiceDatabase == null) {
        practiceDatabase = Database.open(folder.resolve(PRACTICE));
      }
      return new Records(practiceDatabase, key, true);
    }
  }

  /// What the review asks about earlier letters and lists. A practice send knows practice letters
  /// only.
  ///
  /// Where the record cannot be read its answers throw [UncheckedWorkspaceException].
  ///
  /// @param listSha256 of the list at hand, which is not an earlier one
  public Memory memory(boolean practice, MailshotId mailshot, String listSha256)
      throws WorkspaceException {
    return records(practice).memory(mailshot, listSha256, lists());
  }

  public ListsSeen lists() {
    return new ListsSeen(database, listKeys);
  }

  public Suppressions suppressions() {
    return new Suppressions(database);
  }

  public ListExports exports() {
    return new ListExports(database);
  }

  public LookedAt lookedAt() {
    return new LookedAt(database);
  }

  public Counters counters() {
    return new Counters(database);
  }

  public Accounts accounts() {
    return new Accounts(database);
  }

  public PasswordStore passwords() {
    return passwords;
  }

  public Settings settings() {
    return new Settings(database);
  }

  public KnownMailshots mailshots() {
    return new KnownMailshots(database);
  }

  public MessageIdKey messageIdKey() {
    return new MessageIdKey(key);
  }

  /// Empty where somebody else holds it: another process, or another part of this one.
  public Optional<MailshotLock> lock(MailshotId mailshot) throws WorkspaceException {
    return MailshotLock.tryAcquire(folder.resolve("locks"), mailshot);
  }

  /// Where documents made in the window lie; made when it is first asked for.
  public Path mailshotFolder(MailshotId mailshot) throws WorkspaceException {
    return made(folder.resolve("mailshots").resolve(mailshot.toString()));
  }

  /// Where earlier versions of this mailshot are kept; made when it is first asked for.
  public Path history(MailshotId mailshot) throws WorkspaceException {
    return made(folder.resolve("history").resolve(mailshot.toString()));
  }

  /// Where the practice server keeps what it received for this mailshot.
  public Path practiceMail(MailshotId mailshot) throws WorkspaceException {
    return made(folder.resolve("practice").resolve(mailshot.toString()));
  }

  /// For tests that fill the disk or take the right to write.
  Database database() {
    return database;
  }

  private static Path made(Path wanted) throws WorkspaceException {
    try {
      PrivateFiles.createFolders(wanted);
      return wanted;
    } catch (IOException e) {
      throw WorkspaceException.of(wanted, e);
    }
  }

  /// A folder that holds other things keeps the permissions that its owner gave it.
  private static boolean isNewOrOurs(Path place) throws IOException {
    if (!Files.isDirectory(place) || Files.exists(place.resolve(REAL))) {
      return true;
    }
    try (Stream<Path> entries = Files.list(place)) {
      return entries.findAny().isEmpty();
    }
  }

  @Override
  public void close() {
    database.close();
    synchronized (practiceLock) {
      if (practiceDatabase != null) {
        practiceDatabase.close();
      }
    }
  }
}
