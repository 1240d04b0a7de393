package io.daybreak.imports.naver;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.imports.apikey.NaverCredentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks NAVER about a key, stored or not, within the key's allowance. All methods block. */
@ApplicationScoped
public class KeyProbe {

  /** More pages than NAVER has customers for one key; a list that never ends is given up. */
  private static final int MOST_PAGES = 50;

  private final NaverClient client;
  private final NaverGateway reports;
  private final AccountGateway accounts;

  KeyProbe(NaverClient client, NaverGateway reports, AccountGateway accounts) {
    this.client = client;
    this.reports = reports;
    this.accounts = accounts;
  }

  /**
   * One signed call.
   *
   * @param customerId the ad account to be read; null asks only what the key may read
   * @throws NaverException if the key does not work
   */
  public void test(NaverCredentials credentials, @Nullable String customerId) {
    if (customerId == null) {
      page(credentials, "/ad-accounts", 0);
      return;
    }
    client.call(
        NaverCall.LIST_REPORTS,
        allowance(credentials),
        new Access(credentials, customerId),
        reports::reports);
  }

  /**
   * The ad accounts that a key may read, its managers' child accounts included.
   *
   * @throws NaverException if NAVER does not tell
   */
  public List<ReachableAccount> reachable(NaverCredentials credentials) {
    Map<String, ReachableAccount> found = new LinkedHashMap<>();
    each(credentials, "/ad-accounts", account -> add(found, account, null));
    List<String> managers = new ArrayList<>();
    each(
        credentials,
        "/manager-accounts",
        manager -> managers.add(manager.path("managerAccountNo").asText()));
    for (String manager : managers) {
      each(
          credentials,
          "/manager-accounts/" + manager + "/child-ad-accounts",
          account -> add(found, account, manager));
    }
    return List.copyOf(found.values());
  }

  private static void add(
      Map<String, ReachableAccount> found, JsonNode account, @Nullable String manager) {
    String customerId = account.path("customerId").asText("");
    if (!customerId.isEmpty()) {
      found.putIfAbsent(
          customerId,
          new ReachableAccount(customerId, account.path("adAccountName").asText(""), manager));
    }
  }

  /** Pages can be shorter than asked for, so only their number says which is the last. */
  private void each(NaverCredentials credentials, String path, Consumer<JsonNode> consumer) {
    for (int number = 0; number < MOST_PAGES; number++) {
      JsonNode page = page(credentials, path, number);
      JsonNode content = page.isArray() ? page : page.path("content");
      content.forEach(consumer);
      if (page.isArray() || content.isEmpty() || number + 1 >= page.path("totalPages").asInt(1)) {
        return;
      }
    }
  }

  private JsonNode page(NaverCredentials credentials, String path, int number) {
    return client.call(
        NaverCall.ACCOUNTS,
        allowance(credentials),
        new Access(credentials, ""),
        access -> accounts.page(access, path, number));
  }

  /** A key that is not stored has an allowance of its own, by its licence. */
  private static UUID allowance(NaverCredentials credentials) {
    return UUID.nameUUIDFromBytes(credentials.accessLicence().getBytes(StandardCharsets.UTF_8));
  }
}
