package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The only place that asks Shopify. Every question is one call, sent once. The annotations bound
 * all calls together; a bulkhead for each shop, which is to say for each API token, keeps one shop
 * from taking the others' share. Whatever Shopify says or does not say instead of an answer is a
 * {@link ShopifyFailure}.
 */
@ApplicationScoped
public class ShopifyGateway {

  private static final int CALLS_PER_SHOP = 2;
  private static final int WAITING_PER_SHOP = 50;

  private final AdminApi api;
  private final ShopifyConfig config;
  private final Map<Long, TypedGuard<Uni<JsonNode>>> bulkheads = new ConcurrentHashMap<>();

  ShopifyGateway(@RestClient AdminApi api, ShopifyConfig config) {
    this.api = api;
    this.config = config;
  }

  /** An order as it is now; empty if Shopify has none of this id. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @Bulkhead(50)
  public Uni<Optional<OrderNode>> order(ShopifyShop shop, long orderId) {
    return ask(shop, OrderQueries.one(orderId))
        .map(data -> Optional.of(data.path("order")).filter(JsonNode::isObject))
        .map(order -> order.map(OrderNode::read));
  }

  /** Orders changed at or after a moment, the oldest change first, page by page. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @Bulkhead(50)
  public Uni<OrderPage> changedSince(ShopifyShop shop, Instant since, @Nullable String cursor) {
    return ask(shop, OrderQueries.changedSince(since, cursor, config.pageSize()))
        .map(data -> OrderPage.read(data.path("orders")));
  }

  private Uni<JsonNode> ask(ShopifyShop shop, GraphQl query) {
    String address =
        config.baseUrl().replace("{shop}", shop.domain())
            + "/admin/api/"
            + config.apiVersion()
            + "/graphql.json";
    return bulkhead(shop)
        .get(() -> api.query(address, shop.token(), query))
        .onFailure(ShopifyGateway::isNoAnswer)
        .transform(ShopifyGateway::failure)
        .map(GraphQlAnswer::data);
  }

  private TypedGuard<Uni<JsonNode>> bulkhead(ShopifyShop shop) {
    return bulkheads.computeIfAbsent(
        shop.id(),
        id ->
            TypedGuard.create(new TypeLiteral<Uni<JsonNode>>() {})
                .withBulkhead()
                .limit(CALLS_PER_SHOP)
                .queueSize(WAITING_PER_SHOP)
                .done()
                .build());
  }

  private static boolean isNoAnswer(Throwable failure) {
    return failure instanceof WebApplicationException
        || failure instanceof ProcessingException
        || failure instanceof IOException
        || failure instanceof TimeoutException;
  }

  private static Throwable failure(Throwable cause) {
    if (cause instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      String message = "Shopify answered " + status;
      if (status == 401) {
        return new TokenRefused();
      }
      return status == 429 || status == 430
          ? ShopifyFailure.throttled(message, retryAfter(answered))
          : new ShopifyFailure(kind(status), message);
    }
    return new ShopifyFailure(ShopifyFailure.Kind.UNAVAILABLE, "Shopify did not answer");
  }

  /** Seconds, which Shopify writes as {@code 2.0}. */
  private static Duration retryAfter(WebApplicationException refusal) {
    String seconds = refusal.getResponse().getHeaderString("Retry-After");
    return seconds != null && seconds.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")
        ? Duration.ofMillis((long) (1000 * Double.parseDouble(seconds)))
        : Duration.ZERO;
  }

  private static ShopifyFailure.Kind kind(int status) {
    return switch (status) {
      case 402, 403 -> ShopifyFailure.Kind.NOT_ALLOWED;
      default -> ShopifyFailure.Kind.UNAVAILABLE;
    };
  }
}
