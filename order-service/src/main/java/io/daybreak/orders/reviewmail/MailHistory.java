package io.daybreak.orders.reviewmail;

import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.listing.SearchText;
import io.daybreak.orders.shop.ShopAccess;
import io.daybreak.orders.unsubscribe.AddressHash;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The mails that were planned, sent and not sent, newest first. */
@ApplicationScoped
class MailHistory {

  /**
   * A mail that is due while the mail server refuses everybody waits for it like the refused one.
   */
  private static final String FROM =
      """
      from review_mail m
      join shop_order o on o.id = m.order_id
      join shop s on s.id = m.shop_id
      left join mail_server g
        on m.state = 'SCHEDULED' and m.reason is null and m.due_at <= now() and g.held_until > now()
      where in_scope($1, s.organisation_id)
        and ($2::uuid is null or m.id = $2)
        and ($3::text is null or s.domain = $3)
        and ($4::bigint is null or o.shopify_id = $4)
        and ($5::text is null or m.state = $5)
        and ($6::text is null or m.kind = $6)
        and ($7::text is null or m.reason = $7 or $7 = 'MAIL_SERVER' and g.id is not null)
        and ($8::text is null or o.shopify_id::text = $8 or o.address_hash = $9
          or position(lower($8) in lower(o.name)) > 0
          or position(lower($8) in lower(o.customer_name)) > 0)
      """;

  private static final String COUNT = "select count(*) as total " + FROM;

  private static final String PAGE =
      """
      select m.id, s.domain, o.shopify_id, o.name, m.kind, m.state,
        coalesce(m.reason, case when g.id is not null then 'MAIL_SERVER' end) as reason,
        coalesce(m.detail, g.reply) as detail, m.due_at, m.sent_at, m.perhaps_sent,
        m.state_since, m.planned_at, o.customer_name, o.email
      """
          + FROM
          + " order by m.planned_at desc, m.id limit $10 offset $11";

  private final Pool pool;
  private final ShopAccess access;

  MailHistory(Pool pool, ShopAccess access) {
    this.pool = pool;
    this.access = access;
  }

  Uni<Listing<ReviewMailView>> list(HistoryFilter filter, PageRequest page) {
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
                                ReviewMailView::of)));
  }

  /** One mail; a problem (404) if there is none or it belongs to somebody else's shop. */
  Uni<ReviewMailView> get(UUID id) {
    return list(HistoryFilter.only(id), new PageRequest(0, 1))
        .map(
            found -> {
              if (found.items().isEmpty()) {
                throw MailProblems.unknown();
              }
              return found.items().get(0);
            });
  }

  private Tuple conditions(HistoryFilter filter) {
    return Tuple.tuple()
        .addArrayOfUUID(access.scope().parameter())
        .addUUID(filter.id())
        .addString(filter.shop())
        .addLong(filter.order())
        .addString(filter.state() == null ? null : filter.state().name())
        .addString(filter.kind() == null ? null : filter.kind().name())
        .addString(filter.reason())
        .addString(SearchText.of(filter.text()))
        .addString(AddressHash.of(filter.text()));
  }
}
