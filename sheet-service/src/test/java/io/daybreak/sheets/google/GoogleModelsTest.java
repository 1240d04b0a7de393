package io.daybreak.sheets.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.json.GenericJson;
import com.google.api.client.util.GenericData;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A native image lacks what nobody registered, and says so only when it runs. */
class GoogleModelsTest {

  @Test
  void everyClassThatGooglesClientReadsByReflectionIsRegistered() {
    assertThat(used())
        .contains(ValueRange.class.getName(), Sheets.Spreadsheets.Get.class.getName());
    assertThat(registered()).containsAll(used());
  }

  /** They are nowhere in our code: Google's client makes them of what it reads. */
  @ParameterizedTest
  @EnumSource(Answer.class)
  void whatIsNestedInAnAnswerIsRegistered(Answer answer) {
    assertThat(registered()).containsAll(FieldMask.of(answer.fields()).modelsOf(answer.type()));
  }

  @Test
  void aMaskNamesTheClassesOnItsWay() {
    assertThat(FieldMask.of(Answer.TABS.fields()).modelsOf(Answer.TABS.type()))
        .containsExactlyInAnyOrder(
            Spreadsheet.class.getName(),
            SpreadsheetProperties.class.getName(),
            Sheet.class.getName(),
            SheetProperties.class.getName(),
            GridProperties.class.getName(),
            DeveloperMetadata.class.getName(),
            NamedRange.class.getName());
  }

  private static Set<String> registered() {
    return Arrays.stream(GoogleModels.class.getAnnotation(RegisterForReflection.class).targets())
        .map(Class::getName)
        .collect(Collectors.toSet());
  }

  private static Set<String> used() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.daybreak.sheets")
            .stream()
            .filter(type -> !type.isEquivalentTo(GoogleModels.class))
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .map(Dependency::getTargetClass)
            .map(JavaClass::getBaseComponentType)
            .filter(type -> type.getPackageName().startsWith("com.google.api.services.sheets"))
            .filter(
                type ->
                    type.isAssignableTo(GenericJson.class)
                        || type.isAssignableTo(GenericData.class))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }
}
