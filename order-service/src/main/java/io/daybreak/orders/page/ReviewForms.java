package io.daybreak.orders.page;

import io.daybreak.orders.shop.AccessCodes;
import io.daybreak.orders.shop.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the order that a page of a shop asks for, or says what is wrong with the request. */
@ApplicationScoped
class ReviewForms {

  /** A form, or why there is none. */
  sealed interface Found {

    record Form(ReviewForm form) implements Found {}

    record Nothing(PageProblem problem) implements Found {}
  }

  /** Every number of 18 digits fits into 64 bits; Shopify is far from using the nineteenth. */
  private static final Pattern ORDER_ID = Pattern.compile("[1-9][0-9]{0,17}");

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

  Uni<Found> find(@Nullable String code, @Nullable String order) {
    if (code == null || code.isBlank()) {
      return nothing(PageProblem.CODE_MISSING);
    }
    if (!AccessCodes.wellFormed(code)) {
      return nothing(PageProblem.CODE_MALFORMED);
    }
    if (order == null || !ORDER_ID.matcher(order).matches()) {
      return nothing(PageProblem.ORDER_MALFORMED);
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(code, Long.parseLong(order)))
        .map(ReviewForms::found);
  }

  private static Found found(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return new Found.Nothing(PageProblem.CODE_UNKNOWN);
    }
    Row row = rows.iterator().next();
    Long orderId = row.getLong("shopify_id");
    if (orderId == null) {
      return new Found.Nothing(PageProblem.ORDER_UNKNOWN);
    }
    String link = row.getString("review_link");
    return new Found.Form(
        new ReviewForm(
            row.getString("sender_name"),
            Language.valueOf(row.getString("language")),
            row.getString("name"),
            List.of(row.getArrayOfStrings("items")),
            link == null ? null : link.replace("{order}", orderId.toString())));
  }

  private static Uni<Found> nothing(PageProblem problem) {
    return Uni.createFrom().item(new Found.Nothing(problem));
  }
}
