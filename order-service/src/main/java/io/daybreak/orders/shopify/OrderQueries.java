package io.daybreak.orders.shopify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two questions. A query may cost 1,000 points at most, and every line of every order asked for
 * counts; so a page asks for few lines, and an order with more of them is asked for by itself.
 *
 * @see <a href="https://shopify.dev/docs/api/usage/rate-limits">Shopify on the cost of queries</a>
 */
final class OrderQueries {

  static final int LINES_IN_PAGE = 20;
  private static final int LINES_OF_ONE = 200;

  private static final String FIELDS =
      """
      fragment order on Order {
        legacyResourceId name email customerLocale customerAcceptsMarketing currencyCode test
        sourceName tags
        createdAt updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus
        totalPriceSet { shopMoney { amount } }
        customer { legacyResourceId firstName lastName }
        lineItems(first: $lines) {
          nodes {
            id title quantity currentQuantity unfulfilledQuantity isGiftCard requiresShipping vendor
            originalUnitPriceSet { shopMoney { amount } }
            product { legacyResourceId productType tags }
          }
          pageInfo { hasNextPage }
        }
        fulfillments(first: 50) {
          legacyResourceId status displayStatus createdAt updatedAt deliveredAt
        }
        refunds(first: 50) {
          legacyResourceId createdAt totalRefundedSet { shopMoney { amount currencyCode } }
          transactions(first: 10) { nodes { status amountSet { shopMoney { amount currencyCode } } } }
        }
      }
      """;

  private static final String ONE =
      """
      query($id: ID!, $lines: Int!) { order(id: $id) { ...order } }
      """
          + FIELDS;

  private static final String CHANGED =
      """
      query($changed: String!, $first: Int!, $after: String, $lines: Int!) {
        orders(query: $changed, first: $first, after: $after, sortKey: UPDATED_AT) {
          nodes { ...order }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + FIELDS;

  private OrderQueries() {}

  static GraphQl one(long orderId) {
    return new GraphQl(ONE, Map.of("id", "gid://shopify/Order/" + orderId, "lines", LINES_OF_ONE));
  }

  static GraphQl changedSince(Instant since, @Nullable String cursor, int pageSize) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("changed", "updated_at:>='" + since + "'");
    variables.put("first", pageSize);
    variables.put("lines", LINES_IN_PAGE);
    if (cursor != null) {
      variables.put("after", cursor);
    }
    return new GraphQl(CHANGED, variables);
  }
}
