package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Calls every operation of the service under test with requests in which one thing is wrong. None
 * may be answered with an error of the service's (5xx); each refusal is a problem with a type, and
 * leaves nothing stored. Two system properties: {@code daybreak.fuzz.seed} and {@code
 * daybreak.fuzz.calls}, in total.
 */
public final class RequestFuzzer {

  private static final long SEED = Long.getLong("daybreak.fuzz.seed", 20261128L);

  private static final int CALLS = Integer.getInteger("daybreak.fuzz.calls", 2500);

  /** Of an operation that keeps a pace. */
  private static final int FEW = 12;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern TYPE = Pattern.compile("https://daybreak\\.io/problems/[a-z0-9-]+");

  private static final Pattern BROKEN = Pattern.compile("\\\\u(0000|0001|007f|d800|dc00)");

  /** What tells a stranger how the service is made. */
  private static final Pattern INSIDES =
      Pattern.compile("Exception|\\bat io\\.|io\\.quarkus|SQLSTATE");

  /**
   * What the HTTP server itself refuses, before there is a request: it cannot be answered better.
   */
  private static final Set<Integer> OF_THE_SERVER = Set.of(400, 414, 431);

  /** From here on a request is refused before all of it was read, which may cut the connection. */
  private static final int LARGE = 4000;

  private static final char DELETE = 0x7F;

  private static final List<String> ORDER =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final AuthorizationMatrix table;
  private final String subject;
  private UnaryOperator<String> things = UnaryOperator.identity();
  private final Map<String, String> bodies = new HashMap<>();
  private final Map<String, Function<byte[], Map<String, String>>> signatures = new HashMap<>();
  private final Set<String> outside = new HashSet<>();
  private final Set<String> slow = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  /**
   * @param table who may call what
   * @param subject the person who calls, and to whom the things in the paths belong
   */
  public RequestFuzzer(AuthorizationMatrix table, String subject) {
    this.table = table;
    this.subject = subject;
  }

  /**
   * Puts things of the caller's into paths, and parameters behind them that have to be there; what
   * is left in braces becomes well-formed, and of nothing.
   */
  public RequestFuzzer things(UnaryOperator<String> filled) {
    this.things = filled;
    return this;
  }

  /** A good body of an operation, of JSON or of a file, better than what its schema says. */
  public RequestFuzzer body(String operation, String body) {
    bodies.put(operation, body);
    return this;
  }

  /** Headers that prove a body genuine, so that more of it is looked at than its signature. */
  public RequestFuzzer signed(String operation, Function<byte[], Map<String, String>> headers) {
    signatures.put(operation, headers);
    return this;
  }

  /** Problems that only say that somebody outside, who is not part of the test, did not answer. */
  public RequestFuzzer outside(String... types) {
    outside.addAll(List.of(types));
    return this;
  }

  /** Operations that keep a pace of their own, towards others: a few calls must do. */
  public RequestFuzzer slow(String... operations) {
    slow.addAll(List.of(operations));
    return this;
  }

  /**
   * Makes all the calls.
   *
   * @param tables the tables in which only requests make rows
   * @return what was found, one line each
   */
  public List<String> faults(String... tables) {
    ApiDocument document = ApiDocument.ofService();
    List<ApiDocument.Operation> operations =
        document.operations().stream().sorted(Comparator.comparing(RequestFuzzer::turn)).toList();
    int each = Math.max(1, CALLS / operations.size());
    Random random = new Random(SEED);
    int well = 0;
    try (TableCounts counts = new TableCounts(tables)) {
      for (ApiDocument.Operation operation : operations) {
        RequestVariants variants = variants(document, operation);
        int calls = slow.contains(operation.name()) ? Math.min(each, FEW) : each;
        Function<byte[], Map<String, String>> signature =
            signatures.getOrDefault(operation.name(), body -> Map.of());
        int status = call(operation, "as it should be", signed(variants.base(), signature), counts);
        well += status < 300 ? 1 : 0;
        for (RequestVariants.Variant variant : variants.some(calls, random)) {
          call(operation, variant.what(), signed(variant.call().get(), signature), counts);
        }
      }
    }
    System.out.printf(
        "Fuzzed %s: seed %d, %d operations (%d answer their good request well), %s%n",
        AuthorizationMatrix.service(), SEED, operations.size(), well, statuses);
    return faults;
  }

  /** What takes things away comes last, and of it first what takes the smaller things. */
  private static int turn(ApiDocument.Operation operation) {
    int turn = ORDER.indexOf(operation.method()) * 1000;
    return operation.method().equals("DELETE") ? turn + 999 - operation.path().length() : turn;
  }

  private RequestVariants variants(ApiDocument document, ApiDocument.Operation operation) {
    Set<String> roles = table.roles(operation.name());
    String role =
        List.of("marketer", "merchant", "operator", "service").stream()
            .filter(roles::contains)
            .findFirst()
            .orElse("");
    String known = table.body(operation.name());
    String body = known.startsWith("{") && !known.equals("{}") ? known : "";
    return RequestVariants.of(
        document,
        operation,
        things,
        bodies.getOrDefault(operation.name(), body),
        role.isEmpty() ? "" : Tokens.of(subject, role));
  }

  private static WireCall signed(WireCall call, Function<byte[], Map<String, String>> signature) {
    Map<String, String> headers = new LinkedHashMap<>(signature.apply(call.body()));
    headers.putAll(call.headers());
    return new WireCall(call.method(), call.target(), headers, call.body());
  }

  private int call(
      ApiDocument.Operation operation, String what, WireCall call, TableCounts counts) {
    Map<String, Long> before = counts.now();
    WireCall.Answer answer;
    try {
      answer = call.send(RestAssured.port);
    } catch (IOException e) {
      throw new UncheckedIOException(operation.name() + ": " + what, e);
    }
    statuses.merge(answer.status(), 1, Integer::sum);
    String fault = fault(operation, call, answer);
    if (fault.isEmpty() && answer.status() >= 400) {
      Map<String, Long> after = counts.now();
      fault = after.equals(before) ? "" : "refused, and changed " + before + " to " + after;
    }
    if (!fault.isEmpty()) {
      faults.add(operation.name() + ": " + what + ": " + answer.status() + " " + fault);
    }
    return answer.status();
  }

  private String fault(ApiDocument.Operation operation, WireCall call, WireCall.Answer answer) {
    int status = answer.status();
    if (status == 0) {
      return size(call) > LARGE ? "" : "no answer";
    }
    if (status == 502 && (call.method().equals("HEAD") || isOutside(answer.body()))) {
      return "";
    }
    if (status >= 500) {
      return "an error of the service's: " + answer.body();
    }
    if (status < 300 && storesBrokenText(operation, call)) {
      return "took a text with a control character or half of a character";
    }
    if (status < 400 || call.method().equals("HEAD")) {
      return "";
    }
    if (INSIDES.matcher(answer.body()).find()) {
      return "tells of its insides: " + answer.body();
    }
    String type = answer.header("content-type");
    if (type.startsWith("text/html") && operation.answers().contains("text/html")) {
      return "";
    }
    if (OF_THE_SERVER.contains(status) && answer.body().isEmpty() && isNoHttp(call)) {
      return "";
    }
    return type.startsWith("application/problem+json")
        ? faultOfProblem(status, answer.body())
        : "no problem: " + type + " " + answer.body();
  }

  private static String faultOfProblem(int status, String body) {
    try {
      JsonNode problem = JSON.readTree(body);
      boolean right =
          TYPE.matcher(problem.path("type").asText()).matches()
              && problem.path("status").asInt() == status
              && !problem.path("title").asText().isBlank()
              && !problem.path("detail").asText().isBlank();
      return right ? "" : "an unfinished problem: " + body;
    } catch (JsonProcessingException e) {
      return "a problem that is no JSON: " + body;
    }
  }

  private boolean isOutside(String problem) {
    return outside.stream().anyMatch(type -> problem.contains("/problems/" + type + '"'));
  }

  private static boolean storesBrokenText(ApiDocument.Operation operation, WireCall call) {
    return operation.bodies().containsKey("application/json")
        && BROKEN.matcher(new String(call.body(), UTF_8)).find();
  }

  /** Whether a request breaks the rules of HTTP, or a limit that its server has for all. */
  private static boolean isNoHttp(WireCall call) {
    return size(call) > LARGE
        || call.target().chars().anyMatch(c -> c <= ' ' || c > '~')
        || call.target().matches(".*%([^0-9a-fA-F].*|.[^0-9a-fA-F].*|.?)")
        || call.headers().values().stream()
            .anyMatch(value -> value.chars().anyMatch(c -> c < ' ' || c == DELETE));
  }

  private static int size(WireCall call) {
    int headers = call.headers().values().stream().mapToInt(String::length).sum();
    return call.target().length() + headers + (call.body().length > 60_000 ? LARGE : 0);
  }
}
