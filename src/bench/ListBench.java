import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.tools.ToolProvider;
import org.postroom.recipients.ImportOptions;
import org.postroom.recipients.ImportReading;
import org.postroom.recipients.ListImport;
import org.postroom.tabular.Tabular;
import org.postroom.tabular.TabularFile;
import org.postroom.tabular.TabularOptions;
import org.postroom.tabular.TabularProgress;
import org.postroom.tabular.TabularReading;

/// How long it takes to read a large list: whole processes, one after the other, each beside
/// OpenCSV parsing the same file in the same run and the same heap. Ratios count, not seconds.
///
///     mvn -q -Pbench process-classes
///     mvn -q -Pbench process-classes -Dbench.rows=100000 -Dbench.runs=9
public final class ListBench {
  private static final Path FOLDER = Path.of("target", "bench");
  private static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");

  /// What `src/launcher/postroom` starts a command with, besides.
  private static final List<String> LAUNCHER =
      List.of(
          "-Xms32m",
          "-XX:MaxNewSize=16m",
          "-XX:TrimNativeHeapInterval=5000",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:-ShrinkHeapInSteps",
          "-XX:+TieredCompilation",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  private ListBench() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments.length == 2 ? arguments[0] : "") {
      case "peer" -> parse(Path.of(arguments[1]));
      case "import" -> read(Path.of(arguments[1]));
      default -> compare();
    }
  }

  /// What OpenCSV does with the file, and nothing else.
  private static void parse(Path file) throws Exception {
    long cells = 0;
    try (CSVReader reader =
        new CSVReaderBuilder(Files.newBufferedReader(file))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .build()) {
      for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
        cells += row.length;
      }
    }
    System.out.println(cells + " cells");
  }

  /// Reading, checking every address and finding the duplicates.
  private static void read(Path file) {
    TabularReading reading = Tabular.read(onDisk(file), TabularOptions.NONE, TabularProgress.NONE);
    if (reading instanceof TabularReading.Read(var table)
        && ListImport.read(table, ImportOptions.NONE, () -> false)
            instanceof ImportReading.Imported(var list, var findings)) {
      System.out.printf(
          "%d people, %d left out, %d findings%n",
          list.people().size(), list.leftOut().size(), findings.size());
    } else {
      throw new IllegalStateException(reading.toString());
    }
  }

  private static TabularFile onDisk(Path file) {
    return new TabularFile() {
      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public long size() {
        try {
          return Files.size(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public String sha256() {
        return "";
      }

      @Override
      public InputStream open() {
        try {
          return Files.newInputStream(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static void compare() throws Exception {
    int rows = Integer.getInteger("bench.rows", 1_000_000);
    int runs = Integer.getInteger("bench.runs", 5);
    Path classes = Files.createDirectories(FOLDER.resolve("classes"));
    String path = System.getProperty("java.class.path");
    Path source = Path.of("src", "bench", "ListBench.java");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), "-cp", path, source.toString());
    if (compiled != 0) {
      throw new IllegalStateException("the benchmark does not compile");
    }
    Path file = FOLDER.resolve("list-" + rows + ".csv");
    write(file, rows);
    String name = file.toString();
    List<String> bench = List.of("-cp", classes + java.io.File.pathSeparator + path, "ListBench");
    List<Contender> contenders =
        List.of(
            new Contender("OpenCSV, parse alone", with(bench, "peer", name)),
            new Contender("read, check, duplicates", with(bench, "import", name)),
            new Contender(
                "postroom list, the whole command",
                with(
                    LAUNCHER,
                    "-cp",
                    path,
                    "org.postroom.app.Main",
                    "list",
                    name,
                    "--workspace",
                    FOLDER.resolve("workspace").toString())));
    System.out.printf(
        Locale.ROOT,
        "%,d rows x 10 columns, %,d bytes, %s, %d runs%n",
        rows,
        Files.size(file),
        String.join(" ", HEAP),
        runs);
    for (int run = 0; run < runs; run++) {
      for (Contender contender : contenders) {
        contender.seconds.add(seconds(contender.command));
      }
    }
    List<Double> peer = contenders.getFirst().seconds;
    for (Contender contender : contenders) {
      double[] ratios = new double[runs];
      Arrays.setAll(ratios, i -> contender.seconds.get(i) / peer.get(i));
      System.out.printf(
          Locale.ROOT,
          "%-34s median %6.2f s   %5.2f x%n",
          contender.name,
          median(contender.seconds.stream().mapToDouble(Double::doubleValue).toArray()),
          median(ratios));
    }
  }

  /// One program and how long its runs took.
  private static final class Contender {
    private final String name;
    private final List<String> command;
    private final List<Double> seconds = new ArrayList<>();

    Contender(String name, List<String> command) {
      this.name = name;
      this.command = command;
    }
  }

  private static List<String> with(List<String> options, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    command.addAll(options);
    command.addAll(List.of(more));
    return command;
  }

  private static double seconds(List<String> command) throws Exception {
    Path output = FOLDER.resolve("output.txt");
    long start = System.nanoTime();
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      throw new IllegalStateException(exit + ": " + Files.readString(output));
    }
    return seconds;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// A membership list as an office has it: a tenth of the rows with a comma in quotes, some
  /// letters beyond ASCII, two addresses in three made of the name, one in 500 a second time. The
  /// same each time.
  private static void write(Path file, int rows) throws IOException {
    String[] first = {"Ann", "Ben", "Chloé", "Dan", "Eva", "Finn", "Grace", "Hélène", "Jürgen"};
    String[] start = {"Bar", "Col", "Dun", "Ever", "Fair", "Gar", "Hol", "Kirk", "Mül", "Nor"};
    String[] middle = {"", "ber", "ding", "en", "ing", "ling", "o", "ring", "sa", "ton"};
    String[] end = {"by", "dale", "field", "ford", "ham", "ler", "ley", "man", "son", "well"};
    String[] domain = {"example.org", "mail.example", "post.example.net", "choir.example"};
    String[] section = {"Soprano", "Alto", "Tenor", "Bass"};
    String[] city = {"Leeds", "York", "Bath", "Köln", "Lyon", "Porto"};
    Random random = new Random(7);
    String before = "";
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("Id,First name,Last name,Email,Phone,Street,City,Postcode,Section,Joined\r\n");
      for (int i = 0; i < rows; i++) {
        String name = first[random.nextInt(first.length)];
        String surname =
            start[random.nextInt(start.length)]
                + middle[random.nextInt(middle.length)]
                + end[random.nextInt(end.length)];
        boolean again = i > 1000 && i % 500 == 0;
        boolean named = random.nextInt(3) > 0;
        String local = named ? name.charAt(0) + "." + surname.replace("ü", "ue") + i : "m" + i;
        String address = local.toLowerCase(Locale.ROOT) + "@" + domain[i % domain.length];
        address = again ? before : address;
        before = address;
        int house = 1 + random.nextInt(200);
        out.write(
            String.join(
                ",",
                Integer.toString(100_000 + i),
                name,
                surname,
                address,
                "+44 " + (1000 + random.nextInt(9000)) + " " + (100_000 + random.nextInt(900_000)),
                i % 10 == 0 ? "\"Flat " + house + ", Mill Lane\"" : house + " Station Road",
                city[random.nextInt(city.length)],
                "LS" + (1 + random.nextInt(30)) + " " + (1 + random.nextInt(9)) + "AB",
                section[random.nextInt(section.length)],
                "20"
                    + (10 + random.nextInt(16))
                    + "-0"
                    + (1 + random.nextInt(9))
                    + "-1"
                    + random.nextInt(10)));
        out.write("\r\n");
      }
    }
  }
}
