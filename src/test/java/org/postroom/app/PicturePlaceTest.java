package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.extract.WordFiles;
import org.postroom.pictures.CameraFiles;
import tools.jackson.databind.JsonNode;

/// Pictures that say where they were taken, by the command line.
class PicturePlaceTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void letter() {
    office = new Office(folder);
    office.list(3);
    office.write("hall.jpg", CameraFiles.placed(CameraFiles.photo(60, 30)));
    office.write("plain.jpg", CameraFiles.ofPhone(CameraFiles.photo(60, 30), 6));
    office.write("plain.html", "<p>Dear {{Name}}, our hall: <img src='plain.jpg' alt='hall'></p>");
    office.write("placed.html", "<p>Dear {{Name}}, our hall: <img src='hall.jpg' alt='hall'></p>");
  }

  @Test
  void aPictureInThePageAndOneThatIsAttachedAreToldTogether() {
    JsonNode check = check("placed.html", "hall.jpg");

    assertThat(ids(check)).containsExactly("image.taken-at note");
    assertThat(check.get("clear").asBoolean()).isTrue();
    JsonNode finding = check.get("findings").get(0);
    assertThat(finding.get("count").asInt()).isEqualTo(2);
    assertThat(finding.get("message").asString())
        .startsWith(
            "2 pictures say where they were taken. The camera wrote 51.4545, -2.5879 into"
                + " “hall.jpg”, and");
  }

  @Test
  void oneInADocumentIsToldAsWell() throws IOException {
    byte[] photo = CameraFiles.placed(CameraFiles.photo(60, 30));
    office.write("paper.docx", WordFiles.withPicture("Our hall", "the hall", photo));

    assertThat(ids(check("plain.html", "paper.docx"))).containsExactly("image.taken-at note");
  }

  @Test
  void oneForEachPersonIsToldOnce() {
    office.write(
        "members.csv",
        "Name;Email;Picture\r\nAnn;ann@choir.example;hall.jpg\r\nBen;ben@choir.example;other.jpg");
    office.write("own/hall.jpg", CameraFiles.placed(CameraFiles.photo(60, 30)));
    office.write("own/other.jpg", CameraFiles.placed(CameraFiles.photo(30, 30)));
    String mailshot =
        office.document(
            "\"subject\": \"Pictures\", \"html\": \"plain.html\"",
            "\"attachments\": [{\"column\": \"Picture\", \"folder\": \"own\"}]");

    assertThat(ids(office.run("check", mailshot, "--json").json()))
        .containsExactly("image.taken-at note");
  }

  @Test
  void onesThatDoNotAreNot() {
    assertThat(ids(check("plain.html", "plain.jpg"))).isEmpty();
  }

  private JsonNode check(String html, String attached) {
    String mailshot =
        office.document(
            "\"subject\": \"Our hall\", \"html\": \"" + html + "\"",
            "\"attachments\": [{\"file\": \"" + attached + "\"}]");
    return office.run("check", mailshot, "--json").json();
  }

  private static List<String> ids(JsonNode check) {
    List<String> ids = new ArrayList<>();
    for (JsonNode finding : check.get("findings")) {
      String id = finding.get("id").asString();
      if (!id.equals("html.not-shown")) {
        ids.add(id + " " + finding.get("severity").asString());
      }
    }
    return ids;
  }
}
