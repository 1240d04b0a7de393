package io.daybreak.kit.queue;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.util.Arrays;

/**
 * Reads a constant that a newer version has added as {@code OTHER}, in enumerations that have this
 * constant because nothing is decided by it. In others it stays unreadable: the message waits among
 * the dead letters for a version that knows it.
 */
final class NewerConstants extends DeserializationProblemHandler {

  static final String OTHER = "OTHER";

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String problem) {
    Object[] constants = type.getEnumConstants();
    return constants == null
        ? NOT_HANDLED
        : Arrays.stream(constants)
            .filter(constant -> ((Enum<?>) constant).name().equals(OTHER))
            .findFirst()
            .orElse(NOT_HANDLED);
  }
}
