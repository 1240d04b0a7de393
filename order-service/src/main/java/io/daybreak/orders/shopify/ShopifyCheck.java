package io.daybreak.orders.shopify;

import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Whether Shopify has let the newest look at each shop happen. */
@ApplicationScoped
class ShopifyCheck implements Check {

  private final RefusedTokensRule refused;
  private final Clock clock;

  ShopifyCheck(RefusedTokensRule refused, Clock clock) {
    this.refused = refused;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "shopify";
  }

  @Override
  public Result look() {
    Finding finding = refused.evaluate(clock.instant());
    return finding.equals(Finding.NONE)
        ? Result.ok("Shopify has refused no shop's API token lately.", "최근에 API 토큰이 거부된 쇼핑몰이 없습니다.")
        : Result.wrong(finding.english(), finding.korean());
  }
}
