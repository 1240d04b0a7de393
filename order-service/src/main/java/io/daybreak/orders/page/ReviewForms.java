package io.daybreak.orders.page;

import io.daybreak.orders.shop.AccessCodes;
import io.daybreak.orders.shop.Language;
import io.daybreak.orders.template.ReviewTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  private static final String FIND =
      """
      select s.sender_name, o.shopify_id, o.name, s.review_link,
        case when lower(o.locale) ~ '^ko(-|_|$)' then 'KO'
             when lower(o.locale) ~ '^en(-|_|$)' then 'EN' else s.language end as language,
        array(select title from reviewable_line v where v.order_id = o.id order by v.place) as items
      from review_mail m
      join shop_order o on o.id = m.order_id
      join shop s on s.id = o.shop_id
      where m.id = $1 and ($2::bigint is null or o.shopify_id = $2)
        and s.uninstalled_at is null and o.redacted_at is null and o.deleted_at is null
      """;

  private static final String SHOP =
      "select from shop where access_code = $1 and uninstalled_at is null";

  private final Pool pool;
  private final ReviewTokens tokens;

  ReviewForms(Pool pool, ReviewTokens tokens) {
    this.pool = pool;
    this.tokens = tokens;
  }

  /**
   * @param token from the order's mail; without it no customer's data is shown, whatever else is
   *     known
   */
  Uni<Found> find(@Nullable String token, @Nullable String code, @Nullable String order) {
    if (token == null || token.isBlank()) {
      return withoutToken(code, order);
    }
    if (order != null && !ORDER_ID.matcher(order).matches()) {
      return nothing(PageProblem.ORDER_MALFORMED);
    }
    return tokens
        .read(token)
        .map(
            mail ->
                pool.preparedQuery(FIND)
                    .execute(Tuple.of(mail, order == null ? null : Long.valueOf(order)))
                    .map(rows -> found(rows, token)))
        .orElseGet(() -> nothing(PageProblem.TOKEN_INVALID));
  }

  /** What a page that knows the shop's code alone got wrong. */
  private Uni<Found> withoutToken(@Nullable String code, @Nullable String order) {
    if (code == null || code.isBlank()) {
      return nothing(PageProblem.CODE_MISSING);
    }
    if (!AccessCodes.wellFormed(code)) {
      return nothing(PageProblem.CODE_MALFORMED);
    }
    if (order == null || !ORDER_ID.matcher(order).matches()) {
      return nothing(PageProblem.ORDER_MALFORMED);
    }
    return pool.preparedQuery(SHOP)
        .execute(Tuple.of(code))
        .map(
            rows ->
                new Found.Nothing(
                    rows.size() == 0 ? PageProblem.CODE_UNKNOWN : PageProblem.TOKEN_MISSING));
  }

  private static Found found(RowSet<Row> rows, String token) {
    if (rows.size() == 0) {
      return new Found.Nothing(PageProblem.ORDER_UNKNOWN);
    }
    Row row = rows.iterator().next();
    String orderId = Long.toString(row.getLong("shopify_id"));
    String link = row.getString("review_link");
    return new Found.Form(
        new ReviewForm(
            row.getString("sender_name"),
            Language.valueOf(row.getString("language")),
            row.getString("name"),
            List.of(row.getArrayOfStrings("items")),
            link == null
                ? null
                : link.replace("{order}", orderId)
                    .replace("{token}", URLEncoder.encode(token, StandardCharsets.UTF_8))));
  }

  private static Uni<Found> nothing(PageProblem problem) {
    return Uni.createFrom().item(new Found.Nothing(problem));
  }
}
