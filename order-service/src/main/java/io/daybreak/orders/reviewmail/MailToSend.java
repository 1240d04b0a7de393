package io.daybreak.orders.reviewmail;

import io.daybreak.orders.shop.Language;
import io.daybreak.orders.template.MailKind;
import io.daybreak.orders.template.OwnText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this process, and no other, may send now.
 *
 * @param ownText the shop's words, null for the product's
 */
record MailToSend(
    UUID id,
    MailKind kind,
    Sender sender,
    Order order,
    Language language,
    @Nullable OwnText ownText) {

  record Sender(
      String name, String address, @Nullable String replyTo, @Nullable String reviewLink) {}

  /**
   * @param id Shopify's
   * @param to the customer's address
   */
  record Order(
      long id, String name, String to, @Nullable String customerName, List<String> items) {}
}
