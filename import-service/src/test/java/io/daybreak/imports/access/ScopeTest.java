package io.daybreak.imports.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.ScopeProperty;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ScopeTest {

  private static final String OPERATORS = "of the service itself, for operators";

  /** No test of another kind makes a batch of this day. */
  private static final LocalDate DAY = LocalDate.of(2019, 3, 1);

  @Inject Database database;

  /** What an organisation has. */
  private record Owned(
      Person owner, String organisation, String customerId, UUID key, UUID set, UUID upload) {

    static Owned make(Database database) {
      Person owner = Person.marketer();
      String customerId = Person.newCustomerId();
      UUID key =
          owner
              .request()
              .body(
                  Map.of(
                      "name",
                      "Key for " + customerId,
                      "accessLicense",
                      "licence-" + customerId,
                      "secretKey",
                      "secret",
                      "adAccounts",
                      List.of(Map.of("customerId", customerId, "name", "Account"))))
              .post("/api/api-keys")
              .then()
              .statusCode(201)
              .extract()
              .jsonPath()
              .getUUID("id");
      UUID set = owner.define(key, customerId, Person.newSpreadsheetId()).id();
      database.change(
          """
          insert into batch_key (batch_date, api_key_id, runs, plan_calls, plan_rows, expected_end)
          values (?, ?, 1, 1, 1, now())
          """,
          DAY,
          key);
      String organisation = owner.organisation();
      UUID upload = UUID.randomUUID();
      database.change(
          """
          insert into slack_channel (id, organisation_id, connected_by, connected_at)
          values (?, ?::uuid, 'test', now())
          """,
          "C" + customerId,
          organisation);
      database.change(
          """
          insert into csv_upload (id, file_id, channel_id, organisation_id, state, ended_at)
          values (?, 'F' || ?, 'C' || ?, ?::uuid, 'FAILED', now())
          """,
          upload,
          customerId,
          customerId,
          organisation);
      return new Owned(owner, organisation, customerId, key, set, upload);
    }
  }

  @Test
  void nobodySeesARowOutsideOfTheirOrganisations() {
    database.change("insert into batch (date, started_by) values (?, 'test')", DAY);
    ScopeProperty scopes =
        new ScopeProperty(AuthorizationMatrix.read("authorization.txt"))
            .without("GET /api/alerts/{service}", OPERATORS)
            .without("GET /api/doctor/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}/{id}", OPERATORS)
            .without("GET /api/organisations/{service}/all", OPERATORS)
            .without("GET /api/csv-tables", "tables are the operators'")
            .without("GET /api/raw-data/formats", "the formats are the product's")
            .without("GET /api/raw-data/events", "never ends; StatusEventsTest looks at its scope")
            .outside("GET /api/api-keys/{id}/reachable-accounts");
    List<Owned> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(Owned.make(database));
    }
    String ids = String.join(",", all.stream().map(one -> one.set().toString()).toList());
    all.forEach(one -> plant(scopes, one, ids));

    assertThat(scopes.faults("marketer")).isEmpty();
  }

  private static void plant(ScopeProperty scopes, Owned one, String ids) {
    String own = one.organisation();
    String organisations = "/api/organisations/" + AuthorizationMatrix.service();
    String key = "/api/api-keys/" + one.key();
    String set = "/api/raw-data/" + one.set();
    String named = "Key for " + one.customerId();
    scopes
        .row("GET /api/organisations/{service}", own, organisations, own)
        .row(
            "GET /api/organisations/{service}/{id}/members",
            own,
            organisations + "/" + own + "/members",
            one.owner().name())
        .row("GET /api/audit/{service}", own, "/api/audit/" + AuthorizationMatrix.service(), "")
        .row("GET /api/api-keys", own, "/api/api-keys", one.key().toString())
        .row("GET /api/api-keys/{id}/ad-accounts", own, key + "/ad-accounts", one.customerId())
        .row("GET /api/api-keys/{id}/reachable-accounts", own, key + "/reachable-accounts", "")
        .row("GET /api/api-keys/{id}/use", own, key + "/use", "")
        .row("GET /api/batches", own, "/api/batches?size=200", named)
        .row("GET /api/batches/{date}", own, "/api/batches/" + DAY, named)
        .row("GET /api/slack-channels", own, "/api/slack-channels", "C" + one.customerId())
        .row("GET /api/csv-uploads", own, "/api/csv-uploads", one.upload() + "")
        .row(
            "GET /api/csv-uploads/{id}", own, "/api/csv-uploads/" + one.upload(), one.upload() + "")
        .row("GET /api/morning", own, "/api/morning?size=200", one.set().toString())
        .row("GET /api/raw-data", own, "/api/raw-data", one.set().toString())
        .row("GET /api/raw-data/status", own, "/api/raw-data/status?ids=" + ids, one.set() + "")
        .row("GET /api/raw-data/{id}", own, set, one.set().toString())
        .row("GET /api/raw-data/{id}/status", own, set + "/status", "")
        .row("GET /api/raw-data/{id}/logs", own, set + "/logs", "")
        .row("GET /api/raw-data/{id}/days", own, set + "/days", "");
  }
}
