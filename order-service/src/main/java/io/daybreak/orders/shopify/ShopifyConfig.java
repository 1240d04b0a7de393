package io.daybreak.orders.shopify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Shopify's Admin API, and how often it is asked. */
@ConfigMapping(prefix = "daybreak.shopify")
public interface ShopifyConfig {

  /** Where a shop's Admin API is; {@code {shop}} stands for the shop's domain. */
  @WithDefault("https://{shop}")
  String baseUrl();

  /** Quarterly version of the Admin API. */
  @WithDefault("2026-10")
  String apiVersion();

  /**
   * Calls a second and shop. The smallest plan gets back 100 points a second; an order costs some
   * ten of them, a page some hundred, so that only a long reconciliation is ever refused.
   */
  @WithDefault("2")
  double callsPerSecond();

  /**
   * How often Shopify may refuse one call for its rate before the call fails. A refused call was
   * not executed, so that asking again is no second attempt.
   */
  @WithDefault("3")
  int refusalsPerCall();

  /**
   * Longest time that a refused call waits for the shop's points; if Shopify says more, it fails.
   */
  @WithDefault("PT10S")
  Duration longestPause();

  /** Access scopes without which an app is of no use. */
  @WithDefault("read_orders,read_customers,read_products")
  Set<String> scopes();

  /** How long before an app's token ends a new one is asked for; it lasts a day. */
  @WithDefault("PT1H")
  Duration renewBefore();

  /** How long nobody asks again after Shopify has refused to grant a token. */
  @WithDefault("PT5M")
  Duration refusalCounts();

  /** Orders a page; ten of them stay below the 1,000 points that one query may cost. */
  @WithDefault("10")
  int pageSize();

  /** Time between two reconciliations of a shop. */
  @WithDefault("PT1H")
  Duration reconcileEvery();

  /** How often shops that are due for one are looked for; read by the schedule. */
  @WithDefault("1m")
  String lookEvery();

  /** How often orders are read anew that were told in two ways; read by the schedule. */
  @WithDefault("2s")
  String wantedSyncsEvery();

  /** How far a reconciliation looks back before what it saw: Shopify's index lags behind. */
  @WithDefault("PT10M")
  Duration overlap();

  /** How long a process may take for a page before another may go on with the shop. */
  @WithDefault("PT2M")
  Duration lease();
}
