package org.postroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void saysItsName() {
    assertThat(Main.greeting()).isEqualTo("Postroom");
  }
}
