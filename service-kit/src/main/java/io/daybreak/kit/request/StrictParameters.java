package io.daybreak.kit.request;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of an address as they are documented, and nothing else, in every service.
 * JAX-RS itself takes every word that is not "true" for false, and answers a number that is none
 * with 404; a parameter may decide about what cannot be undone.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {

  private static final String MOMENT = "2026-11-01T09:00:00+09:00 (write + as %2B)";

  /** PostgreSQL's moments end where these do not. */
  private static final int LAST_YEAR = 9999;

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
    String name = name(annotations);
    if (type == boolean.class || type == Boolean.class) {
      return (ParamConverter<T>) strict(name, StrictParameters::flag, List.of("true", "false"));
    }
    if (type == int.class || type == Integer.class) {
      return (ParamConverter<T>) strict(name, Integer::valueOf, List.of("a whole number"));
    }
    if (type == long.class || type == Long.class) {
      return (ParamConverter<T>) strict(name, Long::valueOf, List.of("a whole number"));
    }
    if (type == OffsetDateTime.class) {
      return (ParamConverter<T>) strict(name, StrictParameters::moment, List.of(MOMENT));
    }
    if (type == LocalDate.class) {
      return (ParamConverter<T>) strict(name, StrictParameters::day, List.of("2026-11-01"));
    }
    if (type.isEnum()) {
      List<String> allowed =
          Arrays.stream(type.getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList();
      return strict(name, text -> (T) Enum.valueOf((Class) type, text), allowed);
    }
    return null;
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static OffsetDateTime moment(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text);
    if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException();
    }
    return moment;
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException();
    }
    return day;
  }

  private static <T> ParamConverter<T> strict(
      String name, Function<String, T> read, List<String> allowed) {
    return new ParamConverter<>() {
      @Override
      public @Nullable T fromString(@Nullable String text) {
        if (text == null) {
          return null;
        }
        try {
          return read.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
          throw refused(RequestProblems.parameter(name, allowed));
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  /** What JAX-RS lets pass as it is; the problem within is what the client sees. */
  private static BadRequestException refused(HttpProblem problem) {
    return new BadRequestException(problem);
  }

  private static String name(Annotation @Nullable [] annotations) {
    if (annotations != null) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof QueryParam query) {
          return query.value();
        }
        if (annotation instanceof PathParam path) {
          return path.value();
        }
      }
    }
    return "";
  }
}
