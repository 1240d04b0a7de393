package io.daybreak.acceptance.command;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.stack.start.Workspace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./daybreak doctor}: what each service finds outside of it. */
@Command(
    name = "doctor",
    description = "Let every service look at what it needs outside; nothing is changed.",
    footer = {
      "",
      "Exit code 0 where nothing is wrong, 1 where something is, 2 where a service does not answer."
    },
    mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

  private static final List<String> SERVICES =
      List.of("import-service", "sheet-service", "order-service");
  private static final int WIDEST = 110;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address of an installation; the running stack's services without it.")
  private @Nullable URI url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File with an operator's access token, for --url.")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Print what the services answer, as JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Screen screen = new Screen(spec.commandLine());
    Path stackFile = Workspace.ofThisProcess().stackFile();
    if (url != null && tokenFile == null) {
      screen.wrong("--url needs --token-file with an operator's access token");
      return 2;
    }
    if (url == null && !Files.exists(stackFile)) {
      screen.wrong(
          "Nothing is running: start it with ./daybreak up, or name an installation with --url");
      return 2;
    }
    Map<String, URI> addresses = new LinkedHashMap<>();
    String token;
    if (url == null) {
      var stack = new JsonObject(Files.readString(stackFile));
      stack.getJsonArray("services").stream()
          .map(JsonObject.class::cast)
          .filter(service -> SERVICES.contains(service.getString("service")))
          .forEach(
              service ->
                  addresses.putIfAbsent(
                      service.getString("service"), URI.create(service.getString("url"))));
      token = stack.getJsonObject("tokens").getString("operator");
    } else {
      SERVICES.forEach(service -> addresses.put(service, url));
      token = Files.readString(tokenFile).strip();
    }
    return show(screen, addresses, token);
  }

  private int show(Screen screen, Map<String, URI> addresses, String token)
      throws InterruptedException {
    JsonArray all = new JsonArray();
    int worst = 0;
    for (Map.Entry<String, URI> service : addresses.entrySet()) {
      try {
        for (Object found : ask(service.getKey(), service.getValue(), token)) {
          JsonObject one = ((JsonObject) found).put("service", service.getKey());
          worst = Math.max(worst, one.getString("verdict").equals("WRONG") ? 1 : 0);
          all.add(one);
        }
      } catch (IOException e) {
        screen.wrong(service.getKey() + " does not answer: " + e.getMessage());
        worst = 2;
      }
    }
    if (json) {
      screen.line(all.encodePrettily());
    } else {
      table(all).lines().forEach(screen::line);
    }
    return worst;
  }

  private static TextTable table(JsonArray all) {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.of("service"),
                TextTable.Column.of("check"),
                TextTable.Column.of("verdict"),
                new TextTable.Column(List.of("found"), WIDEST, false)));
    all.stream()
        .map(JsonObject.class::cast)
        .forEach(
            one ->
                table.row(
                    List.of(
                        one.getString("service"),
                        one.getString("check"),
                        one.getString("verdict").toLowerCase(Locale.ROOT),
                        one.getString("english"))));
    return table;
  }

  private JsonArray ask(String service, URI base, String token)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(base.resolve("/api/doctor/" + service))
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return new JsonArray(answer.body());
  }
}
