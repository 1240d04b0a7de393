package io.daybreak.orders.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What webhooks about customers say of their consent to marketing mail. */
public final class CustomerPayload {

  /**
   * @param customerId Shopify's
   * @param toldAt when the customer, or the shop for them, said so
   */
  public record Consent(long customerId, @Nullable String email, boolean accepts, Instant toldAt) {}

  private CustomerPayload() {}

  /**
   * Empty if the body says nothing about consent.
   *
   * @throws UnusablePayloadException if a field that is needed is missing or of another kind
   */
  public static Optional<Consent> consent(JsonNode body) {
    boolean byItself = body.has("customer_id");
    long id = JsonFields.id(body, byItself ? "customer_id" : "id");
    JsonNode consent = body.path("email_marketing_consent");
    String state = JsonFields.text(consent, "state");
    Instant toldAt = JsonFields.optionalMoment(consent, "consent_updated_at");
    if (toldAt == null) {
      toldAt = JsonFields.optionalMoment(body, "updated_at");
    }
    if (state == null || toldAt == null) {
      return Optional.empty();
    }
    boolean accepts = state.toLowerCase(Locale.ROOT).equals("subscribed");
    String email = JsonFields.text(body, byItself ? "email_address" : "email");
    return Optional.of(new Consent(id, email, accepts, toldAt));
  }
}
