package org.postroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.finding.Severity;

class AttachmentTest {
  private static final Blob CONTENT = Blob.of("abc".getBytes(StandardCharsets.US_ASCII));

  @Test
  void aFileThatIsNoListIsAdmittedAsItIs() {
    FileCandidate file = new FileCandidate("programme.pdf", "application/pdf", CONTENT, "k");
    assertThat(Attachment.admit(file, KnownLists.NONE))
        .isInstanceOfSatisfying(
            Attachment.Admission.Admitted.class,
            admitted -> {
              assertThat(admitted.attachment().fileName()).isEqualTo("programme.pdf");
              assertThat(admitted.attachment().contentType()).isEqualTo("application/pdf");
              assertThat(admitted.attachment().content()).isSameAs(CONTENT);
            });
  }

  @Test
  void theListItselfIsRefusedAndBlocks() {
    FileCandidate file = new FileCandidate("people.csv", "text/csv", CONTENT, "k");
    assertThat(Attachment.admit(file, _ -> Optional.of("members.csv")))
        .isInstanceOfSatisfying(
            Attachment.Admission.Refused.class,
            refused -> {
              assertThat(refused.file()).isEqualTo(file);
              assertThat(refused.finding().id()).isEqualTo("list.is-attachment");
              assertThat(refused.finding().severity()).isEqualTo(Severity.BLOCK);
              assertThat(refused.finding().where().part()).isEqualTo("attachment:people.csv");
              assertThat(refused.finding().args()).containsExactly("people.csv", "members.csv");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "programme.pdf, programme.pdf",
    "../../etc/passwd, .._.._etc_passwd",
    "C:\\temp\\x.pdf, C:_temp_x.pdf",
    "..,_",
    ".,_",
    "'  ',_",
    "' Üben.pdf ',Üben.pdf",
  })
  void aNameLeadsNowhere(String name, String shown) {
    assertThat(new FileCandidate(name, "a/b", CONTENT, "k").fileName()).isEqualTo(shown);
  }

  @Test
  void aNameIsOneLineAndReadsInOneDirection() {
    assertThat(new FileCandidate("a\r\nb\0c\u202Efdp.exe", "a/b", CONTENT, "k").fileName())
        .isEqualTo("a__b_c_fdp.exe");
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, application/pdf",
    "' Text/CSV ', text/csv",
    "image/svg+xml, image/svg+xml",
    "text, application/octet-stream",
    "'text/plain; name=x', application/octet-stream",
    "'text/pl\nBcc: x', application/octet-stream",
    "'', application/octet-stream",
  })
  void aTypeIsATypeOrNone(String type, String kept) {
    assertThat(new FileCandidate("x", type, CONTENT, "k").contentType()).isEqualTo(kept);
  }

  @Test
  void bytesInMemoryKnowTheirSizeAndDigestAndDoNotChange() {
    byte[] given = "abc".getBytes(StandardCharsets.US_ASCII);
    Blob blob = Blob.of(given);
    given[0] = 'x';
    blob.bytes()[1] = 'x';
    assertThat(blob.bytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(blob.size()).isEqualTo(3);
    assertThat(blob.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
