/// Runs google-java-format over the sources with the JDK that builds Postroom, because Maven itself
/// may run on one that cannot read them. `check` names the files that are not formatted and fails,
/// `apply` rewrites them.
void main(String[] args) throws IOException, InterruptedException {
  boolean check = args[1].equals("check");
  List<String> arguments =
      new ArrayList<>(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
  // Long string literals stay as they are: the formatter's way to break them fails on some.
  arguments.add("--skip-reflowing-long-strings");
  for (String root : List.of("src/bench", "src/build", "src/main/java", "src/test/java")) {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .sorted()
          .forEach(arguments::add);
    }
  }
  Path list = Files.write(Path.of("target", "format-arguments.txt"), arguments);
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  int code =
      new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-jar", args[0], "@" + list)
          .inheritIO()
          .start()
          .waitFor();
  if (check && code != 0) {
    System.err.println(
        "These files are not in google-java-format. Format them with: mvn -q validate -Dformat");
  }
  System.exit(code);
}
