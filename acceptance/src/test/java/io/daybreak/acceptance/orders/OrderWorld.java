package io.daybreak.acceptance.orders;

import io.daybreak.acceptance.chaos.ChaosOptions;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.mail.Mailbox;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.simulators.shopify.webhook.DeliveryRules;
import io.daybreak.simulators.shopify.webhook.Mischief;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Two replicas of order-service, Shopify and a mail server, which all classes share. */
final class OrderWorld implements AutoCloseable {

  private final Stack stack;
  private final OrderDatabase database;
  private int shops;

  private OrderWorld(Stack stack, OrderDatabase database) {
    this.stack = stack;
    this.database = database;
  }

  /** The working tree is the folder above this module. */
  static OrderWorld start() {
    try {
      Stack stack = Stack.start(new Workspace(Path.of("..")), ChaosOptions.stack());
      return new OrderWorld(stack, OrderDatabase.of(stack));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The stack did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Stack stack() {
    return stack;
  }

  OrderDatabase database() {
    return database;
  }

  Mailbox mailbox() {
    return stack.outside().mail();
  }

  /** A shop of its own for each test; deliveries take turns between the replicas. */
  OrderShop shop(ReviewRules rules) throws IOException {
    shops++;
    return OrderShop.open(stack, ShopOptions.named("shop-" + shops), rules);
  }

  /** An address of a customer of this shop, at nobody else's. */
  static String customerOf(OrderShop shop, String name) {
    return name + "@" + shop.domain();
  }

  /** The shop's merchant at each replica. */
  List<OrderApi> merchants() {
    String token = stack.tokenFor(Person.MERCHANT);
    return replicas().stream().map(url -> new OrderApi(url, token)).toList();
  }

  /** Where the replicas answer. */
  List<URI> replicas() {
    return stack.instancesOf(ServiceName.ORDER).stream()
        .map(ServiceProcess::launch)
        .map(launch -> launch.url())
        .toList();
  }

  List<ArrivedMail> mailsTo(String address) {
    return mailbox().mails().stream().filter(mail -> mail.recipient().equals(address)).toList();
  }

  /** Takes back what a test before has spoiled. */
  void calm() {
    mailbox().smtp().faults().clear();
    mailbox().clear();
    stack.outside().simulators().shopify().faults().clear();
    stack
        .outside()
        .simulators()
        .shopify()
        .webhooks()
        .rules(DeliveryRules.real().inThousandths().keepingSubscriptions());
    stack.outside().simulators().shopify().webhooks().mischief(Mischief.none());
  }

  @Override
  public void close() throws SQLException {
    database.close();
    stack.close();
  }
}
