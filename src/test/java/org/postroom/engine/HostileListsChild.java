package org.postroom.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes one hostile list after the other, reads it as the window and the command line do, and
/// prints a line for each: its name, milliseconds of work, and what came of it.
final class HostileListsChild {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private HostileListsChild() {}

  /// @param arguments the folder, and the names of the lists where not all of them are wanted
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    List<String> wanted = List.of(arguments).subList(1, arguments.length);
    for (HostileLists.Hostile hostile : HostileLists.all()) {
      if (wanted.isEmpty() || wanted.contains(hostile.file())) {
        Path file = hostile.in(folder);
        long start = THREAD.getCurrentThreadCpuTime();
        String said = read(file);
        long millis = (THREAD.getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println(hostile.file() + "\t" + millis + "\t" + said);
        Files.delete(file);
      }
    }
  }

  private static String read(Path file) throws Exception {
    try {
      ListRequest request = ListRequest.of(file);
      ListReading reading =
          new TabularListReader()
              .read(
                  Importer.candidate(file),
                  ListReader.choices(request),
                  ListMemory.NONE,
                  WorkProgress.NONE);
      return "read " + reading.list().rows();
    } catch (ProblemException e) {
      Problem problem = e.problem();
      return problem.happened() + " | " + problem.kept() + " | " + problem.next();
    } catch (RuntimeException | Error e) {
      // What must not happen is reported, not thrown: the files after it are looked at too.
      StackTraceElement[] trace = e.getStackTrace();
      return "THROWN " + e + (trace.length == 0 ? "" : " at " + trace[0]);
    }
  }
}
