package io.daybreak.simulators.shopify.admin;

import graphql.schema.DataFetchingEnvironment;
import io.daybreak.simulators.shopify.webhook.Subscription;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook subscriptions as the Admin API shows and makes them; removed ones are gone. */
final class SubscriptionFields {

  private SubscriptionFields() {}

  static Map<String, Object> list(DataFetchingEnvironment query) {
    List<Subscription> living =
        AdminSchema.shop(query).subscriptions().all().stream()
            .filter(subscription -> !subscription.removed())
            .toList();
    return new Page<Subscription>(
            subscription -> new Cursor(0, subscription.id()), SubscriptionFields::node)
        .of(living, query.getArguments());
  }

  static Map<String, @Nullable Object> create(DataFetchingEnvironment query) {
    String topic = String.valueOf(query.<Object>getArgument("topic"));
    Map<String, Object> input = query.getArgumentOrDefault("webhookSubscription", Map.of());
    @Nullable URI address = address(input.get("uri"));
    if (address == null) {
      return payload(
          List.of(
              Map.of(
                  "field", List.of("webhookSubscription", "uri"), "message", "Address is invalid")),
          null);
    }
    Subscription made =
        AdminSchema.shop(query).subscriptions().subscribe(restTopic(topic), List.of(address));
    return payload(List.of(), node(made));
  }

  private static @Nullable URI address(@Nullable Object text) {
    try {
      URI address = URI.create(String.valueOf(text));
      return address.getHost() == null ? null : address;
    } catch (IllegalArgumentException noUri) {
      return null;
    }
  }

  private static Map<String, @Nullable Object> payload(
      List<Map<String, Object>> errors, @Nullable Map<String, Object> subscription) {
    var payload = new java.util.HashMap<String, @Nullable Object>();
    payload.put("userErrors", errors);
    payload.put("webhookSubscription", subscription);
    return payload;
  }

  private static Map<String, Object> node(Subscription subscription) {
    var node = OrderNode.node("WebhookSubscription", subscription.id());
    node.put("topic", graphqlTopic(subscription.topic()));
    node.put("uri", subscription.addresses().get(0).toString());
    return node;
  }

  /** {@code ORDERS_CREATE} is {@code orders/create} elsewhere. */
  private static String restTopic(String graphql) {
    return graphql.toLowerCase(Locale.ROOT).replaceFirst("_", "/");
  }

  private static String graphqlTopic(String rest) {
    return rest.toUpperCase(Locale.ROOT).replace('/', '_');
  }
}
