package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.app.Office.Outcome;

/// Where a list can be read in two ways, the command line names the option that settles it.
class ReadingHintsTest {
  private static final Path EXPORTS = Path.of("src/test/resources/org/postroom/tabular/exports");

  @TempDir Path folder;

  @Test
  void twoColumnsOfAddressesAreAnErrorUntilOneIsChosen() {
    Office office = new Office(folder);
    String list = EXPORTS.resolve("google-two-addresses.csv").toString();
    Outcome unclear = office.run("list", list).exits(2);
    assertThat(unclear.err())
        .contains("--address-column to one of E-mail 1 - Value, E-mail 2 - Value");
    Outcome chosen = office.run("list", list, "--address-column", "E-mail 1 - Value").exits(0);
    assertThat(chosen.out()).contains("2 people to write to");
    assertThat(chosen.err()).doesNotContain("--address-column");
  }

  @Test
  void anotherCharsetAndNoHeadingsAreHints() throws Exception {
    Office office = new Office(folder);
    String mac = EXPORTS.resolve("excel-mac.csv").toString();
    assertThat(office.run("list", mac).exits(0).err()).contains("--charset x-MacRoman");
    assertThat(office.run("list", mac, "--charset", "x-MacRoman").exits(0).err())
        .doesNotContain("--charset");
    Path bare = Files.writeString(folder.resolve("bare.csv"), "a@x.example\nb@x.example\n");
    assertThat(office.run("list", bare.toString()).exits(0).err()).contains("--heading-row 0");
  }
}
