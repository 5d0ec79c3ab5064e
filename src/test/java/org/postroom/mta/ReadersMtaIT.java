package org.postroom.mta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Letters full of what readers stumble over are read the same by three readers that know nothing
/// of each other: the mail library, Python's email package and mblaze. Each part is compared by the
/// digest of its decoded octets.
class ReadersMtaIT {
  private static final int PEOPLE = 80;
  private static final long SEED = Long.getLong("postroom.seed", 20_261_122L);
  private static final String FILE = "Programm für Müller, 2026 (neu; \"zwei\").pdf";
  private static final Pattern PART =
      Pattern.compile(" +(\\d+): (\\S+) size=\\d+(?: name=\"(.*)\")?");

  /// What the cells are made of.
  private static final List<String> PIECES =
      List.of(
          "Ann",
          "O'Brien, \"Ted\"",
          "Çelik; Ömer",
          "李娜",
          "Zoë",
          "e\u0301",
          "👩‍👩‍👧",
          "שלום",
          "=?UTF-8?Q?x?=",
          "=3D",
          "<b>&amp;</b>",
          "back\\slash",
          "(note)",
          "a".repeat(78),
          "ü".repeat(50),
          "..",
          "--=_abc",
          "From ",
          "€ 1.234,50");

  @TempDir Path dir;
  private Path letters;
  private List<String[]> rows;

  /// As one reader sees a letter.
  ///
  /// @param from display name and address
  /// @param parts type, file name, and digest of the octets, in order
  private record Read(
      String subject, List<String> from, List<String> to, List<List<String>> parts) {}

  @BeforeEach
  void writeLetters() throws IOException {
    Random random = new Random(SEED);
    rows = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++) {
      rows.add(
          new String[] {
            "p" + i + "@choir.test",
            cell(random, " ", 1 + random.nextInt(4)),
            cell(random, "\n", 1 + random.nextInt(6))
          });
    }
    Path mailshot = write(Files.createDirectory(dir.resolve("choir")), random);
    Postroom postroom = new Postroom(dir.resolve("workspace"), Map.of(), List.of());
    letters = dir.resolve("letters");
    Postroom.Run preview =
        postroom.run("preview", mailshot.toString(), "--all", "--out", letters.toString());
    assertThat(preview.exit()).as(preview.err()).isZero();
  }

  @Test
  void threeReadersReadTheSameOfEveryLetter() throws Exception {
    JsonNode python = python();
    for (int i = 1; i <= PEOPLE; i++) {
      String name = "%06d.eml".formatted(i);
      assertThat(letters.resolve(name)).as(List.of(rows.get(i - 1)).toString()).exists();
      Read library = library(letters.resolve(name));

      assertThat(library.subject()).as(seed(name)).isEqualTo("Für " + rows.get(i - 1)[1]);
      assertThat(library.to())
          .as(seed(name))
          .containsExactly(rows.get(i - 1)[1], rows.get(i - 1)[0]);
      assertThat(library.parts())
          .as(seed(name))
          .extracting(List::getFirst)
          .containsExactly("text/plain", "text/html", "image/png", "application/pdf");
      assertThat(library.parts().getLast().get(1)).as(seed(name)).isEqualTo(FILE);
      assertThat(python(python.path(name))).as("Python, " + seed(name)).isEqualTo(library);
      assertThat(mblaze(letters.resolve(name))).as("mblaze, " + seed(name)).isEqualTo(library);
    }
  }

  private static String seed(String name) {
    return name + ", -Dpostroom.seed=" + SEED;
  }

  private static String cell(Random random, String between, int pieces) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < pieces; i++) {
      some.add(PIECES.get(random.nextInt(PIECES.size())).strip());
    }
    return String.join(between, some);
  }

  private Path write(Path place, Random random) throws IOException {
    StringBuilder list = new StringBuilder("Email,Name,Note\n");
    for (String[] row : rows) {
      List<String> quoted = new ArrayList<>();
      for (String cell : row) {
        quoted.add('"' + cell.replace("\"", "\"\"") + '"');
      }
      list.append(String.join(",", quoted)).append('\n');
    }
    Files.writeString(place.resolve("members.csv"), list);
    Files.writeString(
        place.resolve("letter.txt"),
        "Dear {{Name}},\n\n{{Note}}\nFrom all of us. \n.\n..\n--\nHelen\n" + "long ".repeat(300));
    Files.writeString(
        place.resolve("letter.html"),
        "<!DOCTYPE html>\n<html><body>\n<p title=\"{{Name}}\">Dear {{Name}},</p>\n<pre>{{Note}}\n"
            + ".\nFrom all of us\n</pre>\n<img src=\"hall.png\" alt=\"the hall\">\n</body></html>");
    BufferedImage hall = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(hall, "png", place.resolve("hall.png").toFile());
    byte[] octets = new byte[5_000];
    random.nextBytes(octets);
    Files.write(place.resolve(FILE), octets);
    return Files.writeString(
        place.resolve("spring.mailshot"),
        """
        {
          "postroom": 1,
          "name": "Spring",
          "from": "Chor „Büro“ <news@choir.test>",
          "recipients": { "file": "members.csv", "nameColumn": "Name", "basis": "members" },
          "subject": "Für {{Name}}",
          "text": "letter.txt",
          "html": "letter.html",
          "attachments": [ { "file": "%s" } ]
        }
        """
            .formatted(FILE.replace("\"", "\\\"")));
  }

  private static Read library(Path file) throws IOException, MessagingException {
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(Files.readAllBytes(file)));
    List<List<String>> parts = new ArrayList<>();
    addParts(message, parts);
    return new Read(
        message.getSubject(),
        mailbox(message.getFrom()[0]),
        mailbox(message.getRecipients(MimeMessage.RecipientType.TO)[0]),
        parts);
  }

  private static List<String> mailbox(jakarta.mail.Address address) {
    InternetAddress mailbox = (InternetAddress) address;
    return List.of(Objects.requireNonNullElse(mailbox.getPersonal(), ""), mailbox.getAddress());
  }

  private static void addParts(Part part, List<List<String>> parts)
      throws IOException, MessagingException {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        addParts(several.getBodyPart(i), parts);
      }
      return;
    }
    String name = part.getFileName();
    try (InputStream octets = part.getInputStream()) {
      parts.add(
          List.of(
              new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT),
              name == null ? "" : MimeUtility.decodeText(name),
              digest(octets.readAllBytes())));
    }
  }

  private JsonNode python() throws IOException {
    Path script = dir.resolve("read.py");
    try (InputStream in = ReadersMtaIT.class.getResourceAsStream("read.py")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    byte[] said = run("python3", script.toString(), letters.toString());
    return JsonMapper.builder().build().readTree(said);
  }

  private static Read python(JsonNode read) {
    List<List<String>> parts = new ArrayList<>();
    read.path("parts").forEach(part -> parts.add(strings(part)));
    return new Read(
        read.path("subject").asString(),
        strings(read.path("from")),
        strings(read.path("to")),
        parts);
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    node.forEach(one -> all.add(one.asString()));
    return all;
  }

  private static Read mblaze(Path file) throws IOException {
    List<List<String>> parts = new ArrayList<>();
    String tree = new String(run("mshow", "-t", file.toString()), UTF_8);
    for (String line : tree.lines().toList()) {
      Matcher part = PART.matcher(line);
      if (part.matches() && !part.group(2).startsWith("multipart/")) {
        byte[] octets = run("mshow", "-O", file.toString(), part.group(1));
        String name = part.group(3) == null ? "" : part.group(3);
        parts.add(List.of(part.group(2), name, digest(octets)));
      }
    }
    return new Read(
        header(file, "subject"), mailbox(header(file, "from")), mailbox(header(file, "to")), parts);
  }

  private static String header(Path file, String name) throws IOException {
    return new String(run("mhdr", "-d", "-h", name, file.toString()), UTF_8).stripTrailing();
  }

  /// A name in quotes loses them and what is escaped in it (RFC 5322 section 3.2.4).
  private static List<String> mailbox(String shown) {
    int open = shown.lastIndexOf(" <");
    String name = shown.substring(0, Math.max(0, open));
    if (name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    return List.of(name, shown.substring(open + 2, shown.length() - 1));
  }

  private static byte[] run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process;
    try {
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new IOException(command[0] + " is missing: apt-get install mblaze python3", e);
    }
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.onExit().join().exitValue()).as(String.join(" ", command)).isZero();
    return said;
  }

  private static String digest(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
