package io.daybreak.acceptance.demo;

import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.shopify.order.Change;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.Attempt;
import io.daybreak.simulators.shopify.webhook.Deliveries;
import io.daybreak.simulators.shopify.webhook.Delivery;
import io.daybreak.simulators.shopify.webhook.Mischief;
import io.daybreak.stack.start.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A customer's order at a shop, what Shopify tells about it, and what came of that. */
final class DemoOrder implements AutoCloseable {

  private static final String CUSTOMER = "customer@example.com";
  private static final int COPIES = 3;
  private static final Duration ASK_EVERY = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** After the last work that can be seen, in case there is some that cannot. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final OrderShop shop;
  private final OrderDatabase database;
  private final Change creation;

  private DemoOrder(OrderShop shop, OrderDatabase database, Change creation) {
    this.shop = shop;
    this.database = database;
    this.creation = creation;
  }

  /**
   * Opens a shop, whose webhooks all come in several copies, and places an order that order-service
   * has not been told of.
   */
  static DemoOrder place(Stack stack) throws IOException, SQLException {
    OrderShop shop =
        OrderShop.open(stack, ShopOptions.named("daybreak-tea"), ReviewRules.atOnce().in("EN"));
    shop.shopify().webhooks().mischief(new Mischief(1, COPIES, Duration.ZERO));
    NewOrder wanted = NewOrder.by(CUSTOMER).withLines(2).at(minutesAgo(5));
    Change creation = shop.shop().orders().create(wanted);
    return new DemoOrder(shop, OrderDatabase.of(stack), creation);
  }

  String shop() {
    return shop.domain();
  }

  String name() {
    return creation.order().name();
  }

  String customer() {
    return CUSTOMER;
  }

  /** The creation; the answers' statuses. */
  List<Integer> tellCreation() throws SQLException, InterruptedException {
    return tell(creation);
  }

  /**
   * The customer adds a note and then pays; Shopify tells of the payment first, of the note second.
   */
  List<String> tellOutOfOrder() throws IOException, SQLException, InterruptedException {
    Change note = shop.shop().orders().note(id(), "Please wrap it as a gift.", minutesAgo(4));
    Change payment = shop.shop().orders().pay(id(), minutesAgo(3));
    var seen = new ArrayList<String>();
    for (Change change : List.of(payment, note)) {
      tell(change);
      seen.add(stored().get(0).getString("financialStatus"));
    }
    return seen;
  }

  /** The parcel leaves; the answers' statuses. */
  List<Integer> fulfil() throws SQLException, InterruptedException {
    return tell(shop.shop().orders().fulfil(id(), Instant.now()));
  }

  /** Waits until nothing is under way any more, and a little longer. */
  void awaitQuiet() throws SQLException, InterruptedException {
    await("a review mail", () -> !database.mails(shop.domain()).isEmpty());
    await("its end", () -> database.mailsUnderWay(shop.domain()) == 0);
    Thread.sleep(QUIET.toMillis());
  }

  /** The order as order-service's API shows it: once, or not yet. */
  List<JsonObject> stored() throws IOException {
    return shop.api().orders(shop.domain(), id());
  }

  /** The history of the order's mails. */
  List<JsonObject> history() throws IOException {
    return shop.api().mails(shop.domain(), id());
  }

  List<ArrivedMail> arrived() {
    return shop.mailbox().mails();
  }

  int deliveries() {
    return shop.shopify().webhooks().deliveries().all().size();
  }

  private long id() {
    return creation.order().id();
  }

  /** Tells of a change and waits until every copy was answered and applied. */
  private List<Integer> tell(Change change) throws SQLException, InterruptedException {
    Deliveries deliveries = shop.shopify().webhooks().deliveries();
    int before = deliveries.all().size();
    shop.shop().tell(change);
    await("all deliveries", () -> deliveries.underWay() == 0);
    await("the work on them", () -> database.deliveriesWaiting(shop.domain()) == 0);
    return deliveries.all().stream().skip(before).map(DemoOrder::answer).toList();
  }

  private static int answer(Delivery delivery) {
    List<Attempt> attempts = delivery.attempts();
    return attempts.get(attempts.size() - 1).status();
  }

  /** Something that comes about by itself. */
  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(String what, Condition condition)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "%s did not come within %d s".formatted(what, PATIENCE.toSeconds()));
      }
      Thread.sleep(ASK_EVERY.toMillis());
    }
  }

  private static Instant minutesAgo(long minutes) {
    return Instant.now().minus(Duration.ofMinutes(minutes));
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
