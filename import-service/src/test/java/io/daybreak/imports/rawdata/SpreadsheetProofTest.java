package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpServer;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No set is made, and none is planned, in a spreadsheet that the organisation has not proved. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(
    value = SpreadsheetProofTest.SheetService.class,
    restrictToAnnotatedClass = true)
class SpreadsheetProofTest {

  private static final String PROVED = "proved-by-all";
  private static final String AWAY = "cannot-be-looked-up";

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();

  @Test
  void aProvedSpreadsheetIsUsed() {
    ask("/api/raw-data", PROVED, null, 202);
  }

  @Test
  void anotherOneIsNeitherTargetNorTemplate() {
    for (String path : new String[] {"/api/raw-data", "/api/raw-data/plan"}) {
      ask(path, "somebody-elses", null, 403);
      ask(path, PROVED, "somebody-elses", 403);
      ask(path, AWAY, null, 503);
    }

    person.request().get("/api/raw-data").then().body("items", hasSize(0));
  }

  private void ask(String path, String spreadsheet, String template, int status) {
    UUID key = person.registerKey(customerId);
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("apiKeyId", key);
    wanted.put("customerId", customerId);
    wanted.put("format", "NSA_GTD");
    wanted.put("spreadsheet", spreadsheet);
    wanted.put("template", template);
    var answer = person.request().body(wanted).post(path).then().statusCode(status);
    if (status == 403) {
      answer
          .body("type", endsWith("/spreadsheet-not-proved"))
          .body("spreadsheet", equalTo("somebody-elses"))
          .body("field", equalTo(template == null ? "spreadsheet" : "template"));
    }
  }

  /** Answers as sheet-service does, over HTTP. */
  public static class SheetService implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server.createContext(
          "/api/spreadsheets/",
          call -> {
            boolean asked =
                call.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ")
                    && UUID.fromString(call.getRequestHeaders().getFirst("Daybreak-Organisation"))
                        != null;
            String path = call.getRequestURI().getPath();
            int status = path.contains(AWAY) ? 500 : path.contains(PROVED) && asked ? 204 : 403;
            call.sendResponseHeaders(status, -1);
            call.close();
          });
      server.start();
      return Map.of(
          "daybreak.spreadsheets.proof",
          "code",
          "daybreak.spreadsheets.service",
          "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
      server.stop(0);
    }
  }
}
