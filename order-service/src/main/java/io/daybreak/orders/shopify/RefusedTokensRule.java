package io.daybreak.orders.shopify;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Shops whose API token Shopify refuses: their orders come by webhook alone, and what was lost on
 * the way is not found any more.
 */
@ApplicationScoped
class RefusedTokensRule implements AlertRule {

  private static final String REFUSED =
      """
      select count(*) as shops, coalesce(min(s.domain), '') as first
      from reconciliation r join shop s on s.id = r.shop_id
      where r.outcome = 'NOT_ALLOWED' and s.reads_shopify
      """;

  private final BlockingSql sql;

  RefusedTokensRule(BlockingSql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "shopify-tokens-refused";
  }

  @Override
  public Finding evaluate(Instant now) {
    Row row = sql.one(REFUSED);
    long shops = row.getLong("shops");
    return shops == 0
        ? Finding.NONE
        : new Finding(
            shops,
            "Shopify가 쇼핑몰 %d곳에서 주문을 읽지 못하게 합니다(예: %s). 쇼핑몰의 접근 설정에서 앱을 다시 연결하거나 새 토큰을 등록해 주세요."
                .formatted(shops, row.getString("first")),
            "Shopify refuses to let the orders of %d shops be read, such as %s. Connect the app of each again under its access, or give it a new token."
                .formatted(shops, row.getString("first")));
  }
}
