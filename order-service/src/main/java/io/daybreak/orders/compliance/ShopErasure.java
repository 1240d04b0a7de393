package io.daybreak.orders.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A shop's leaving: first its mails stop, and when Shopify asks, its data goes. */
@ApplicationScoped
class ShopErasure {

  private static final String UNINSTALL =
      """
      update shop
      set uninstalled_at = coalesce(uninstalled_at, now()), api_token = null,
          client_id = null, version = version + 1
      where id = $1
      """;

  private static final String FORGET_TOKEN = "delete from shop_token where shop_id = $1";

  private static final String STOP_MAILS =
      """
      update review_mail set state = 'SKIPPED', reason = 'SHOP_UNINSTALLED', state_since = now()
      where shop_id = $1 and state in ('WAITING', 'SCHEDULED', 'DUE')
      """;

  private static final String LOCK_ORDERS =
      "select id from shop_order where shop_id = $1 order by shopify_id for update";

  /** Lines, fulfilments, refunds and mails go with their orders, bad rows with their imports. */
  private static final List<String> ERASE =
      List.of(
          "update webhook_delivery set payload = null where shop_id = $1",
          "delete from shop_order where shop_id = $1",
          "delete from csv_import where shop_id = $1",
          "delete from mail_text where shop_id = $1",
          "delete from exclusion where shop_id = $1",
          "delete from product where shop_id = $1",
          "delete from customer_consent where shop_id = $1",
          "delete from erased_customer where shop_id = $1",
          "delete from unsubscribed_address where shop_id = $1",
          "delete from reconciliation where shop_id = $1",
          FORGET_TOKEN,
          """
          update compliance_request r set export = null
          from shop s where s.id = $1 and r.shop_domain = s.domain
          """);

  /** The domain and its webhook secret stay, to answer Shopify's repeats of this very request. */
  private static final String EMPTY_SHOP =
      """
      update shop
      set uninstalled_at = coalesce(uninstalled_at, now()), api_token = null,
          client_id = null, sender_name = '',
          sender_address = '', reply_to = null, review_link = null, version = version + 1
      where id = $1
      """;

  Uni<Void> uninstall(SqlClient tx, long shopId) {
    Tuple shop = Tuple.of(shopId);
    return tx.preparedQuery(UNINSTALL)
        .execute(shop)
        .chain(() -> tx.preparedQuery(FORGET_TOKEN).execute(shop))
        .chain(() -> tx.preparedQuery(STOP_MAILS).execute(shop))
        .replaceWithVoid();
  }

  /** Returns how many orders there were. */
  Uni<Integer> erase(SqlClient tx, long shopId) {
    Tuple shop = Tuple.of(shopId);
    return tx.preparedQuery(LOCK_ORDERS)
        .execute(shop)
        .map(orders -> orders.size())
        .call(
            () ->
                Multi.createFrom()
                    .iterable(ERASE)
                    .onItem()
                    .transformToUniAndConcatenate(sql -> tx.preparedQuery(sql).execute(shop))
                    .collect()
                    .last())
        .call(() -> tx.preparedQuery(EMPTY_SHOP).execute(shop));
  }
}
