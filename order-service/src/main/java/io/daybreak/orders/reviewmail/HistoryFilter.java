package io.daybreak.orders.reviewmail;

import io.daybreak.orders.template.MailKind;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which mails a client asks for; what is absent does not limit.
 *
 * @param order Shopify's id
 * @param reason code of a skipped, failed or unclear mail
 * @param text part of the order's or the customer's name, a whole e-mail address, or Shopify's id
 */
public record HistoryFilter(
    @QueryParam("id") @Nullable UUID id,
    @QueryParam("shop") @Nullable String shop,
    @QueryParam("order") @Nullable Long order,
    @QueryParam("state") @Nullable MailState state,
    @QueryParam("kind") @Nullable MailKind kind,
    @QueryParam("reason") @Nullable String reason,
    @QueryParam("q") @Nullable @Size(max = 200) String text) {

  static HistoryFilter only(UUID id) {
    return new HistoryFilter(id, null, null, null, null, null, null);
  }
}
