package org.postroom.engine;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.postroom.workspace.UncheckedWorkspaceException;
import org.postroom.workspace.WorkspaceException;

/// Makes the three sentences of a [Problem] from the bundle `engine.properties`: `<key>.happened`,
/// `<key>.kept` and `<key>.next`, `MessageFormat` patterns over the same arguments.
final class Problems {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.postroom.engine.engine", Locale.ROOT);

  private Problems() {}

  static Problem problem(Problem.Kind kind, String key, Object... args) {
    return new Problem(
        kind, text(key + ".happened", args), text(key + ".kept", args), text(key + ".next", args));
  }

  static ProblemException of(Problem.Kind kind, String key, Object... args) {
    return new ProblemException(problem(kind, key, args));
  }

  static ProblemException of(Throwable cause, Problem.Kind kind, String key, Object... args) {
    return new ProblemException(problem(kind, key, args), cause);
  }

  static ProblemException of(WorkspaceException e) {
    return new ProblemException(
        new Problem(Problem.Kind.WORKSPACE, e.happened(), e.kept(), e.next()), e);
  }

  static ProblemException of(UncheckedWorkspaceException e) {
    return of(e.reason());
  }

  static String text(String key, Object... args) {
    return new MessageFormat(BUNDLE.getString(key), Locale.UK).format(args);
  }
}
