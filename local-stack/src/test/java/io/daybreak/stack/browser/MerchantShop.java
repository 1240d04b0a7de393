package io.daybreak.stack.browser;

import io.daybreak.stack.mail.ArrivedMail;
import io.daybreak.stack.mail.smtp.SmtpFault;
import io.daybreak.stack.mail.smtp.SmtpFaultRule;
import io.daybreak.stack.mail.smtp.SmtpPhase;
import io.daybreak.stack.orders.OrderShop;
import io.daybreak.stack.orders.ReviewRules;
import io.daybreak.stack.run.Stack;
import io.daybreak.stack.shopify.order.NewOrder;
import io.daybreak.stack.shopify.order.Order;
import io.daybreak.stack.shopify.shop.ShopOptions;
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
