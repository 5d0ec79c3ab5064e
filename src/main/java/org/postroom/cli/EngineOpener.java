package org.postroom.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postroom.engine.Passwords;
import org.postroom.engine.Postroom;
import org.postroom.engine.ProblemException;

/// Opens the engine on a workspace. The program's composition root provides it.
public interface EngineOpener {
  /// @param workspace the folder that was named, or null for the platform's own
  Postroom open(@Nullable Path workspace, Passwords passwords) throws ProblemException;

  /// Where the log of that workspace is written.
  Path log(@Nullable Path workspace);
}
