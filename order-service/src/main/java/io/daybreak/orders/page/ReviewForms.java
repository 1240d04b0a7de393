package io.daybreak.orders.page;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.shop.AccessCodes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the order that a page of a shop asks for, or says what is wrong with the request. */
@ApplicationScoped
class ReviewForms {

  private static final ProblemType CODE_MISSING =
      new ProblemType("access-code-missing", 400, "The shop access code is missing");
  private static final ProblemType CODE_MALFORMED =
      new ProblemType("access-code-malformed", 400, "The shop access code is malformed");
  private static final ProblemType CODE_UNKNOWN =
      new ProblemType("access-code-unknown", 403, "No shop has this access code");
  private static final ProblemType ORDER_MALFORMED =
      new ProblemType("order-id-malformed", 400, "The order id is missing or malformed");
  private static final ProblemType ORDER_UNKNOWN =
      new ProblemType("order-unknown", 404, "The shop has no such order");

  /** One row without an order tells a shop that exists from an order that does not. */
  private static final String FIND =
      """
      select s.sender_name, s.language, s.review_link, o.shopify_id, o.name,
        array(select title from order_line where order_id = o.id order by line_id) as items
      from shop s
      left join shop_order o on o.shop_id = s.id and o.shopify_id = $2 and not o.placeholder
      where s.access_code = $1 and s.uninstalled_at is null
      """;

  private final Pool pool;

  ReviewForms(Pool pool) {
    this.pool = pool;
  }

  Uni<ReviewForm> find(@Nullable String code, @Nullable String order) {
    if (code == null || code.isBlank()) {
      return failure(CODE_MISSING, "Add the code from the shop's settings to the link, as code=….");
    }
    if (!AccessCodes.wellFormed(code)) {
      return failure(
          CODE_MALFORMED, "Copy the code from the shop's settings again, whole: 26 characters.");
    }
    if (order == null || !order.matches("[1-9][0-9]{0,18}")) {
      return failure(ORDER_MALFORMED, "Add Shopify's order id to the link, as order=….");
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(code, Long.parseLong(order)))
        .map(ReviewForms::form);
  }

  private static ReviewForm form(RowSet<Row> rows) {
    if (rows.size() == 0) {
      throw Problems.of(
          CODE_UNKNOWN, "The shop may have renewed its code: use the newest link from the shop.");
    }
    Row row = rows.iterator().next();
    Long orderId = row.getLong("shopify_id");
    if (orderId == null) {
      throw Problems.of(ORDER_UNKNOWN, "Open the link from the mail again, whole.");
    }
    String link = row.getString("review_link");
    return new ReviewForm(
        row.getString("sender_name"),
        "KO".equals(row.getString("language")),
        row.getString("name"),
        List.of(row.getArrayOfStrings("items")),
        link == null ? null : link.replace("{order}", orderId.toString()));
  }

  private static Uni<ReviewForm> failure(ProblemType type, String detail) {
    HttpProblem problem = Problems.of(type, detail);
    return Uni.createFrom().failure(problem);
  }
}
