package io.daybreak.acceptance.browser;

import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/** Ad accounts and spreadsheets, and imports that a marketer has asked for before a test looks. */
final class Marketing {

  private static final long FIRST_CUSTOMER = 3_000_001;

  private final BrowserWorld world;
  private final AtomicInteger numbers = new AtomicInteger();

  Marketing(BrowserWorld world) {
    this.world = world;
  }

  /** A new ad account of some hundred rows a day, with an API key of its own. */
  AccountSpec account() {
    int number = numbers.incrementAndGet();
    AccountSpec account =
        AccountSpec.small(
            "browser-licence-" + number,
            "browser-secret-" + number,
            FIRST_CUSTOMER + number,
            number);
    world.stack().outside().simulators().naver().create(account);
    return account;
  }

  /** An empty spreadsheet; its address in the browser. */
  String spreadsheet() {
    String id =
        world
            .stack()
            .outside()
            .simulators()
            .sheets()
            .create(new SpreadsheetOrder(null, "브라우저", null, null))
            .id();
    return "https://docs.google.com/spreadsheets/d/" + id + "/edit";
  }

  /** Registers the account's key; its id. */
  String register(Visitor marketer, AccountSpec account, String secret) {
    JsonObject adAccount =
        new JsonObject()
            .put("customerId", Long.toString(account.customerId()))
            .put("name", "햇살상점 " + numbers.get() + "호점");
    JsonObject key =
        new JsonObject()
            .put("name", "Agency " + account.customerId())
            .put("accessLicense", account.licence())
            .put("secretKey", secret)
            .put("adAccounts", new JsonArray().add(adAccount));
    return marketer.call("POST", "/api/api-keys", key).getString("id");
  }

  /** Somebody renews the secret at NAVER: the one that is registered here is refused at once. */
  void renewSecret(AccountSpec account) {
    world
        .stack()
        .outside()
        .simulators()
        .naver()
        .accounts()
        .rotate(account.licence(), account.secret() + "-renewed");
  }

  /** Asks for so many days of the account; the set's id. */
  String importOf(Visitor marketer, AccountSpec account, String apiKey, int days) {
    JsonObject set =
        new JsonObject()
            .put("apiKeyId", apiKey)
            .put("customerId", Long.toString(account.customerId()))
            .put("format", "NSA_CTD")
            .put("spreadsheet", spreadsheet())
            .put("historyDays", days);
    return marketer.call("POST", "/api/raw-data", set).getString("id");
  }
}
