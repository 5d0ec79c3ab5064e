package org.postroom.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Tells network file systems by the names that the platforms give them.
final class NetworkFolders {
  private static final Set<String> NAMES =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "smbfuse",
          "afpfs",
          "afs",
          "ncpfs",
          "ncp",
          "coda",
          "ceph",
          "glusterfs",
          "lustre",
          "gpfs",
          "webdav",
          "davfs",
          "davfs2",
          "fuse.sshfs",
          "fuse.rclone",
          "fuse.gvfsd-fuse",
          "fuse.glusterfs",
          "fuse.ceph",
          "fuse.davfs2",
          "fuse.s3fs",
          "macfuse.sshfs",
          "osxfuse.sshfs",
          "vboxsf",
          "prl_fs",
          "9p2000");

  private NetworkFolders() {}

  static boolean isOne(Path folder) throws IOException {
    // A share on Windows has the file system's own name, but a path that begins with \\server.
    return folder.toRealPath().toString().startsWith("\\\\")
        || isNetwork(Files.getFileStore(folder).type());
  }

  static boolean isNetwork(String type) {
    return NAMES.contains(type.toLowerCase(Locale.ROOT));
  }
}
