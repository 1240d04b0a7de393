package io.daybreak.simulators.shopify.order;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one shop and everything that can happen to them. Each method that changes an order
 * says what Shopify would tell about it; a moment of null means now.
 */
public final class OrderBook {

  /** Ids as large as real ones: above 2^53, where a JavaScript number loses digits. */
  private static final long FIRST_ID = 820_982_911_946_154_000L;

  private static final int FIRST_NUMBER = 1001;

  private final OrderPayload payload;
  private final Clock clock;
  private final SplittableRandom random;
  private final Map<Long, Order> orders = new LinkedHashMap<>();
  private long lastId = FIRST_ID;
  private int nextNumber = FIRST_NUMBER;

  public OrderBook(String domain, ZoneId zone, Clock clock, long seed) {
    this.payload = new OrderPayload(domain, zone);
    this.clock = clock;
    this.random = new SplittableRandom(seed);
  }

  public synchronized Change create(NewOrder wanted) {
    Instant exactly = orNow(wanted.createdAt());
    Instant at = wholeSecond(exactly);
    var order =
        new Order(
            nextId(),
            nextNumber++,
            at,
            at,
            wanted.test(),
            wanted.email(),
            customer(wanted),
            wanted.locale(),
            "",
            FinancialStatus.PENDING,
            null,
            null,
            IntStream.rangeClosed(1, wanted.lines()).mapToObj(this::line).toList(),
            List.of(),
            List.of(),
            wanted.presentment());
    orders.put(order.id(), order);
    return new Change(exactly, order, List.of(about("orders/create", order)));
  }

  public Change pay(long id, @Nullable Instant at) {
    return change(id, at, Order::paid, order -> List.of(about("orders/paid", order)));
  }

  public Change fulfil(long id, @Nullable Instant at) {
    return change(
        id,
        at,
        (order, moment) -> order.fulfilled(nextId(), moment),
        order ->
            List.of(
                new Notice("fulfillments/create", payload.fulfillment(order, newest(order))),
                about("orders/fulfilled", order)));
  }

  /** The carrier reports every parcel of the order delivered. */
  public Change deliver(long id, @Nullable Instant at) {
    return change(
        id,
        at,
        Order::delivered,
        order ->
            order.fulfillments().stream()
                .map(
                    parcel -> new Notice("fulfillments/update", payload.fulfillment(order, parcel)))
                .toList());
  }

  /** Gives back all that was not given back before. */
  public Change refund(long id, @Nullable Instant at) {
    return refund(id, Refund.SUCCESS, at);
  }

  /**
   * @param status of the payment: success, pending, error or failure
   */
  public Change refund(long id, String status, @Nullable Instant at) {
    return change(
        id,
        at,
        (order, moment) -> order.refunded(new Refund(nextId(), moment, remaining(order), status)),
        order ->
            List.of(
                new Notice(
                    "refunds/create",
                    payload.refund(order, order.refunds().get(order.refunds().size() - 1)))));
  }

  /** The payments of pending refunds end; Shopify tells it as a change of the order only. */
  public Change settleRefunds(long id, String outcome, @Nullable Instant at) {
    return change(id, at, (order, moment) -> order.settled(outcome, moment), order -> List.of());
  }

  /** The merchant deletes the order: only its id is told. */
  public synchronized Change delete(long id) {
    Order gone = find(id).orElseThrow(() -> new UnknownOrderException(id));
    orders.remove(id);
    return new Change(
        clock.instant(),
        gone,
        List.of(new Notice("orders/delete", new JsonObject().put("id", id))));
  }

  /**
   * @param reason Shopify's: customer, inventory, fraud, declined, staff or other
   */
  public Change cancel(long id, String reason, @Nullable Instant at) {
    return change(
        id,
        at,
        (order, moment) -> order.cancelled(reason, moment),
        order -> List.of(about("orders/cancelled", order)));
  }

  /** A change that matters to nobody but makes a new version. */
  public Change note(long id, String text, @Nullable Instant at) {
    return change(id, at, (order, moment) -> order.noted(text, moment), order -> List.of());
  }

  public synchronized Optional<Order> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  public synchronized List<Order> all() {
    return List.copyOf(orders.values());
  }

  /** Every change but the creation is also told as {@code orders/updated}. */
  private synchronized Change change(
      long id,
      @Nullable Instant at,
      BiFunction<Order, Instant, Order> step,
      Function<Order, List<Notice>> notices) {
    Order before = find(id).orElseThrow(() -> new UnknownOrderException(id));
    Instant exactly = orNow(at);
    Order after = step.apply(before, wholeSecond(exactly));
    orders.put(id, after);
    var told = new ArrayList<>(notices.apply(after));
    told.add(about("orders/updated", after));
    return new Change(exactly, after, told);
  }

  private Notice about(String topic, Order order) {
    return new Notice(topic, payload.order(order));
  }

  private static Fulfillment newest(Order order) {
    return order.fulfillments().get(order.fulfillments().size() - 1);
  }

  private static Map<Long, Integer> remaining(Order order) {
    return order.lines().stream()
        .filter(line -> line.currentQuantity() > 0)
        .collect(Collectors.toMap(LineItem::id, LineItem::currentQuantity));
  }

  private @Nullable Customer customer(NewOrder wanted) {
    return wanted.email() == null
        ? null
        : new Customer(nextId(), wanted.email(), wanted.firstName(), "Kim");
  }

  private LineItem line(int number) {
    int pieces = 1 + random.nextInt(3);
    return new LineItem(
        nextId(),
        7_000_000_000_000L + number,
        4_000_000_000_000L + number,
        "Morning tea no. " + number,
        "TEA-" + number,
        pieces,
        pieces,
        pieces,
        BigDecimal.valueOf(1_000L * (5 + random.nextInt(40))));
  }

  private Instant orNow(@Nullable Instant moment) {
    return moment == null ? clock.instant() : moment;
  }

  private static Instant wholeSecond(Instant exactly) {
    return exactly.truncatedTo(ChronoUnit.SECONDS);
  }

  private synchronized long nextId() {
    lastId += 1 + random.nextInt(500);
    return lastId;
  }
}
