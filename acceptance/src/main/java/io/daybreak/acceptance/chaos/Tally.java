package io.daybreak.acceptance.chaos;

import io.daybreak.acceptance.chaos.Traffic.Placed;
import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.orders.OrderDatabase.StoredMail;
import io.daybreak.acceptance.orders.OrderDatabase.StoredOrder;
import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.shopify.order.Order;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what Shopify knows with what is stored and with what arrived. */
final class Tally {

  private final OrderShop shop;
  private final List<Placed> placed;
  private final Map<Long, List<StoredOrder>> stored;
  private final Map<Long, StoredMail> mails;
  private final Map<String, Integer> arrived;

  private Tally(
      OrderShop shop,
      List<Placed> placed,
      Map<Long, List<StoredOrder>> stored,
      Map<Long, StoredMail> mails,
      Map<String, Integer> arrived) {
    this.shop = shop;
    this.placed = placed;
    this.stored = stored;
    this.mails = mails;
    this.arrived = arrived;
  }

  static Verdict of(OrderShop shop, List<Placed> placed, OrderDatabase database)
      throws SQLException {
    var arrived = new HashMap<String, Integer>();
    for (ArrivedMail mail : shop.mailbox().mails()) {
      if (mail.recipient().endsWith("@" + shop.domain())) {
        arrived.merge(mail.recipient(), 1, Integer::sum);
      }
    }
    var tally =
        new Tally(
            shop,
            placed,
            database.orders(shop.domain()).stream()
                .collect(Collectors.groupingBy(StoredOrder::shopifyId)),
            database.mails(shop.domain()).stream()
                .collect(Collectors.toMap(StoredMail::shopifyId, mail -> mail)),
            arrived);
    return tally.verdict();
  }

  private Verdict verdict() {
    return new Verdict(
        placed.size(),
        which(order -> copies(order) == 0),
        which(order -> copies(order) > 1),
        which(this::isStale),
        mails.values().stream()
            .collect(Collectors.groupingBy(StoredMail::state, Collectors.counting())),
        arrived.values().stream().mapToInt(Integer::intValue).sum(),
        which(order -> arrivals(order) > 1),
        which(order -> order.fate().duty() == Fate.MailDuty.NONE && arrivals(order) > 0),
        which(this::isMissing),
        which(this::isLie),
        which(order -> "UNCLEAR".equals(mailState(order)) && arrivals(order) > 0).size());
  }

  private List<Long> which(Predicate<Placed> what) {
    return placed.stream().filter(what).map(Placed::id).toList();
  }

  private int copies(Placed order) {
    return stored.getOrDefault(order.id(), List.of()).size();
  }

  private int arrivals(Placed order) {
    return order.email() == null ? 0 : arrived.getOrDefault(order.email(), 0);
  }

  private @Nullable String mailState(Placed order) {
    @Nullable StoredMail mail = mails.get(order.id());
    return mail == null ? null : mail.state();
  }

  private boolean isStale(Placed order) {
    Order truth = shop.shop().orders().find(order.id()).orElseThrow();
    var newest =
        new StoredOrder(
            truth.id(),
            truth.financialStatus().name().toLowerCase(Locale.ROOT),
            Objects.requireNonNullElse(truth.fulfillmentStatus(), ""),
            truth.cancelledAt() != null);
    return copies(order) == 1 && !stored.get(order.id()).get(0).equals(newest);
  }

  /** A mail that is owed must be sent, or say why not. */
  private boolean isMissing(Placed order) {
    return order.fate().duty() == Fate.MailDuty.ONE && !isSentOrExcused(mails.get(order.id()));
  }

  /** The mail servers of a run refuse some mails and break off others; nothing else excuses. */
  private static boolean isSentOrExcused(@Nullable StoredMail mail) {
    return mail != null
        && (List.of("SENT", "UNCLEAR").contains(mail.state())
            || mail.state().equals("FAILED") && mail.reason().equals("REFUSED"));
  }

  private boolean isLie(Placed order) {
    @Nullable String state = mailState(order);
    boolean there = arrivals(order) > 0;
    return "SENT".equals(state) && !there
        || state != null && !state.equals("SENT") && !state.equals("UNCLEAR") && there;
  }
}
