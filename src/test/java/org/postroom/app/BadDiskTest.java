package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.Office.Outcome;
import tools.jackson.databind.JsonNode;

/// Folders that cannot be written and disks that are full. A path below a file cannot be written by
/// anybody, not even by the administrator who may run these tests; `/dev/full` is a full disk.
class BadDiskTest {
  @TempDir Path folder;
  private Office office;
  private String mailshot;

  @BeforeEach
  void write() {
    office = new Office(folder);
    office.list(5);
    mailshot = office.mailshot();
  }

  private String belowAFile(String name) {
    office.write("taken", "a file");
    return folder.resolve("taken").resolve(name).toString();
  }

  private static void said(Outcome outcome, String... words) {
    assertThat(outcome.err()).contains(List.of(words));
    assertThat(outcome.err().split("[.;:] ", -1).length).isGreaterThan(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void aPreviewIntoAFolderThatCannotBeMade() {
    said(
        office.run("preview", mailshot, "--all", "--out", belowAFile("letters")).exits(2),
        "taken",
        "could not be written");
    assertThat(Office.read(folder.resolve("taken"))).isEqualTo("a file");
  }

  @Test
  void aReportIntoAFolderThatCannotBeWrittenOrIsNotThere() {
    office.run("send", mailshot, "--confirm", "5", "--practice").exits(0);
    said(office.run("report", mailshot, "--csv", belowAFile("report.csv")).exits(2), "report.csv");
    said(
        office.run("report", mailshot, "--csv", office.file("nowhere/report.csv")).exits(2),
        "report.csv",
        "disk is full");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aWorkspaceBelowAFile() throws Exception {
    Files.writeString(office.workspace(), "not a folder");
    Office below = new Office(office.workspace());
    Outcome outcome = below.run("send", mailshot, "--confirm", "5", "--practice").exits(2);
    said(outcome, "workspace");
  }

  @Test
  void aFullDiskForTheReportLeavesTheOldOneAndTheDeviceAsTheyAre() throws Exception {
    office.run("send", mailshot, "--confirm", "5", "--practice").exits(0);
    said(office.run("report", mailshot, "--csv", "/dev/full").exits(2), "/dev/full", "full");
    assertThat(Files.isRegularFile(Path.of("/dev/full"))).as("still a device").isFalse();
    String csv = office.file("report.csv");
    office.run("report", mailshot, "--csv", csv).exits(0);
    assertThat(Office.read(Path.of(csv)).lines().toList()).hasSize(6);
  }

  @Test
  void anOutputThatCannotBeWrittenIsSaidOnTheOtherStreamAndSpoilsTheCode() {
    Outcome lost = office.into(new FullDisk(), "list", office.file("members.csv"), "--json");
    assertThat(lost.code()).isEqualTo(2);
    assertThat(lost.err()).contains("could not be written out whole", "Make room");
    Outcome sent =
        office.into(new FullDisk(), "send", mailshot, "--confirm", "5", "--practice", "--json");
    assertThat(sent.err()).contains("What the command did is done and recorded");
    assertThat(office.run("report", mailshot, "--json").json().get("accepted").asInt())
        .isEqualTo(5);
  }

  @Test
  void theRealProgramSaysItToo() throws Exception {
    Path err = folder.resolve("err");
    Process program =
        program("list", office.file("members.csv"), "--json")
            .redirectOutput(Path.of("/dev/full").toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(2);
    assertThat(Files.readString(err)).contains("could not be written out whole");
  }

  private ProcessBuilder program(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "org.postroom.app.Main"));
    command.addAll(List.of(args));
    command.addAll(List.of("--workspace", office.workspace().toString()));
    return new ProcessBuilder(command);
  }

  /// No file may grow beyond 2 MB (RLIMIT_FSIZE), so that the ledger cannot be written any more in
  /// the middle of a send.
  @Test
  void aDiskThatFillsUpInTheMiddleOfASendPausesAndEverybodyGetsItOnceAfterAll() throws Exception {
    int people = 1000;
    office.list(people);
    Path err = folder.resolve("err");
    ProcessBuilder limited =
        program("send", mailshot, "--confirm", Integer.toString(people), "--practice")
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(err.toFile());
    limited.command().addAll(0, List.of("sh", "-c", "ulimit -f 4096; exec \"$@\"", "limited"));
    Process program = limited.start();
    assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(err);
    assertThat(program.exitValue()).as(said).isIn(5, 6);
    assertThat(said)
        .contains("could not be recorded", "nothing is lost", "Make room", "resume")
        .doesNotContain("Exception", "\tat ");

    Outcome report = office.run("report", mailshot, "--json", "--practice").exits(0);
    int accepted = report.json().get("accepted").asInt();
    assertThat(accepted).isBetween(1, people - 1);
    List<String> inDoubt = new ArrayList<>();
    for (JsonNode letter : report.json().get("letters")) {
      if (letter.get("state").asString().equals("in-doubt")) {
        inDoubt.add(letter.get("address").asString());
      }
    }
    assertThat(inDoubt).as("the one whose answer could not be written").hasSizeLessThan(2);
    assertThat(received()).isEqualTo(accepted + inDoubt.size());

    for (String address : inDoubt) {
      office
          .run("decide", mailshot, "--practice", "--to", address, "--accepted", "--reason", "seen")
          .exits(0);
    }
    office.run("resume", mailshot, "--practice").exits(0);
    assertThat(received()).as("everybody once").isEqualTo(people);
  }

  private int received() throws IOException {
    try (Stream<Path> files = Files.walk(office.workspace().resolve("practice"))) {
      return (int) files.filter(file -> file.toString().endsWith(".eml")).count();
    }
  }

  /// Every byte is one too many.
  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] letters, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aFixedFileOfNoBytesIsConfirmedAndAPersonalOneBlocks() throws Exception {
    office.write("programme.pdf", new byte[0]);
    String fixed = office.mailshot("\"attachments\": [{\"file\": \"programme.pdf\"}]");
    Outcome confirm = office.run("check", fixed, "--json").exits(4);
    assertThat(confirm.out()).contains("attachment.empty", "programme.pdf");
    office.run("send", fixed, "--confirm", "5", "--practice").exits(4);
    String acknowledged =
        office.mailshot(
            "\"attachments\": [{\"file\": \"programme.pdf\"}]",
            "\"acknowledge\": [{\"finding\": \"attachment.empty\", \"reason\": \"a placeholder\"}]");
    office.run("check", acknowledged, "--json").exits(0);

    StringBuilder csv = new StringBuilder("Name;Email;Invoice\n");
    for (int i = 1; i <= 3; i++) {
      csv.append("Person ").append(i).append(";").append(Office.address(i));
      csv.append(";").append(i).append(".txt\n");
      office.write("invoices/" + i + ".txt", i == 2 ? "" : "Invoice number 77" + i);
    }
    office.write("members.csv", csv.toString());
    office.write("letter.txt", "Dear {{Name}}, your invoice is attached.");
    String personal =
        office.document(
            "\"subject\": \"Hi\", \"text\": \"letter.txt\"",
            "\"attachments\": [{\"column\": \"Invoice\", \"folder\": \"invoices\"}]");
    Outcome block = office.run("check", personal, "--json").exits(3);
    assertThat(block.out()).contains("attachment.empty", "2.txt");
    office.run("send", personal, "--confirm", "3", "--practice").exits(3);
    assertThat(office.workspace().resolve("outbox").toFile().list()).isNullOrEmpty();
  }

  @Test
  void aKeyThatNobodyKnowsIsNamedAlsoInsideTheList() {
    String text =
        Office.read(Path.of(mailshot)).replace("\"basis\"", "\"adressColumn\": \"x\", \"basis\"");
    office.write("spring.mailshot", text);
    Outcome outcome = office.run("send", mailshot, "--confirm", "5", "--practice").exits(2);
    said(outcome, "adressColumn", "Line 2");
  }
}
