package io.tukar;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/** The order of the rooms, held by a test instead of by memory. */
class ArchitectureTest {

  private static final List<String> DOORS =
      List.of("web", "pages", "entrance", "portal", "desk", "api", "cli", "demo");

  /** From the ground up: a room imports from its own storey and those below. */
  private static final List<List<String>> STOREYS =
      List.of(
          List.of("kernel", "database", "csv", "rows", "paper"),
          List.of("calendar", "outbox"),
          List.of("policy", "orders", "stock", "evidence", "shipping", "staff", "throttle"),
          List.of("inspection", "settlement", "packing"),
          List.of("rma"),
          List.of("payout"),
          List.of("cashier"),
          List.of("messaging", "connect"),
          DOORS);

  /** What decides is given the facts and the time: it neither reads nor waits. */
  private static final Set<String> DECIDING_TYPES =
      Set.of(
          "io.tukar.policy.Policy",
          "io.tukar.policy.clause.Clause",
          "io.tukar.policy.facts.ReturnFacts",
          "io.tukar.policy.decision.Finding",
          "io.tukar.policy.decision.Decision",
          "io.tukar.settlement.SettlementPlan",
          "io.tukar.inspection.Verdict",
          "io.tukar.inspection.Disposition",
          "io.tukar.rma.LegalMoves",
          "io.tukar.rma.Rma",
          "io.tukar.rma.RmaLine",
          "io.tukar.rma.RmaStatus",
          "io.tukar.rma.RmaEvent");

  /** Packages of which every type decides, or is what it is decided on. */
  private static final String[] DECIDING_PACKAGES = {
    "io.tukar.policy.facts",
    "io.tukar.policy.decision",
    "io.tukar.policy.clause",
    "io.tukar.policy",
    "io.tukar.policy.lint",
    "io.tukar.settlement.matching"
  };

  /** Within the policy, from the ground up: a package imports only from those before it. */
  private static final List<String> POLICY_ORDER =
      List.of(
          "io.tukar.policy.tree",
          "io.tukar.policy.facts",
          "io.tukar.policy.decision",
          "io.tukar.policy.clause",
          "io.tukar.policy",
          "io.tukar.policy.lint",
          "io.tukar.policy.file",
          "io.tukar.policy.edit",
          "io.tukar.policy.versions",
          "io.tukar.policy.replay");

  private static final String[] PLAIN_JAVA = {
    "io.tukar.kernel..", "io.tukar.calendar..", "io.tukar.database.."
  };

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tukar");

  @Test
  void roomsImportOnlyFromTheirStoreyAndThoseBelow() {
    List<String> above = new ArrayList<>();
    for (List<String> storey : STOREYS.reversed()) {
      if (!above.isEmpty()) {
        noClasses()
            .that(resideInAnyPackage(packages(storey)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(above)))
            .allowEmptyShould(true)
            .check(PROGRAM);
      }
      above.addAll(storey);
    }
  }

  @Test
  void everyRoomHasAStorey() {
    Set<String> rooms =
        PROGRAM.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("io.tukar."))
            .map(name -> name.split("\\.", -1)[2])
            .collect(Collectors.toSet());
    assertThat(STOREYS.stream().flatMap(List::stream)).containsAll(rooms);
  }

  @Test
  void roomsDoNotImportInCircles() {
    // The generated pages name the types they show, and the doors name their pages.
    slices()
        .matching("io.tukar.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage("io.tukar.pages.."), DescribedPredicate.alwaysTrue())
        .check(PROGRAM);
  }

  @Test
  void thePackagesOfThePolicyImportOnlyFromThoseBeforeThem() {
    for (var at = 0; at < POLICY_ORDER.size() - 1; at++) {
      noClasses()
          .that(resideInAPackage(POLICY_ORDER.get(at)))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  POLICY_ORDER.subList(at + 1, POLICY_ORDER.size()).toArray(String[]::new)))
          .check(PROGRAM);
    }
  }

  @Test
  void everyPackageOfThePolicyHasItsPlace() {
    var packages =
        PROGRAM.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.equals("io.tukar.policy") || name.startsWith("io.tukar.policy."))
            .collect(Collectors.toSet());
    assertThat(packages).containsExactlyInAnyOrderElementsOf(POLICY_ORDER);
  }

  @Test
  void theModulesOfTheProgramAreInOrder() {
    ApplicationModules.of(Tukar.class, resideInAPackage("io.tukar.pages..")).verify();
  }

  @Test
  void onlyDoorsKnowTheStaff() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(DOORS))
        .and()
        .resideOutsideOfPackage("io.tukar.staff..")
        .should()
        .dependOnClassesThat(resideInAPackage("io.tukar.staff.."))
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @Test
  void decidingTypesKnowNoFrameworkClockOrDisk() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "decide",
                type ->
                    DECIDING_TYPES.contains(type.getName())
                        || (resideInAnyPackage(DECIDING_PACKAGES).test(type)
                            && !type.getSimpleName().equals("package-info"))
                        || DECIDING_TYPES.stream()
                            .anyMatch(deciding -> type.getName().startsWith(deciding + "$"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework..",
                "java.sql..",
                "javax.sql..",
                "java.io..",
                "java.nio.file.."))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(PROGRAM);
  }

  @Test
  void theGroundRoomsArePlainJavaButForWhatReachesTheDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(PLAIN_JAVA)
        .and()
        .doNotHaveSimpleName("package-info")
        .and(not(annotatedWith(Component.class)))
        .and(not(annotatedWith(Repository.class)))
        .should()
        .dependOnClassesThat(resideInAPackage("org.springframework.."))
        .check(PROGRAM);
  }

  @Test
  void nobodyReadsTheMachinesClockBehindTheProgramsBack() {
    noClasses()
        // Compares with the dates of files, which come from the same clock.
        .that()
        .doNotHaveFullyQualifiedName("io.tukar.evidence.FolderStore")
        .and()
        .doNotHaveFullyQualifiedName("io.tukar.evidence.Spool")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    Set<String> packages =
        PROGRAM.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.startsWith("io.tukar.pages"))
            .collect(Collectors.toSet());
    assertThat(packages)
        .allSatisfy(
            name ->
                assertThat(Class.forName(name + ".package-info")).hasAnnotation(NullMarked.class));
  }

  @Test
  void namesSayWhatATypeIsInTheFieldsWords() {
    classes()
        .that()
        .resideOutsideOfPackage("io.tukar.pages..")
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Service|Dto|DTO)")
        .check(PROGRAM);
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> "io.tukar." + room + "..").toArray(String[]::new);
  }
}
