package io.daybreak.orders.template;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;

/**
 * On a JVM a template reads what it is given by reflection. In a native executable only those
 * classes can be read for which the build was told to generate access.
 */
@AnalyzeClasses(packages = "io.daybreak.orders", importOptions = DoNotIncludeTests.class)
class TemplateDataTest {

  private static final DescribedPredicate<JavaClass> READ_BY_TEMPLATES =
      describe("are read by templates", TemplateDataTest::isReadByATemplate);

  @ArchTest
  static final ArchRule WHAT_TEMPLATES_READ_IS_READABLE_IN_A_NATIVE_EXECUTABLE =
      classes().that(READ_BY_TEMPLATES).should().beAnnotatedWith(TemplateData.class);

  /** Directly, or as a part of what they are given. */
  private static boolean isReadByATemplate(JavaClass type) {
    return type.getPackageName().startsWith("io.daybreak.orders")
        && (isGivenToATemplate(type) || isPartOfWhatIsGiven(type));
  }

  private static boolean isGivenToATemplate(JavaClass type) {
    return type.getMethodsWithParameterTypeOfSelf().stream()
        .map(JavaMethod::getOwner)
        .anyMatch(owner -> owner.isAnnotatedWith(CheckedTemplate.class));
  }

  private static boolean isPartOfWhatIsGiven(JavaClass type) {
    return type.getFieldsWithTypeOfSelf().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .anyMatch(field -> isGivenToATemplate(field.getOwner()));
  }
}
