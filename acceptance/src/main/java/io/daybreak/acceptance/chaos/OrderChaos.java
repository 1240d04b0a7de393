package io.daybreak.acceptance.chaos;

import io.daybreak.acceptance.chaos.Traffic.Placed;
import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpFaults;
import io.daybreak.simulators.mail.smtp.SmtpPhase;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run: traffic and kills, then quiet until everything is settled, then the verdict. */
public final class OrderChaos {

  private static final DeliveryRules RULES =
      DeliveryRules.real().inThousandths().keepingSubscriptions().atOnce(64);

  /** Nothing happened for so long: dead letters are invisible for 5 s and then wait for 3 s. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  /** Longest time without any progress before the run is judged as it is. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ChaosOptions options;
  private final PrintWriter out;

  public OrderChaos(ChaosOptions options, PrintWriter out) {
    this.options = options;
    this.out = out;
  }

  /** Starts a stack of its own, runs, and stops it. */
  public ChaosReport run(Workspace workspace)
      throws IOException, SQLException, InterruptedException {
    try (Stack stack = Stack.start(workspace, ChaosOptions.stack())) {
      return run(stack);
    }
  }

  /** Runs in a stack of {@link ChaosOptions#stack}, whose simulators stay as moody as they get. */
  public ChaosReport run(Stack stack) throws IOException, SQLException, InterruptedException {
    try (OrderDatabase database = OrderDatabase.of(stack)) {
      OrderShop shop =
          OrderShop.open(stack, ShopOptions.named("chaos").onPlus(), ReviewRules.atOnce());
      shop.shopify().webhooks().rules(RULES);
      shop.shopify().webhooks().mischief(options.mischief());
      beMoody(shop.mailbox().smtp().faults());
      return run(shop, database);
    }
  }

  private ChaosReport run(OrderShop shop, OrderDatabase database)
      throws SQLException, InterruptedException {
    say("%d orders, seed %d".formatted(options.orders(), options.seed()));
    long began = System.nanoTime();
    var killer = new Killer(shop, options.killEvery(), options.seed() + 1, out);
    if (!options.killEvery().isZero()) {
      killer.start();
    }
    List<Placed> placed =
        new Traffic(shop.shop(), shop.shopify(), options)
            .run(() -> killer.kills() >= options.leastKills() || !killer.isAlive());
    var kills = killer.finish();
    say("all orders placed and told, waiting for the end of all work");
    Verdict verdict = settle(shop, placed, database);
    return new ChaosReport(
        options,
        kills,
        shop.shopify().webhooks().deliveries().count(),
        database.deliveriesTaken(shop.domain()),
        database.deliveriesWaiting(shop.domain()),
        verdict,
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** A mail server that takes its time, and of each hundred mails refuses one and drops one. */
  private static void beMoody(SmtpFaults faults) {
    faults.add(
        SmtpFaultRule.at(SmtpPhase.RCPT, new SmtpFault.Refuse(451, "4.7.1 greylisted"))
            .withProbability(0.01));
    faults.add(
        SmtpFaultRule.at(SmtpPhase.MESSAGE, new SmtpFault.ResetAfter()).withProbability(0.01));
    faults.add(SmtpFaultRule.at(SmtpPhase.MESSAGE, new SmtpFault.Delay(Duration.ofMillis(25))));
  }

  private Verdict settle(OrderShop shop, List<Placed> placed, OrderDatabase database)
      throws SQLException, InterruptedException {
    long progressAt = System.nanoTime();
    Open before = Open.of(shop, database);
    while (System.nanoTime() - progressAt < PATIENCE.toNanos()) {
      TimeUnit.SECONDS.sleep(1);
      Open now = Open.of(shop, database);
      if (!now.equals(before)) {
        before = now;
        progressAt = System.nanoTime();
      } else if (now.isOver() && System.nanoTime() - progressAt > QUIET.toNanos()) {
        Verdict verdict = Tally.of(shop, placed, database);
        if (verdict.good()) {
          return verdict;
        }
      }
    }
    return Tally.of(shop, placed, database);
  }

  /**
   * What is not finished.
   *
   * @param toApply recorded webhooks; those whose message died with a replica stay, since Shopify
   *     is asked instead
   */
  private record Open(int deliveries, long toApply, long mails) {

    static Open of(OrderShop shop, OrderDatabase database) throws SQLException {
      return new Open(
          shop.shopify().webhooks().deliveries().underWay(),
          database.deliveriesWaiting(shop.domain()),
          database.mailsUnderWay(shop.domain()));
    }

    boolean isOver() {
      return deliveries == 0 && mails == 0;
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
