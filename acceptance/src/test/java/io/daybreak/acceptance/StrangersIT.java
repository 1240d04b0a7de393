package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.world.Client;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Logs;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RunStatus;
import io.daybreak.acceptance.world.Secrets;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.stack.service.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Whoever is not meant to see something does not learn that it exists. That no answer has a secret
 * is looked at with every answer of all proofs.
 */
@InWorld
class StrangersIT {

  private final World world;

  StrangersIT(World world) {
    this.world = world;
  }

  /** A call about somebody's things. */
  private record Request(String method, String path, Object body) {

    static Request get(String path) {
      return new Request("GET", path, Map.of());
    }

    Client.Answer by(Client client) {
      return client.call(method, path, method.equals("GET") ? null : body);
    }
  }

  @Test
  void somebodyElsesTokenSeesNothing() {
    AccountSpec account = world.account();
    Marketer owner = world.newcomer();
    UUID key = owner.register(account);
    RawData set =
        owner.create(key, RawDataOrder.of(account, world.spreadsheets().create()).days(2));
    RunStatus before = set.awaitSuccess();
    Client stranger = world.newcomer().client();

    for (Request request : requests(key, set)) {
      assertThat(request.by(stranger).status()).as(request.toString()).isEqualTo(404);
    }
    assertThat(stranger.get("/api/api-keys").expect(200)).isEmpty();
    assertThat(stranger.get("/api/raw-data").expect(200).path("items")).isEmpty();
    assertThat(stranger.get("/api/raw-data/status?ids=" + set.id()).expect(200)).isEmpty();
    assertThat(set.status()).isEqualTo(before);
    assertThat(owner.client().get("/api/raw-data").expect(200).path("items")).hasSize(1);
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    AccountSpec account = world.account();
    Marketer owner = world.newcomer();
    UUID key = owner.register(account);
    RawData set = owner.create(key, RawDataOrder.of(account, world.spreadsheets().create()));
    set.awaitSuccess();

    Client nobody = owner.client().withoutToken();
    for (Request request : requests(key, set)) {
      assertThat(request.by(nobody).status()).as(request.toString()).isEqualTo(401);
    }
    for (String path :
        List.of("/api/api-keys", "/api/raw-data", "/api/raw-data/events", "/api/batches")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
    }
    String cells = "/api/spreadsheets/" + set.order().spreadsheet() + "/cells";
    Client writer = world.client(Person.MARKETER, ServiceName.SHEET);
    assertThat(writer.withoutToken().get(cells).status()).isEqualTo(401);
    assertThat(world.client(Person.MERCHANT, ServiceName.SHEET).get(cells).status()).isEqualTo(403);
    assertThat(writer.get(cells).status()).isEqualTo(200);
  }

  @Test
  void secretsAreInNoLog() {
    AccountSpec account = world.account();
    Marketer owner = world.newcomer();
    UUID key = owner.register(account);
    owner.imports(RawDataOrder.of(account, world.spreadsheets().create())).awaitSuccess();
    Secrets secrets = world.secrets();
    for (String secret : List.of("a-rotated-secret", "a-secret-too-long".repeat(30))) {
      secrets.add(secret);
      Client.Answer answer =
          new Request("PUT", "/api/api-keys/" + key + "/secret", Map.of("secretKey", secret))
              .by(owner.client());
      // NAVER does not know the shorter one either, and nothing is stored.
      assertThat(answer.status()).isEqualTo(secret.length() > 300 ? 400 : 422);
    }
    owner.create(key, RawDataOrder.of(account, world.spreadsheets().create())).awaitEnd();

    Logs logs = new Logs(world.logs());
    assertThat(logs.lineCount()).isPositive();
    assertThat(secrets.linesIn(logs)).isEmpty();
    assertThat(logs.linesWith("PRIVATE KEY")).isEmpty();
    assertThat(logs.linesWith("ya29.")).as("Google's tokens").isEmpty();
  }

  private static List<Request> requests(UUID key, RawData set) {
    String path = "/api/raw-data/" + set.id();
    String keys = "/api/api-keys/" + key;
    return List.of(
        Request.get(path),
        Request.get(path + "/status"),
        Request.get(path + "/logs"),
        new Request("POST", path + "/update", Map.of()),
        new Request("POST", path + "/cancel", Map.of()),
        new Request("PUT", path + "/schedule", Map.of("enabled", true)),
        new Request("DELETE", path, Map.of()),
        Request.get(keys + "/ad-accounts"),
        new Request("PUT", keys + "/secret", Map.of("secretKey", "a-strangers-secret")));
  }
}
