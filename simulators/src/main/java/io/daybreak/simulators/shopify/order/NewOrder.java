package io.daybreak.simulators.shopify.order;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders.
 *
 * @param email null for an order without a person, such as one of a till
 * @param createdAt null for now
 * @param presentment what the customer pays in
 */
public record NewOrder(
    @Nullable String email,
    String firstName,
    String locale,
    int lines,
    boolean test,
    @Nullable Instant createdAt,
    Presentment presentment) {

  /** One line for this person, in Korean. */
  public static NewOrder by(@Nullable String email) {
    return new NewOrder(email, "Customer", "ko-KR", 1, false, null, Presentment.NONE);
  }

  public NewOrder at(Instant moment) {
    return new NewOrder(email, firstName, locale, lines, test, moment, presentment);
  }

  public NewOrder in(String language) {
    return new NewOrder(email, firstName, language, lines, test, createdAt, presentment);
  }

  public NewOrder withLines(int howMany) {
    return new NewOrder(email, firstName, locale, howMany, test, createdAt, presentment);
  }

  /** The customer pays in another currency than the shop's. */
  public NewOrder paidIn(String currency, String rate) {
    return new NewOrder(
        email,
        firstName,
        locale,
        lines,
        test,
        createdAt,
        new Presentment(currency, new BigDecimal(rate)));
  }

  public NewOrder asTest() {
    return new NewOrder(email, firstName, locale, lines, true, createdAt, presentment);
  }

  /**
   * Reads {@code {"email":…,"firstName":…,"locale":…,"lines":1,"test":false,"at":…}}, and {@code
   * "currency":"USD","rate":"0.00072"} for a customer who pays in another currency.
   */
  public static NewOrder of(JsonObject json) {
    return new NewOrder(
        json.getString("email"),
        json.getString("firstName", "Customer"),
        json.getString("locale", "ko-KR"),
        json.getInteger("lines", 1),
        json.getBoolean("test", false),
        json.getInstant("at"),
        json.containsKey("currency")
            ? new Presentment(
                json.getString("currency"), new BigDecimal(json.getString("rate", "1")))
            : Presentment.NONE);
  }
}
