package io.daybreak.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who may call what. A table names every operation with the roles that may call it, and whether it
 * is about a thing of an organisation; the service's OpenAPI document is held against it, so that a
 * new endpoint cannot be forgotten, and every operation is called by everybody who may not.
 */
public final class AuthorizationMatrix {

  private static final Set<String> ROLES = Set.of("marketer", "merchant", "operator", "service");
  private static final Set<Integer> HIDDEN = Set.of(403, 404);

  private final List<Row> rows;
  private final List<String> faults = new ArrayList<>();
  private Map<String, String> bodies = Map.of();

  private AuthorizationMatrix(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * A line of the table: {@code METHOD /path | roles or public | own or - | body}. {@code own}: the
   * path names a thing of an organisation, and strangers must not learn that it is there.
   */
  private record Row(String method, String path, Set<String> roles, boolean own, String body) {

    static Row of(String line) {
      String[] cells = line.split("\\|", 4);
      String[] operation = cells[0].strip().split(" +");
      Set<String> roles =
          Stream.of(cells[1].strip().split(" +"))
              .filter(role -> !role.equals("public"))
              .collect(Collectors.toUnmodifiableSet());
      String body = cells.length < 4 || cells[3].isBlank() ? "{}" : cells[3].strip();
      return new Row(operation[0], operation[1], roles, cells[2].strip().equals("own"), body);
    }

    String operation() {
      return method + " " + path.split("\\?")[0];
    }
  }

  /** Reads the table from the class path; lines that begin with # are remarks. */
  public static AuthorizationMatrix read(String resource) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return new AuthorizationMatrix(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Row::of)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tries everything.
   *
   * @param others a path template filled with things of somebody else's organisation
   * @param bodies bodies that the table only names
   * @return what is wrong, one line each
   */
  public List<String> faults(UnaryOperator<String> others, Map<String, String> bodies) {
    this.bodies = bodies;
    compareWithDocument();
    for (Row row : rows) {
      if (!row.roles().isEmpty()) {
        String path = others.apply(row.path());
        tryWithoutRight(row, path);
        if (row.own()) {
          tryAsStranger(row, path, "somebody else's");
          tryAsStranger(row, nobodys(row.path()), "nobody's");
        }
      }
    }
    return faults;
  }

  /** Who may call an operation, such as {@code GET /api/shops}; nobody in particular if public. */
  Set<String> roles(String operation) {
    return row(operation).map(Row::roles).orElse(Set.of());
  }

  /** The body that the table has for an operation; {@code {}} if none. */
  String body(String operation) {
    return row(operation).map(Row::body).orElse("{}");
  }

  private Optional<Row> row(String operation) {
    return rows.stream().filter(row -> row.operation().equals(operation)).findFirst();
  }

  private void compareWithDocument() {
    Set<String> documented =
        ApiDocument.ofService().operations().stream()
            .map(ApiDocument.Operation::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = rows.stream().map(Row::operation).collect(Collectors.toSet());
    documented.stream().filter(one -> !listed.contains(one)).forEach(one -> fault(one, "is new"));
    listed.stream().filter(one -> !documented.contains(one)).forEach(one -> fault(one, "is gone"));
  }

  private void tryWithoutRight(Row row, String path) {
    String[] roles = row.roles().toArray(String[]::new);
    expect(row, path, given(), Set.of(401), "no token");
    expect(row, path, bearer("garbage"), Set.of(401), "garbage");
    expect(row, path, bearer(Tokens.expired("m", roles)), Set.of(401), "an expired token");
    expect(row, path, bearer(Tokens.without(null, roles)), Set.of(401), "a token of nobody");
    expect(row, path, bearer(elsewhere(roles)), Set.of(401), "another application's token");
    expect(row, path, bearer(Tokens.of("m", "other")), Set.of(403), "no role");
    for (String role : ROLES) {
      if (!row.roles().contains(role)) {
        expect(row, path, bearer(Tokens.of("m", role)), Set.of(403), role);
      }
    }
  }

  private void tryAsStranger(Row row, String path, String whose) {
    for (String role : List.of("marketer", "merchant")) {
      if (row.roles().contains(role)) {
        String stranger = Tokens.of("stranger-" + UUID.randomUUID(), role);
        expect(row, path, bearer(stranger), HIDDEN, role + " with " + whose + " thing");
      }
    }
  }

  private void expect(
      Row row, String path, RequestSpecification as, Set<Integer> expected, String who) {
    if (row.body().equals("FILE")) {
      as = as.multiPart("file", "a.csv", new byte[] {'a'}, "text/csv");
    } else if (!row.method().equals("GET")) {
      as = as.contentType(ContentType.JSON).body(bodies.getOrDefault(row.body(), row.body()));
    }
    int status = as.request(row.method(), path).statusCode();
    if (!expected.contains(status)) {
      fault(row.operation(), "answers " + status + " to " + who + ", not one of " + expected);
    }
  }

  private void fault(String operation, String what) {
    faults.add(operation + " " + what);
  }

  private static RequestSpecification bearer(String token) {
    return given().auth().oauth2(token);
  }

  private static String elsewhere(String... roles) {
    long now = Instant.now().getEpochSecond();
    return Tokens.signed(
        Map.of(
            "iss",
            "daybreak",
            "aud",
            "some-other-application",
            "sub",
            "m",
            "groups",
            List.of(roles),
            "iat",
            now,
            "exp",
            now + 3600));
  }

  /** Ids that are well-formed and of nothing. */
  private static String nobodys(String path) {
    return path.replace("{id}", UUID.randomUUID().toString())
        .replace("{shop}", "nobody-" + UUID.randomUUID() + ".myshopify.com")
        .replace("{orderId}", "1")
        .replace("{customerId}", "1")
        .replace("{subject}", "nobody")
        .replace("{kind}", "REQUEST")
        .replace("{service}", service());
  }

  /** The name of the service under test. */
  public static String service() {
    return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
  }
}
