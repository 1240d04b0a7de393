package io.daybreak.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.naver.account.AccountSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person who defines imports. */
public final class Marketer {

  private final World world;
  private final Client client;

  Marketer(World world, Client client) {
    this.world = world;
    this.client = client;
  }

  public Client client() {
    return client;
  }

  /** Registers the account's API key, or joins those who share it already. */
  public UUID register(AccountSpec account) {
    JsonNode key =
        client
            .post(
                "/api/api-keys",
                Map.of(
                    "name",
                    "Key of " + account.customerId(),
                    "accessLicense",
                    account.licence(),
                    "secretKey",
                    account.secret(),
                    "adAccounts",
                    List.of(
                        Map.of(
                            "customerId",
                            Long.toString(account.customerId()),
                            "name",
                            "계정 " + account.customerId()))))
            .expect(201);
    return UUID.fromString(key.path("id").asText());
  }

  /** Registers the key, defines the set, and so starts its first import. */
  public RawData imports(RawDataOrder order) {
    return create(register(order.account()), order);
  }

  /** Adds an ad account's number to a key, whether the key reaches it or not. */
  public void addAccount(UUID apiKey, long customerId) {
    client
        .call(
            "PUT",
            "/api/api-keys/%s/ad-accounts/%d".formatted(apiKey, customerId),
            Map.of("name", "계정 " + customerId))
        .expect(204);
  }

  /** Defines a set with a key that is registered already. */
  public RawData create(UUID apiKey, RawDataOrder order) {
    JsonNode accepted = client.post("/api/raw-data", order.body(apiKey)).expect(202);
    return new RawData(world, client, order, accepted);
  }
}
