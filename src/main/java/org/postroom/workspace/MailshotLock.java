package org.postroom.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postroom.message.MailshotId;

/// One process per mailshot and workspace (rule S4). The operating system holds the lock and lets
/// it go when the process ends, however it ends; the file that carries it stays and means nothing.
/// A second holder inside the same process is refused as well.
public final class MailshotLock implements AutoCloseable {
  /// Locks of this process: the platform gives a lock to a process, not to a holder in it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final MailshotId mailshot;
  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private MailshotLock(MailshotId mailshot, Path file, FileChannel channel, FileLock lock) {
    this.mailshot = mailshot;
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /// Empty where somebody else holds it: another process, or another part of this one.
  static Optional<MailshotLock> tryAcquire(Path folder, MailshotId mailshot)
      throws WorkspaceException {
    try {
      PrivateFiles.createFolders(folder);
      Path file = folder.toRealPath().resolve(mailshot + ".lock");
      if (!HELD_HERE.add(file)) {
        return Optional.empty();
      }
      boolean held = false;
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        held = lock != null;
        return Optional.ofNullable(lock)
            .map(found -> new MailshotLock(mailshot, file, channel, found));
      } catch (OverlappingFileLockException e) {
        // Held by this process through another copy of this class: held all the same.
        return Optional.empty();
      } finally {
        if (!held) {
          HELD_HERE.remove(file);
          channel.close();
        }
      }
    } catch (IOException e) {
      throw WorkspaceException.of(folder, e);
    }
  }

  public MailshotId mailshot() {
    return mailshot;
  }

  boolean isHeld() {
    return lock.isValid();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The end of the process lets go what closing could not.
      System.getLogger("org.postroom.workspace").log(System.Logger.Level.DEBUG, "unlocking", e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
