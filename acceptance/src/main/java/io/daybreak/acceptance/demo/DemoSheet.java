package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.sheets.SheetsSimulator;
import io.daybreak.stack.start.Sample;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a person sees who opens the spreadsheet. */
final class DemoSheet {

  private final JsonHttp http;
  private final SheetsSimulator sheets;
  private final Sample sample;

  DemoSheet(JsonHttp http, Stack stack) {
    this.http = http;
    this.sheets = stack.outside().simulators().sheets();
    this.sample = stack.outside().simulators().sample();
  }

  /** Titles of the tabs, in their order. */
  List<String> tabs() throws IOException, InterruptedException {
    List<String> titles = new ArrayList<>();
    JsonNode summary = http.get(at("/_sim/spreadsheets/" + sample.spreadsheetId()), "");
    summary.path("tabs").forEach(tab -> titles.add(tab.path("title").asText()));
    return titles;
  }

  /** The first rows as the cells show them, over Google's API. */
  JsonNode shown(String tab, int rows) throws IOException, InterruptedException {
    String range = encoded("'" + tab + "'!1:" + rows);
    String path = "/v4/spreadsheets/%s/values/%s".formatted(sample.spreadsheetId(), range);
    return http.get(at(path), sheets.tokenFor(GoogleServiceAccount.EMAIL)).path("values");
  }

  /** Every row, unformatted. */
  JsonNode values(String tab) throws IOException, InterruptedException {
    String path =
        "/_sim/spreadsheets/%s/values?tab=%s".formatted(sample.spreadsheetId(), encoded(tab));
    return http.get(at(path), "");
  }

  private URI at(String path) {
    return URI.create(sheets.url() + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
