package io.daybreak.orders.template;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where customers reach this service, and the links that mails carry. */
@ConfigMapping(prefix = "daybreak.orders")
public interface PublicLinks {

  /** The service's address as customers see it, without a slash at the end. */
  @WithDefault("http://127.0.0.1:8083")
  URI publicUrl();

  /**
   * @param own the shop's own page, in which {@code {order}} stands for the order and {@code
   *     {token}} for the token; null for the product's page
   * @param token proves that whoever has the link has the order's mail
   */
  default String reviewPage(@Nullable String own, String token, long orderId) {
    String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    return own == null
        ? publicUrl() + "/reviews/form?order=" + orderId + "&token=" + encoded
        : own.replace("{order}", Long.toString(orderId)).replace("{token}", encoded);
  }

  default String unsubscribePage(String token) {
    return publicUrl() + "/unsubscribe?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
