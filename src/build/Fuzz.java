/// Runs Jazzer over the readers, one process after the other. Arguments: the class path, the
/// seconds for each target, the targets with commas. What was learnt is kept in `target/fuzz`, so
/// that a second run goes on; what was found lies there too and makes the run fail.
void main(String[] args) throws IOException, InterruptedException {
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  int seconds = Integer.parseInt(args[1]);
  Path work = Path.of("target", "fuzz").toAbsolutePath();
  Path seeds = Path.of("src/test/resources/org/postroom/tabular/fuzz").toAbsolutePath();
  List<String> failed = new ArrayList<>();
  for (String target : args[2].split(",")) {
    Path learnt = Files.createDirectories(work.resolve(target));
    Path log = work.resolve(target + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                args[0],
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=org.postroom.tabular.ReaderFuzz",
                "--target_args=" + target,
                "--instrumentation_includes=org.postroom.**:com.opencsv.**:ezvcard.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work.resolve("found-" + target + "-"),
                "-dict=" + seeds.resolve("words.dict"),
                "-max_total_time=" + seconds,
                "-timeout=10",
                "-rss_limit_mb=1536",
                "-max_len=16384",
                "-print_final_stats=1"));
    command.add(learnt.toString());
    command.add(seeds.resolve(target).toString());
    Process run =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // Jazzer ends by itself; this is for the case that it does not.
    boolean ended = run.waitFor(seconds + 300L, TimeUnit.SECONDS);
    if (!ended) {
      run.destroyForcibly().waitFor();
    }
    String said = Files.readString(log);
    boolean sound = ended && run.exitValue() == 0;
    System.out.println(target + ": " + (sound ? last(said, "Done ") : "FAILED, see " + log));
    if (!sound) {
      failed.add(target);
      said.lines()
          .filter(line -> line.contains("== Java Exception") || line.contains("ERROR:"))
          .forEach(System.out::println);
    }
  }
  if (!failed.isEmpty()) {
    System.err.println("Inputs that broke a reader lie in " + work + ", named found-…");
    System.exit(1);
  }
}

String last(String text, String beginning) {
  return text.lines().filter(line -> line.startsWith(beginning)).reduce("", (_, line) -> line);
}
