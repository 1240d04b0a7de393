package io.daybreak.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives every problem that no feature raised its type and its sentence. What the framework would
 * say itself names classes and repeats what the client sent.
 */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {

  /** PostgreSQL's character_not_in_repertoire and untranslatable_character. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

  private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";

  /** After the extension's own, which put the request's path into the problem. */
  @Override
  public int priority() {
    return 1;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    HttpProblem raised = causeOf(HttpProblem.class, context.cause);
    HttpProblem.Builder known;
    if (ProblemType.isKnown(problem.getType())) {
      known = HttpProblem.builder(problem);
    } else if (raised != null && ProblemType.isKnown(raised.getType())) {
      known = HttpProblem.builder(raised); // within an exception that the framework lets pass
    } else {
      known = explain(problem, context.cause);
    }
    return known.withInstance(trace()).build();
  }

  private static HttpProblem.Builder explain(HttpProblem problem, @Nullable Throwable cause) {
    HttpProblem.Builder explained;
    JsonProcessingException json = causeOf(JsonProcessingException.class, cause);
    if (json != null) {
      explained = explain(json);
    } else if (cause instanceof ConstraintViolationException invalid) {
      explained =
          Problems.with(
                  CommonProblems.INVALID_REQUEST,
                  "Correct the fields under \"violations\" and send the request again.")
              .with("violations", violations(problem, invalid));
    } else if (holdsUnstorableText(cause)) {
      explained =
          Problems.with(
              CommonProblems.CONTROL_CHARACTER,
              "Remove the invisible control characters, such as NUL.");
    } else if (isUnreadableForm(cause)) {
      explained =
          Problems.with(
              CommonProblems.BAD_REQUEST,
              "Send the file as multipart/form-data that is whole, with the boundary of its type.");
    } else if (causeOf(OptimisticLockException.class, cause) != null) {
      explained =
          Problems.with(
              CommonProblems.CHANGED_MEANWHILE, "Read it again, and repeat your change on that.");
    } else {
      StatusProblem status = StatusProblem.of(problem.getStatusCode());
      explained = Problems.with(status.type(), status.detail());
    }
    problem.getHeaders().forEach(explained::withHeader);
    return explained;
  }

  private static List<ToldViolation> violations(
      HttpProblem problem, ConstraintViolationException invalid) {
    return problem.getParameters().get("violations") instanceof List<?> mapped
        ? ToldViolation.of(mapped, invalid)
        : List.of();
  }

  /** What the reader of forms throws at one that ends too early has no type of its own. */
  private static boolean isUnreadableForm(@Nullable Throwable cause) {
    return cause instanceof IOException
        && Arrays.stream(cause.getStackTrace())
            .limit(1)
            .anyMatch(thrower -> thrower.getClassName().startsWith(FORM_READER));
  }

  /** The database's word on a text that it cannot hold, should one have come so far. */
  private static boolean holdsUnstorableText(@Nullable Throwable cause) {
    PgException refused = causeOf(PgException.class, cause);
    return refused != null && UNSTORABLE.contains(refused.getSqlState());
  }

  private static HttpProblem.Builder explain(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)) {
      return Problems.with(
          CommonProblems.MALFORMED_JSON, "Send a body that is well-formed JSON, in UTF-8.");
    }
    if (e instanceof UnrecognizedPropertyException) {
      return Problems.with(
              CommonProblems.UNEXPECTED_JSON, "Remove the fields that the API does not know.")
          .with("field", path(mapping));
    }
    return Problems.with(
            CommonProblems.UNEXPECTED_JSON,
            "Send the body as the API's description says; \"field\" names where it differs.")
        .with("field", path(mapping));
  }

  /** Where in the body it is, as in {@code layout.columns[2].header}. */
  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static <T extends Throwable> @Nullable T causeOf(
      Class<T> type, @Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** Names this occurrence: what to look for in the log. */
  private static @Nullable URI trace() {
    Span span = Span.current();
    return span.getSpanContext().isValid()
        ? URI.create("urn:trace:" + span.getSpanContext().getTraceId())
        : null;
  }
}
