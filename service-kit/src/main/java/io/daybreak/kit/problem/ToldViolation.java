package io.daybreak.kit.problem;

import io.quarkiverse.resteasy.problem.validation.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field, for readers of any language.
 *
 * @param field its path in the request, such as {@code adAccounts[0].customerId}
 * @param in body, path, query, header or form
 * @param message one sentence in English
 * @param code the constraint's name, such as {@code Size}; with the values it stands for the
 *     message in other languages
 * @param values the constraint's numbers by name, such as {@code min} and {@code max}
 */
public record ToldViolation(
    String field, String in, String message, @Nullable String code, Map<String, Object> values) {

  private static final Set<String> NUMBERS = Set.of("min", "max", "value", "integer", "fraction");

  /** The framework's list, with the code and the values of the constraints that made it. */
  static List<ToldViolation> of(List<?> mapped, ConstraintViolationException cause) {
    return mapped.stream()
        .map(Violation.class::cast)
        .map(violation -> of(violation, cause.getConstraintViolations()))
        .toList();
  }

  private static ToldViolation of(Violation told, Set<ConstraintViolation<?>> found) {
    ConstraintViolation<?> constraint =
        found.stream().filter(candidate -> isOf(told, candidate)).findFirst().orElse(null);
    if (constraint == null) {
      return new ToldViolation(told.field, told.in, told.message, null, Map.of());
    }
    Map<String, Object> values =
        new TreeMap<>(constraint.getConstraintDescriptor().getAttributes());
    values.keySet().retainAll(NUMBERS);
    String code =
        constraint.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new ToldViolation(told.field, told.in, told.message, code, values);
  }

  private static boolean isOf(Violation told, ConstraintViolation<?> candidate) {
    return candidate.getPropertyPath().toString().endsWith(told.field)
        && candidate.getMessage().equals(told.message);
  }
}
