package org.postroom.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The packages of Postroom and the arrows between them, which point down only.
class LayersTest {
  /// From the bottom: a package may use those before it in the list, and none after it.
  private static final List<String> UPWARDS =
      List.of(
          "address",
          "finding",
          "recipients",
          "template",
          // What the editor edits: text in, text out, written for and read with the template's
          // fields. It knows no letters, so it lies right above the template.
          "richtext",
          "message",
          "plan",
          "composition",
          "safety",
          "dispatch",
          "practice",
          "workspace",
          "smtp",
          "files",
          // Bytes in, bytes out, like richtext: the window brings pictures with it. Above the core
          // because it uses the JDK's image readers.
          "pictures",
          "extract",
          // A text in, its links out; and whether their pages are there, when a person asks.
          "links",
          // A text in, the words nobody knows out.
          "spelling",
          "tabular",
          "document",
          "engine",
          "drill",
          "cli",
          "ui",
          "app");

  private static final List<String> CORE = UPWARDS.subList(0, UPWARDS.indexOf("dispatch") + 1);

  private static final JavaClasses POSTROOM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.postroom");

  @TestFactory
  List<DynamicTest> noPackageUsesOneAboveIt() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < UPWARDS.size() - 1; i++) {
      String[] above = inPostroom(UPWARDS.subList(i + 1, UPWARDS.size()));
      String lower = UPWARDS.get(i);
      tests.add(
          DynamicTest.dynamicTest(
              lower,
              () ->
                  holds(
                      noClasses()
                          .that()
                          .resideInAPackage(inPostroom(lower))
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(above))));
    }
    return tests;
  }

  @Test
  void everyPackageHasItsPlaceInTheList() {
    assertThat(POSTROOM.getPackage("org.postroom").getSubpackages())
        .extracting(found -> found.getRelativeName())
        .isSubsetOf(UPWARDS);
  }

  @Test
  void theWindowAndTheCommandLineCallTheEngineOnly() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(inPostroom(List.of("ui", "cli")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                inPostroom(
                    List.of("tabular", "extract", "files", "smtp", "workspace", "practice"))));
    holds(neitherUses("cli", "org.postroom.ui.."));
  }

  @Test
  void theCoreKnowsNoWindowNoDatabaseAndNoFiles() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(inPostroom(CORE))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("javafx..", "java.sql..", "javax.sql..", "org.sqlite..")
                    .or(resideInAnyPackage("java.awt..", "java.nio.file..", "java.net.http.."))
                    .or(nameMatching("java\\.io\\.(Random)?(Access)?File.*"))));
  }

  @Test
  void theCoreIsToldTheTimeAndTheZone() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(inPostroom(CORE))
            .should()
            .callCodeUnitWhere(readsTheWallClock()));
  }

  @Test
  void nothingReliesOnTheDefaultLocaleOrCharsetInTheCore() {
    holds(
        noClasses()
            .that()
            .resideInAnyPackage(inPostroom(CORE))
            .should()
            .callMethod(java.util.Locale.class, "getDefault")
            .orShould()
            .callMethod(java.nio.charset.Charset.class, "defaultCharset")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(java.util.TimeZone.class, "getDefault"));
  }

  @Test
  void eachLibraryHasItsPackage() {
    holds(onlyIn("jakarta.mail..", "composition", "smtp"));
    holds(onlyIn("org.eclipse.angus..", "composition", "smtp"));
    holds(onlyIn("com.opencsv..", "tabular"));
    holds(onlyIn("ezvcard..", "tabular"));
    holds(onlyIn("org.apache.commons.compress..", "tabular", "extract"));
    holds(onlyIn("org.tukaani..", "extract"));
    holds(onlyIn("org.apache.lucene..", "spelling"));
    holds(onlyIn("org.zwobble.mammoth..", "extract"));
    holds(onlyIn("java.sql..", "workspace"));
    holds(onlyIn("com.microsoft.credentialstorage..", "workspace"));
    holds(onlyIn("org.subethamail..", "practice"));
    holds(onlyIn("java.net.http..", "links"));
    holds(onlyIn("javafx..", "ui", "app"));
    holds(onlyIn("picocli..", "cli", "app"));
  }

  /// A second opinion is worth something only where it shares nothing with the first.
  @Test
  void theWireGuardReadsTheBytesWithoutTheMailLibraryAndWithoutTheComposer() {
    holds(
        noClasses()
            .that()
            .haveNameMatching("org\\.postroom\\.composition\\..*Guard.*")
            .should()
            .transitivelyDependOnClassesThat(
                resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                    .or(nameMatching("org\\.postroom\\.composition\\.(?!Guard|WireGuard).*"))));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(POSTROOM.stream().map(found -> found.getPackage()).distinct())
        .filteredOn(found -> !found.isAnnotatedWith(NullMarked.class))
        .extracting(found -> found.getName())
        .isEmpty();
  }

  private static ArchRule neitherUses(String user, String used) {
    return noClasses()
        .that()
        .resideInAPackage(inPostroom(user))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(used);
  }

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(inPostroom(List.of(packages)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /// A call with a clock as its argument is told the time; the others help themselves.
  private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
    return DescribedPredicate.describe(
        "reads the wall clock",
        call -> {
          AccessTarget.CodeUnitCallTarget target = call.getTarget();
          boolean told =
              target.getRawParameterTypes().stream()
                  .anyMatch(type -> type.isAssignableTo(InstantSource.class));
          boolean now =
              target.getOwner().getPackageName().equals("java.time")
                  && target.getName().matches("now|system.*|tickMillis|tickMinutes|tickSeconds");
          return (now && !told)
              || target.getFullName().equals("java.lang.System.currentTimeMillis()")
              || target.getFullName().equals("java.util.Date.<init>()");
        });
  }

  private static void holds(ArchRule rule) {
    // A package that nobody has written yet breaks no rule.
    rule.allowEmptyShould(true).check(POSTROOM);
  }

  private static String[] inPostroom(List<String> packages) {
    return packages.stream().map(LayersTest::inPostroom).toArray(String[]::new);
  }

  private static String inPostroom(String name) {
    return "org.postroom." + name + "..";
  }
}
