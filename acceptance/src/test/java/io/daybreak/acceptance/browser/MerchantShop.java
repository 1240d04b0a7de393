package io.daybreak.acceptance.browser;

import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpPhase;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.util.List;

/** A shop of the merchant's for one test, with one customer. */
record MerchantShop(OrderShop shop) {

  static MerchantShop open(Stack stack, String name, ReviewRules rules) {
    try {
      return new MerchantShop(OrderShop.open(stack, ShopOptions.named(name), rules));
    } catch (IOException e) {
      throw new IllegalStateException("The shop could not be opened", e);
    }
  }

  String domain() {
    return shop.domain();
  }

  String customer() {
    return "customer@" + domain();
  }

  /** The customer orders, pays, and the parcel leaves. */
  Order sell() {
    Order order = shop.shop().orders().create(NewOrder.by(customer())).order();
    shop.shop().pay(order.id(), null);
    return shop.shop().fulfil(order.id(), null);
  }

  /** The mail server does this with the next message to the customer. */
  void mailServerWill(SmtpFault fault) {
    shop.mailbox()
        .smtp()
        .faults()
        .add(SmtpFaultRule.at(SmtpPhase.MESSAGE, fault).to(customer()).times(1));
  }

  /** What the customer got. */
  List<ArrivedMail> mails() {
    return shop.mailbox().mails().stream()
        .filter(mail -> mail.recipient().equals(customer()))
        .toList();
  }
}
