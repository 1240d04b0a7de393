package io.daybreak.acceptance.chaos;

import io.daybreak.simulators.shopify.webhook.Delivery;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A run and how it went.
 *
 * @param sent deliveries of Shopify's by how they ended
 * @param taken different webhooks that order-service recorded
 * @param notApplied recorded webhooks whose message died with a replica; Shopify was asked instead
 */
public record ChaosReport(
    ChaosOptions options,
    Map<KillMoment, Integer> kills,
    Map<Delivery.State, Integer> sent,
    long taken,
    long notApplied,
    Verdict verdict,
    Duration took) {

  private static final int EXAMPLES = 5;

  /** As a table that a person reads. */
  public void print(PrintWriter out) {
    out.println();
    row(out, "seed", options.seed());
    row(out, "time", took.toSeconds() + " s");
    row(out, "replicas killed", kills.values().stream().mapToInt(n -> n).sum() + " " + kills);
    row(out, "deliveries by Shopify", sent);
    row(out, "webhooks recorded", taken + ", repaired from Shopify " + notApplied);
    out.println();
    row(out, "orders", verdict.orders());
    never(out, "orders lost", verdict.lost());
    never(out, "orders doubled", verdict.doubled());
    never(out, "orders not the newest version", verdict.stale());
    out.println();
    row(out, "mails arrived", verdict.arrived());
    row(out, "mails SENT", verdict.mails("SENT"));
    row(out, "mails SKIPPED, with a reason", verdict.mails("SKIPPED"));
    row(out, "mails FAILED, with a reason", verdict.mails("FAILED"));
    row(
        out,
        "mails UNCLEAR, for a person",
        verdict.mails("UNCLEAR") + ", of which arrived " + verdict.unclearArrived());
    never(out, "mails sent twice", verdict.twice());
    never(out, "mails to nobody's wish", verdict.unwanted());
    never(out, "mails missing without a reason", verdict.missing());
    never(out, "mails whose state is not true", verdict.lied());
    out.println();
    out.println(verdict.good() ? "Nothing was lost, nothing was doubled." : "THIS MUST NOT BE.");
    out.flush();
  }

  private static void never(PrintWriter out, String name, List<Long> orders) {
    String examples =
        orders.isEmpty() ? "" : "  e.g. " + orders.subList(0, Math.min(EXAMPLES, orders.size()));
    row(out, name, orders.size() + examples);
  }

  private static void row(PrintWriter out, String name, Object value) {
    out.printf("  %-34s %s%n", name, value);
  }
}
