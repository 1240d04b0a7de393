package io.daybreak.simulators.shopify.order;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer orders.
 *
 * @param email null for an order without a person, such as one of a till
 * @param createdAt null for now
 */
public record NewOrder(
    @Nullable String email,
    String firstName,
    String locale,
    int lines,
    boolean test,
    @Nullable Instant createdAt) {

  /** One line for this person, in Korean. */
  public static NewOrder by(@Nullable String email) {
    return new NewOrder(email, "Customer", "ko-KR", 1, false, null);
  }

  public NewOrder at(Instant moment) {
    return new NewOrder(email, firstName, locale, lines, test, moment);
  }

  public NewOrder in(String language) {
    return new NewOrder(email, firstName, language, lines, test, createdAt);
  }

  public NewOrder withLines(int howMany) {
    return new NewOrder(email, firstName, locale, howMany, test, createdAt);
  }

  public NewOrder asTest() {
    return new NewOrder(email, firstName, locale, lines, true, createdAt);
  }

  /** Reads {@code {"email":…,"firstName":…,"locale":…,"lines":1,"test":false,"at":…}}. */
  public static NewOrder of(JsonObject json) {
    return new NewOrder(
        json.getString("email"),
        json.getString("firstName", "Customer"),
        json.getString("locale", "ko-KR"),
        json.getInteger("lines", 1),
        json.getBoolean("test", false),
        json.getInstant("at"));
  }
}
