package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theWorkspaceLiesWhereItIsNamedAndElseInTheUsersOwnData() {
    assertThat(WorkspaceFolder.of(Path.of("/here"), Map.of())).isEqualTo(Path.of("/here"));
    assertThat(WorkspaceFolder.of(null, Map.of()).isAbsolute()).isTrue();
  }

  @Test
  void whatIsMissingForAWindowIsSaidInWords() {
    assertThat(AppTexts.text("no-display")).contains("display");
    assertThat(AppTexts.text("no-gtk")).contains("libgtk-3-0");
  }
}
