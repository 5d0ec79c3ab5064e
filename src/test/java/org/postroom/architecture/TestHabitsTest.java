package org.postroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What no test of Postroom does: wait for time to pass, or be left out.
class TestHabitsTest {
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.postroom");

  @Test
  void noTestSleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
    noClasses().should().callMethod(Thread.class, "sleep", java.time.Duration.class).check(TESTS);
  }

  @Test
  void noTestIsSkipped() {
    for (String disabled : List.of("org.junit.jupiter.api.Disabled", "net.jqwik.api.Disabled")) {
      noClasses().should().beMetaAnnotatedWith(disabled).check(TESTS);
      noMethods().should().beMetaAnnotatedWith(disabled).check(TESTS);
    }
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.(junit\\.jupiter\\.api|assertj\\.core\\.api)\\.Assumptions")
        .check(TESTS);
  }
}
