package io.daybreak.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.daybreak.contracts.Message;
import io.daybreak.contracts.MessageTypes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReflectionTest {

  private final List<Class<?>> messages =
      new ClassFileImporter()
          .importPackages("io.daybreak.contracts").stream()
              .filter(type -> type.isAssignableTo(Message.class) && !type.isInterface())
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  @Test
  void everyMessageOfTheContractsIsReadableInNativeExecutables() {
    RegisterForReflection registered =
        MessageReflection.class.getAnnotation(RegisterForReflection.class);

    assertThat(registered.targets()).containsExactlyInAnyOrderElementsOf(messages);
  }

  @Test
  void everyMessageOfTheContractsIsFoundByItsName() {
    assertThat(messages)
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(MessageTypes.byName(type.getSimpleName())).hasValue(asMessage(type)));
  }

  private static Class<? extends Message> asMessage(Class<?> type) {
    return type.asSubclass(Message.class);
  }
}
