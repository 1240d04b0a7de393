package io.daybreak.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Nobody sees a row outside of their organisations: not in a list, its total, a filter or a search,
 * not by its id. Rows of several organisations are planted behind every endpoint that reads, which
 * the OpenAPI document names; random people look at all of them. An endpoint that nobody planted
 * rows for is a fault, unless it is said why it has none.
 *
 * <p>{@code daybreak.scope.seed} is the system property for another seed.
 */
public final class ScopeProperty {

  private static final long SEED = Long.getLong("daybreak.scope.seed", 20261128L);

  private static final int PEOPLE = 8;

  /** Of a person, by a parameter. */
  private static final int SEARCHES = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<Integer> HIDDEN = Set.of(403, 404);

  private static final List<String> ROLES = List.of("OWNER", "EDITOR", "VIEWER");

  private static final String OWN_ORGANISATIONS = "GET /api/organisations/{service}";

  private final AuthorizationMatrix table;
  private final List<Planted> planted = new ArrayList<>();
  private final Map<String, String> without = new TreeMap<>();
  private final Set<String> outside = new TreeSet<>();
  private final Set<String> faults = new LinkedHashSet<>();
  private int calls;

  /**
   * A row of an organisation.
   *
   * @param operation such as {@code GET /api/shops/{shop}}
   * @param path under which it is found: of its own, or that of a list
   * @param marker a text that stands in its JSON and in no other organisation's, or empty
   */
  private record Planted(String operation, UUID organisation, String path, String marker) {}

  /**
   * Who asks.
   *
   * @param organisations those they belong to
   * @param chosen the one that the request is about, if it says so
   */
  private record Person(
      String token, boolean operator, Set<UUID> organisations, List<UUID> chosen, String told) {

    boolean sees(UUID organisation) {
      return (operator || organisations.contains(organisation))
          && (chosen.isEmpty() || chosen.contains(organisation));
    }
  }

  public ScopeProperty(AuthorizationMatrix table) {
    this.table = table;
  }

  /** Says that an organisation has a row behind an operation; see {@link Planted}. */
  public ScopeProperty row(String operation, String organisation, String path, String marker) {
    planted.add(new Planted(operation, UUID.fromString(organisation), path, marker));
    return this;
  }

  /** An operation behind which no organisation has rows. */
  public ScopeProperty without(String operation, String because) {
    without.put(operation, because);
    return this;
  }

  /** An operation that asks somebody outside, who need not answer its own people. */
  public ScopeProperty outside(String operation) {
    outside.add(operation);
    return this;
  }

  /**
   * Tries everything.
   *
   * @param role of the people's tokens; what it may not call is left to the operator
   * @return what is wrong, one line each
   */
  public List<String> faults(String role) {
    Map<String, ApiDocument.Operation> reads =
        ApiDocument.ofService().operations().stream()
            .filter(operation -> operation.method().equals("GET"))
            .collect(Collectors.toMap(ApiDocument.Operation::name, each -> each));
    compare(reads.keySet());
    Random random = new Random(SEED);
    for (Person person : people(role, random)) {
      for (Planted row : planted) {
        if (!person.operator() && !table.roles(row.operation()).contains(role)) {
          continue;
        }
        look(person, row);
        if (isList(row) && isFirst(row)) {
          filter(person, row, reads.get(row.operation()), random);
        }
      }
    }
    nobody(role);
    System.out.printf(
        "Scopes of %s: seed %d, %d operations, %d rows, %d calls%n",
        AuthorizationMatrix.service(), SEED, reads.size(), planted.size(), calls);
    return List.copyOf(faults);
  }

  private void compare(Set<String> reads) {
    Set<String> known = planted.stream().map(Planted::operation).collect(Collectors.toSet());
    known.addAll(without.keySet());
    reads.stream()
        .filter(one -> !known.contains(one))
        .forEach(one -> faults.add(one + " is new: plant rows, or say why it has none"));
    known.stream().filter(one -> !reads.contains(one)).forEach(one -> faults.add(one + " is gone"));
  }

  /** Members of none, some or all organisations, in any role; some say which one they mean. */
  private List<Person> people(String role, Random random) {
    List<UUID> all = planted.stream().map(Planted::organisation).distinct().toList();
    List<Person> people = new ArrayList<>();
    try (TableCounts database = new TableCounts("organisation_member")) {
      for (int i = 0; i < PEOPLE; i++) {
        String subject = "scope-" + i + "-" + UUID.randomUUID();
        Set<UUID> organisations = new LinkedHashSet<>();
        for (UUID organisation : all) {
          if (random.nextBoolean()) {
            String as = ROLES.get(random.nextInt(ROLES.size()));
            database.execute(
                """
                insert into organisation_member (organisation_id, subject, role, added_by)
                values (?, ?, ?, 'scope')
                """,
                organisation,
                subject,
                as);
            organisations.add(organisation);
          }
        }
        String token = Tokens.of(subject, role);
        String told = "a member of " + organisations;
        people.add(new Person(token, false, organisations, List.of(), told));
        UUID chosen = i % 3 == 0 ? UUID.randomUUID() : all.get(random.nextInt(all.size()));
        people.add(
            new Person(token, false, organisations, List.of(chosen), told + " about " + chosen));
      }
    }
    String operator = Tokens.of("scope-operator-" + UUID.randomUUID(), "operator");
    people.add(new Person(operator, true, Set.of(), List.of(), "an operator"));
    return people;
  }

  private void look(Person person, Planted row) {
    WireCall.Answer answer = get(person, row.path());
    String what = row.operation() + " for " + person.told() + ": " + answer.status() + " ";
    boolean strangerChosen =
        !person.operator() && !person.organisations().containsAll(person.chosen());
    boolean sees = sees(person, row, row.organisation());
    if (strangerChosen) {
      check(answer.status() == 403, what + "where the chosen organisation is not theirs");
    } else if (sees && !outside.contains(row.operation())) {
      check(answer.status() < 300, what + "for what is theirs: " + answer.body());
      boolean all = person.operator() && isList(row);
      check(all || answer.body().contains(row.marker()), what + "without " + row.marker());
    } else if (!sees && !isList(row)) {
      check(HIDDEN.contains(answer.status()), what + "for what is not theirs");
    }
    checkRows(person, row, answer, what);
  }

  /** Searches for rows of others, by each parameter of a list. */
  private void filter(Person person, Planted row, ApiDocument.Operation operation, Random random) {
    List<Planted> others = new ArrayList<>(planted);
    others.removeIf(other -> other.marker().isEmpty() || person.sees(other.organisation()));
    for (ApiDocument.Parameter parameter : operation.in("query")) {
      if (Set.of("page", "size").contains(parameter.name())) {
        continue;
      }
      Collections.shuffle(others, random);
      for (Planted other : others.subList(0, Math.min(SEARCHES, others.size()))) {
        String joint = row.path().contains("?") ? "&" : "?";
        String value = HostileValues.encode(other.marker());
        String path = row.path() + joint + parameter.name() + "=" + value;
        WireCall.Answer answer = get(person, path);
        String what = row.operation() + " with " + parameter.name() + " for " + person.told();
        check(answer.status() < 500, what + ": " + answer.status());
        checkRows(person, row, answer, what + " ");
      }
    }
  }

  /** No text of somebody else's in it, and no more rows counted than are there. */
  private void checkRows(Person person, Planted row, WireCall.Answer answer, String what) {
    for (Planted other : planted) {
      boolean hidden = !sees(person, row, other.organisation());
      if (hidden && !other.marker().isEmpty() && answer.body().contains(other.marker())) {
        faults.add(what + "shows " + other.marker() + " of " + other.organisation());
      }
    }
    JsonNode page = json(answer.body());
    if (isList(row) && page.has("total") && page.path("total").asInt() <= 50) {
      check(page.path("total").asInt() == page.path("items").size(), what + "counts other rows");
    }
  }

  /** Which organisations a person has does not depend on the one that a request is about. */
  private static boolean sees(Person person, Planted row, UUID organisation) {
    return person.sees(organisation)
        || row.operation().equals(OWN_ORGANISATIONS)
            && person.organisations().contains(organisation);
  }

  private void nobody(String role) {
    for (Planted row : planted) {
      for (String token : List.of(Tokens.without(null, role), Tokens.without(" ", role))) {
        Person nobody = new Person(token, false, Set.of(), List.of(), "nobody");
        int status = get(nobody, row.path()).status();
        check(status == 401, row.operation() + " answers " + status + " to nobody");
      }
    }
  }

  private boolean isList(Planted row) {
    return planted.stream()
        .anyMatch(
            other ->
                other.operation().equals(row.operation())
                    && !other.organisation().equals(row.organisation())
                    && other.path().equals(row.path()));
  }

  private boolean isFirst(Planted row) {
    return planted.stream()
        .filter(other -> other.operation().equals(row.operation()))
        .findFirst()
        .equals(Optional.of(row));
  }

  private WireCall.Answer get(Person person, String path) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Authorization", "Bearer " + person.token());
    person.chosen().forEach(id -> headers.put("Daybreak-Organisation", id.toString()));
    calls++;
    try {
      return new WireCall("GET", path, headers, new byte[0]).send(RestAssured.port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException other) {
      return JSON.missingNode();
    }
  }
}
