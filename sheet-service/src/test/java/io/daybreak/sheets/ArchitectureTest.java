package io.daybreak.sheets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.daybreak.kit.testing.ArchitectureRules;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.google.SheetsGateway;

@AnalyzeClasses(packages = "io.daybreak.sheets", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

  @ArchTest
  static final ArchRule GOOGLES_CLIENT_IS_KNOWN_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.daybreak.sheets.google")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google..");

  @ArchTest
  static final ArchRule NO_CALL_GOES_ROUND_THE_QUOTAS =
      noClasses()
          .that()
          .doNotBelongToAnyOf(SheetsGateway.class, PacedSheets.class)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(SheetsGateway.class);
}
