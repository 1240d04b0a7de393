package io.daybreak.orders.order;

import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.listing.SearchText;
import io.daybreak.orders.shop.ShopAccess;
import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** The orders of the shops a caller may see, newest first. */
@ApplicationScoped
public class Orders {

  private static final String FROM =
      """
      from shop_order o join shop s on s.id = o.shop_id
      where not o.placeholder and o.deleted_at is null
        and in_scope($1, s.organisation_id)
        and ($2::text is null or s.domain = $2)
        and ($3::bigint is null or o.shopify_id = $3)
        and ($4::text is null or o.name = $4)
        and ($5::text is null or o.address_hash = $5)
        and ($6::text is null or o.financial_status = $6)
        and ($7::text is null or o.fulfilment_status = $7)
        and ($8::timestamptz is null or o.ordered_at >= $8)
        and ($9::timestamptz is null or o.ordered_at < $9)
        and ($10::text is null or o.shopify_id::text = $10 or o.address_hash = $11
          or position(lower($10) in lower(o.name)) > 0
          or position(lower($10) in lower(o.customer_name)) > 0)
      """;

  private static final String COUNT = "select count(*) as total " + FROM;

  /** The page is cut out first, so that nothing is gathered for the orders before it. */
  private static final String PAGE =
      """
      select p.*,
        coalesce((select max(created_at) from fulfilment where order_id = p.id), p.fulfilled_at)
          as shipped_at,
        (select coalesce(jsonb_agg(jsonb_build_object(
             'title', title, 'quantity', quantity, 'current', current_quantity)
           order by line_id), '[]') from order_line where order_id = p.id) as lines
      from (
        select o.*, s.domain
      """
          + FROM
          + """
            order by o.ordered_at desc, o.id desc limit $12 offset $13) p
          order by p.ordered_at desc, p.id desc
          """;

  private final Pool pool;
  private final ShopAccess access;

  Orders(Pool pool, ShopAccess access) {
    this.pool = pool;
    this.access = access;
  }

  public Uni<Listing<OrderView>> list(OrderFilter filter, PageRequest page) {
    Tuple pageOf = conditions(filter).addInteger(page.size()).addLong(page.offset());
    return access
        .known(filter.shop())
        .chain(() -> pool.preparedQuery(COUNT).execute(conditions(filter)))
        .map(rows -> rows.iterator().next().getLong("total"))
        .chain(
            total ->
                pool.preparedQuery(PAGE)
                    .execute(pageOf)
                    .map(
                        rows ->
                            Listing.of(
                                StreamSupport.stream(rows.spliterator(), false).toList(),
                                page,
                                total,
                                OrderView::of)));
  }

  private Tuple conditions(OrderFilter filter) {
    return Tuple.tuple()
        .addArrayOfUUID(access.scope().parameter())
        .addString(filter.shop())
        .addLong(filter.order())
        .addString(filter.name())
        .addString(AddressHash.of(filter.email()))
        .addString(filter.financialStatus())
        .addString(filter.fulfilmentStatus())
        .addOffsetDateTime(filter.from())
        .addOffsetDateTime(filter.to())
        .addString(SearchText.of(filter.text()))
        .addString(AddressHash.of(filter.text()));
  }
}
