package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a provider takes counts where the account, or before one is named the sender's address,
/// shows the provider.
class ProviderLimitsTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  @TempDir Path folder;

  @Test
  void theSendersAddressShowsHowLargeALetterMayBe() {
    Office office = new Office(folder);
    office.list(3);

    assertThat(findings(office.run("check", large(office, "news@choir.example"), "--json")))
        .isEmpty();

    JsonNode check = office.run("check", large(office, "news@icloud.com"), "--json").json();
    assertThat(ids(check)).containsExactly("size.over-limit confirm");
    assertThat(check.get("findings").get(0).get("message").asString())
        .startsWith("3 letters are larger than Apple takes. The largest has 21.9 MB, and Apple");
  }

  @Test
  void theAccountSaysItBeforeAnythingIsConnectedTo() {
    Office office = new Office(folder, Map.of("POSTROOM_SMTP_PASSWORD", "rowing-in-may"));
    office.list(3);
    String mailshot = large(office, "news@choir.example");
    String apple = "smtp://news%40choir.example@smtp.mail.me.com";

    assertThat(findings(office.run("check", mailshot, "--smtp", apple, "--json")))
        .containsExactly("size.over-limit confirm");
    assertThat(
            findings(
                office.run("send", mailshot, "--confirm", "3", "--smtp", apple, "--json").exits(4)))
        .containsExactly("size.over-limit confirm");
  }

  @Test
  void practiceTakesWhatMostMailboxesTake() {
    Office office = new Office(folder);
    office.list(3);

    office
        .run("send", large(office, "news@icloud.com"), "--confirm", "3", "--practice", "--json")
        .exits(0);
  }

  @Test
  void theSendersAddressShowsHowManyADay() {
    Office office = new Office(folder);
    office.list(501);
    office.write("letter.txt", "Dear {{Name}},\n\nwe meet on Thursday as always.\n\nHelen\n");

    assertThat(findings(office.run("check", document(office, "news@choir.example", ""), "--json")))
        .isEmpty();
    assertThat(findings(office.run("check", document(office, "choir@gmail.com", ""), "--json")))
        .containsExactly("limit.over-daily confirm");
  }

  /// 16 MB in a file are 21.9 MB in a letter.
  private static String large(Office office, String from) {
    office.write("hall.png", Arrays.copyOf(PNG, 16_000_000));
    office.write("letter.txt", "Dear {{Name}},\n\nthe hall is attached.\n\nHelen\n");
    return document(office, from, ", \"attachments\": [{\"file\": \"hall.png\"}]");
  }

  private static String document(Office office, String from, String more) {
    return office.write(
        "hall.mailshot",
        """
        {"postroom": 1, "name": "Hall", "from": "Choir <%s>", "subject": "The hall for {{Name}}",
         "recipients": {"file": "members.csv", "basis": "members"}, "text": "letter.txt"%s}
        """
            .formatted(from, more));
  }

  private static List<String> findings(Office.Outcome outcome) {
    return ids(outcome.json());
  }

  private static List<String> ids(JsonNode json) {
    List<String> ids = new ArrayList<>();
    for (JsonNode finding : json.get("findings")) {
      ids.add(finding.get("id").asString() + " " + finding.get("severity").asString());
    }
    return ids;
  }
}
