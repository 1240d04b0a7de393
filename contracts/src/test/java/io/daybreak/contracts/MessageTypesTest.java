package io.daybreak.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class MessageTypesTest {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackagesOf(Message.class);

  @Test
  void everyMessageIsKnownByItsName() {
    assertThat(classes.stream().filter(this::isMessageRecord))
        .isNotEmpty()
        .allSatisfy(
            type -> assertThat(MessageTypes.byName(type.getSimpleName())).contains(reflect(type)));
  }

  @Test
  void anUnknownNameIsNoMessage() {
    assertThat(MessageTypes.byName("DropTable")).isEmpty();
  }

  private boolean isMessageRecord(JavaClass type) {
    return type.isAssignableTo(Message.class) && type.isRecord();
  }

  @SuppressWarnings("unchecked")
  private static Class<? extends Message> reflect(JavaClass type) {
    return (Class<? extends Message>) type.reflect();
  }
}
