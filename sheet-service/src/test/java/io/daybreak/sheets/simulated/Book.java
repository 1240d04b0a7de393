package io.daybreak.sheets.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A spreadsheet, and what its owner does in it. */
public final class Book {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI google;
  private final String id;
  private final String token;

  Book(URI google, String id, String token) {
    this.google = google;
    this.id = id;
    this.token = token;
  }

  public String id() {
    return id;
  }

  /** Changes it; every request as JSON. */
  public JsonNode change(String... requests) {
    return call(
        "POST", ":batchUpdate", "{\"requests\":[%s]}".formatted(String.join(",", requests)));
  }

  /** Types values into cells, rows as JSON. */
  public void type(String a1, String rows) {
    call(
        "PUT",
        "/values/" + encoded(a1) + "?valueInputOption=USER_ENTERED",
        "{\"values\":%s}".formatted(rows));
  }

  /** The values of a range as they are shown to programs. */
  public List<List<JsonNode>> values(String a1) {
    JsonNode answer =
        call("GET", "/values/" + encoded(a1) + "?valueRenderOption=UNFORMATTED_VALUE", "");
    List<List<JsonNode>> rows = new ArrayList<>();
    for (JsonNode row : answer.path("values")) {
      List<JsonNode> cells = new ArrayList<>();
      row.forEach(cells::add);
      rows.add(cells);
    }
    return rows;
  }

  public JsonNode value(String a1) {
    return values(a1).get(0).get(0);
  }

  /** The formulas and values of a range as they were entered. */
  public JsonNode formulas(String a1) {
    return call("GET", "/values/" + encoded(a1) + "?valueRenderOption=FORMULA", "").path("values");
  }

  /** All of it but its cells. */
  public JsonNode show() {
    return call("GET", "", "");
  }

  /** With its cells. */
  public JsonNode showAll() {
    return call("GET", "?includeGridData=true", "");
  }

  public Optional<JsonNode> tab(String title) {
    return tab(show(), title);
  }

  public Optional<JsonNode> tabWithCells(String title) {
    return tab(showAll(), title);
  }

  private static Optional<JsonNode> tab(JsonNode shown, String title) {
    return StreamSupport.stream(shown.path("sheets").spliterator(), false)
        .filter(sheet -> sheet.at("/properties/title").asText().equals(title))
        .findFirst();
  }

  public int tabId(String title) {
    return tab(title).orElseThrow().at("/properties/sheetId").asInt();
  }

  public List<String> titles() {
    return StreamSupport.stream(show().path("sheets").spliterator(), false)
        .map(sheet -> sheet.at("/properties/title").asText())
        .toList();
  }

  private JsonNode call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(google + "/v4/spreadsheets/" + id + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=UTF-8")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String a1) {
    return URLEncoder.encode(a1, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
