package io.daybreak.imports.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.RequestFuzzer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class HostileRequestsTest {

  private static final String SLACK_EVENT =
      """
      {"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"message",\
      "subtype":"file_share","channel":"C1","user":"U1","ts":"1767225600.000100","text":"x",\
      "files":[{"id":"F1","name":"a.csv","size":10}]}}
      """;

  @Test
  void noRequestEndsInAnErrorAndNoRefusalLeavesAnything() {
    Person owner = Person.marketer();
    String customerId = Person.newCustomerId();
    UUID key = owner.registerKey(customerId);
    UUID set = owner.define(key, customerId, Person.newSpreadsheetId()).id();
    String organisation = owner.organisation();
    String definition =
        new JsonObject(Person.set(key, customerId, Person.newSpreadsheetId())).encode();

    assertThat(
            new RequestFuzzer(AuthorizationMatrix.read("authorization.txt"), owner.name())
                .things(
                    path ->
                        path.replace("/api-keys/{id}", "/api-keys/" + key)
                            .replace("/raw-data/{id}", "/raw-data/" + set)
                            .replace("/{service}/{id}", "/{service}/" + organisation)
                            .replace("{service}", AuthorizationMatrix.service())
                            .replace("{customerId}", customerId)
                            .replace("{date}", "2026-11-28"))
                .body("POST /api/api-keys", newKey())
                .body("POST /api/raw-data", definition)
                .body("POST /api/raw-data/plan", definition)
                .body("POST /slack/events", SLACK_EVENT)
                .signed("POST /slack/events", HostileRequestsTest::slackSignature)
                .outside("naver-accounts-not-listed")
                .faults(
                    "api_key",
                    "ad_account",
                    "raw_data",
                    "idempotent_answer",
                    "slack_event",
                    "organisation_invitation",
                    "audit_entry"))
        .isEmpty();
  }

  private static String newKey() {
    return new JsonObject()
        .put("name", "Key")
        .put("accessLicense", "licence-of-the-fuzzer")
        .put("secretKey", "secret")
        .put(
            "adAccounts",
            new JsonArray().add(new JsonObject().put("customerId", "77").put("name", "Account")))
        .encode();
  }

  private static Map<String, String> slackSignature(byte[] body) {
    String now = String.valueOf(Instant.now().getEpochSecond());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("test-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + now + ":").getBytes(StandardCharsets.UTF_8));
      String signature = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
      return Map.of("X-Slack-Request-Timestamp", now, "X-Slack-Signature", signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
