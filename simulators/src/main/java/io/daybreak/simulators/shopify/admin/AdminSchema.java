package io.daybreak.simulators.shopify.admin;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.daybreak.simulators.shopify.order.LineItem;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.shop.Shop;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The schema and where its answers come from; the shop is in the query's context. */
final class AdminSchema {

  private static final String SOURCE = "/shopify/admin.graphqls";
  private static final Pattern ORDER_ID = Pattern.compile("gid://shopify/Order/(\\d{1,19})");

  private AdminSchema() {}

  static GraphQLSchema load() {
    try (InputStream source = AdminSchema.class.getResourceAsStream(SOURCE)) {
      var types =
          new SchemaParser()
              .parse(
                  new InputStreamReader(
                      Objects.requireNonNull(source, SOURCE), StandardCharsets.UTF_8));
      return new SchemaGenerator().makeExecutableSchema(types, wiring());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static RuntimeWiring wiring() {
    TypeResolver byName =
        node -> {
          Map<String, Object> fields = node.getObject();
          return node.getSchema().getObjectType((String) fields.get("__typename"));
        };
    return RuntimeWiring.newRuntimeWiring()
        .scalar(TextScalar.named("DateTime"))
        .scalar(TextScalar.named("Decimal"))
        .scalar(TextScalar.named("UnsignedInt64"))
        .scalar(TextScalar.named("URL"))
        .type("Node", type -> type.typeResolver(byName))
        .type(
            "Query",
            type ->
                type.dataFetcher("node", AdminSchema::order)
                    .dataFetcher("order", AdminSchema::order)
                    .dataFetcher("orders", AdminSchema::orders)
                    .dataFetcher("shop", query -> shopNode(shop(query)))
                    .dataFetcher("webhookSubscriptions", SubscriptionFields::list))
        .type(
            "Mutation",
            type -> type.dataFetcher("webhookSubscriptionCreate", SubscriptionFields::create))
        .type(
            "Order",
            type ->
                type.dataFetcher("lineItems", AdminSchema::lines)
                    .dataFetcher("fulfillments", query -> some(query, "fulfillments"))
                    .dataFetcher("refunds", query -> some(query, "refunds")))
        .type(
            "Refund",
            type ->
                type.dataFetcher("refundLineItems", AdminSchema::refundedLines)
                    .dataFetcher("transactions", AdminSchema::transactions))
        .build();
  }

  static Shop shop(DataFetchingEnvironment query) {
    return query.getGraphQlContext().get(Shop.class);
  }

  /** Null for an order that does not exist, as Shopify answers. */
  private static @Nullable Map<String, Object> order(DataFetchingEnvironment query) {
    String id = String.valueOf(query.<Object>getArgument("id"));
    Matcher gid = ORDER_ID.matcher(id);
    if (!gid.matches()) {
      throw new RefusedQueryException(
          "Invalid global id '" + id + "'", "argumentLiteralsIncompatible");
    }
    Shop shop = shop(query);
    return shop.orders()
        .find(Long.parseLong(gid.group(1)))
        .map(order -> OrderNode.of(order, shop.domain()))
        .orElse(null);
  }

  private static Map<String, Object> orders(DataFetchingEnvironment query) {
    Shop shop = shop(query);
    Function<Order, Cursor> place = place(String.valueOf(query.<Object>getArgument("sortKey")));
    List<Order> found =
        shop.orders().all().stream().filter(OrderSearch.parse(query.getArgument("query"))).toList();
    return new Page<Order>(place, order -> OrderNode.of(order, shop.domain()))
        .of(found, query.getArguments());
  }

  private static Function<Order, Cursor> place(String sortKey) {
    return switch (sortKey) {
      case "UPDATED_AT" -> order -> new Cursor(order.updatedAt().toEpochMilli(), order.id());
      case "ID" -> order -> new Cursor(0, order.id());
      default -> order -> new Cursor(order.createdAt().toEpochMilli(), order.id());
    };
  }

  private static Map<String, Object> lines(DataFetchingEnvironment query) {
    Map<String, List<LineItem>> order = query.getSource();
    return new Page<LineItem>(line -> new Cursor(0, line.id()), OrderNode::line)
        .of(list(order, "lineItems"), query.getArguments());
  }

  private static Map<String, Object> refundedLines(DataFetchingEnvironment query) {
    Map<String, List<RefundedLine>> refund = query.getSource();
    return new Page<RefundedLine>(line -> new Cursor(0, line.line().id()), RefundedLine::node)
        .of(list(refund, "refundLineItems"), query.getArguments());
  }

  private static Map<String, Object> transactions(DataFetchingEnvironment query) {
    Map<String, List<Map<String, Object>>> refund = query.getSource();
    return new Page<Map<String, Object>>(payment -> new Cursor(0, 0), payment -> payment)
        .of(list(refund, "transactions"), query.getArguments());
  }

  /** A plain list that may be asked for in part. */
  private static List<Object> some(DataFetchingEnvironment query, String field) {
    Map<String, List<Object>> order = query.getSource();
    @Nullable Integer first = query.getArgument("first");
    List<Object> all = list(order, field);
    return first == null ? all : all.stream().limit(first).toList();
  }

  private static <T> List<T> list(@Nullable Map<String, List<T>> source, String field) {
    return Objects.requireNonNull(Objects.requireNonNull(source).get(field));
  }

  private static Map<String, Object> shopNode(Shop shop) {
    var node = OrderNode.node("Shop", shop.id());
    node.put("myshopifyDomain", shop.domain());
    node.put("name", shop.domain().replace(".myshopify.com", ""));
    node.put("ianaTimezone", shop.options().zone().getId());
    return node;
  }
}
