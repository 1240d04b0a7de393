package io.daybreak.sheets.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** The Sheets API and the token endpoint, with spreadsheets in memory. */
public final class FakeGoogle implements AutoCloseable {

  private static final Pattern PATH =
      Pattern.compile("/v4/spreadsheets/([\\w-]+)(:batchUpdate|:getByDataFilter|/values.*)?");

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final Map<String, FakeSpreadsheet> spreadsheets = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<Trap> traps = new CopyOnWriteArrayList<>();

  private record Trap(Predicate<String> call, Trouble trouble) {}

  public FakeGoogle() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "fake-google");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public FakeSpreadsheet put(String id, FakeSpreadsheet spreadsheet) {
    spreadsheets.put(id, spreadsheet);
    return spreadsheet;
  }

  /** Method and path of the calls that concern a spreadsheet so far. */
  public List<String> calls(String spreadsheet) {
    return calls.stream().filter(call -> call.contains("/" + spreadsheet)).toList();
  }

  public List<String> writes(String spreadsheet) {
    return calls(spreadsheet).stream()
        .filter(call -> !call.startsWith("GET") && !call.contains("ByDataFilter"))
        .toList();
  }

  /** Befalls the next call whose method and path contain a text; once. */
  public void next(String call, Trouble trouble) {
    traps.add(new Trap(arrived -> arrived.contains(call), trouble));
  }

  /** Drops what {@link #next} announced and did not happen. */
  public void forget() {
    traps.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    calls.add(call);
    byte[] body = body(exchange);
    Trouble trouble =
        traps.stream()
            .filter(trap -> trap.call().test(call))
            .findFirst()
            .filter(traps::remove)
            .map(Trap::trouble)
            .orElse(null);
    if (trouble instanceof Trouble.Status status) {
      answer(exchange, status.status(), status.body());
    } else if (trouble instanceof Trouble.RefusedMeanwhile refused) {
      refused.what().run();
      answer(exchange, refused.status().status(), refused.status().body());
    } else if (trouble instanceof Trouble.NoAnswer) {
      return; // the exchange stays open
    } else if (trouble instanceof Trouble.DoneWithoutAnswer) {
      handle(exchange, body);
    } else {
      if (trouble instanceof Trouble.Meanwhile meanwhile) {
        meanwhile.what().run();
      }
      Answer answer = handle(exchange, body);
      answer(exchange, answer.status(), answer.body());
    }
  }

  private record Answer(int status, String body) {}

  private synchronized Answer handle(HttpExchange exchange, byte[] body) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/token")) {
      return new Answer(
          200, "{\"access_token\":\"token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    }
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    if (!path.matches() || !spreadsheets.containsKey(path.group(1))) {
      return error(404, "NOT_FOUND", "Requested entity was not found.");
    }
    try {
      return new Answer(200, json.writeValueAsString(carryOut(exchange, path, body)));
    } catch (FakeRefusal refusal) {
      return error(400, "INVALID_ARGUMENT", refusal.getMessage());
    }
  }

  private Object carryOut(HttpExchange exchange, Matcher path, byte[] body) throws IOException {
    FakeSpreadsheet spreadsheet = spreadsheets.get(path.group(1));
    String operation = path.group(2) == null ? "" : path.group(2);
    if (operation.isEmpty()) {
      return Map.of("sheets", spreadsheet.tabs().stream().map(FakeGoogle::properties).toList());
    } else if (operation.equals(":getByDataFilter")) {
      int id = json.readTree(body).at("/dataFilters/0/gridRange/sheetId").intValue();
      return Map.of("sheets", List.of(shown(spreadsheet.byId(id))));
    } else if (operation.equals(":batchUpdate")) {
      spreadsheet.batch(json.readTree(body).get("requests"));
      return Map.of("spreadsheetId", path.group(1));
    } else if (operation.equals("/values:batchGet")) {
      return FakeValues.columns(spreadsheet, exchange.getRequestURI());
    }
    return FakeValues.update(
        spreadsheet, operation.substring("/values/".length()), json.readTree(body).get("values"));
  }

  private static Map<String, Object> properties(FakeTab tab) {
    return Map.of(
        "properties",
        Map.of(
            "sheetId",
            tab.id,
            "title",
            tab.title,
            "gridProperties",
            Map.of(
                "rowCount",
                tab.rows.size(),
                "columnCount",
                tab.columns,
                "frozenRowCount",
                tab.frozenRows)),
        "developerMetadata",
        tab.mark == null
            ? List.of()
            : List.of(
                Map.of(
                    "metadataId",
                    tab.id + 1,
                    "metadataKey",
                    "daybreak.tab",
                    "metadataValue",
                    tab.mark)));
  }

  /** With the first two rows, and the first two columns below. */
  private static Map<String, Object> shown(FakeTab tab) {
    int top = Math.min(2, tab.rows.size());
    Map<String, Object> shown = new HashMap<>(properties(tab));
    shown.put(
        "data",
        List.of(
            Map.of("rowData", cells(tab, 0, top, tab.columns)),
            inOrder("startRow", 2, "rowData", cells(tab, top, tab.rows.size(), 2))));
    return shown;
  }

  /** As Google does, which {@link Map#of} does one time and not the next. */
  private static Map<String, Object> inOrder(
      String first, Object value, String second, Object other) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    ordered.put(first, value);
    ordered.put(second, other);
    return ordered;
  }

  private static List<Map<String, Object>> cells(FakeTab tab, int from, int to, int columns) {
    return IntStream.range(from, to)
        .mapToObj(
            row ->
                Map.<String, Object>of(
                    "values", tab.row(row).stream().limit(columns).map(FakeGoogle::cell).toList()))
        .toList();
  }

  private static Map<String, Object> cell(Object value) {
    if (value instanceof String text) {
      return text.isEmpty() ? Map.of() : Map.of("effectiveValue", Map.of("stringValue", text));
    }
    return Map.of("effectiveValue", Map.of("numberValue", value));
  }

  private static Answer error(int status, String name, String message) {
    return new Answer(
        status,
        """
        {"error":{"code":%d,"message":"%s","status":"%s"}}\
        """
            .formatted(status, message, name));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      return gzip ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
