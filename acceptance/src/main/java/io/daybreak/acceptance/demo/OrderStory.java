package io.daybreak.acceptance.demo;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.mail.MailText;
import io.daybreak.stack.start.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** One order, told three times and out of order, and the proof that it became one mail. */
final class OrderStory {

  private final Screen screen;
  private final Stack stack;

  OrderStory(Screen screen, Stack stack) {
    this.screen = screen;
    this.stack = stack;
  }

  /** Whether there is exactly one order, one line of history and one mail. */
  boolean tell() throws IOException, SQLException, InterruptedException {
    screen.heading("A shop at Shopify, which asks for a review when the parcel leaves");
    try (DemoOrder order = DemoOrder.place(stack)) {
      screen.done("registered: " + screen.faint(order.shop()));
      screen.heading("A customer orders: %s, %s".formatted(order.name(), order.customer()));
      created(order);
      outOfOrder(order);
      fulfilled(order);
      return prove(order);
    }
  }

  private void created(DemoOrder order) throws IOException, SQLException, InterruptedException {
    List<Integer> answers = order.tellCreation();
    screen.done(
        "created: Shopify delivers the webhook %d times, answered %s; orders stored: %d"
            .formatted(answers.size(), answers, order.stored().size()));
  }

  private void outOfOrder(DemoOrder order) throws IOException, SQLException, InterruptedException {
    List<String> seen = order.tellOutOfOrder();
    screen.done(
        "updated out of order: after the newest version it is %s, after the older one still %s"
            .formatted(seen.get(0), seen.get(1)));
  }

  private void fulfilled(DemoOrder order) throws IOException, SQLException, InterruptedException {
    List<Integer> answers = order.fulfil();
    screen.done("fulfilled: %d deliveries of three topics".formatted(answers.size()));
    order.awaitQuiet();
    JsonObject mail = order.history().get(0);
    String reason = Objects.requireNonNullElse(mail.getString("reasonText"), "");
    screen.done("the review mail is %s %s".formatted(mail.getString("state"), reason).strip());
  }

  private boolean prove(DemoOrder order) throws IOException {
    List<ArrivedMail> mails = order.arrived();
    screen.heading("The mail, as its reader gets it");
    mails.forEach(mail -> new MailText(mail).lines().forEach(line -> screen.line("  " + line)));
    screen.heading("Counted when nothing was under way any more");
    int stored = order.stored().size();
    int lines = order.history().size();
    TextTable table =
        new TextTable(List.of(TextTable.Column.of(""), TextTable.Column.of("number")))
            .row(List.of("webhooks delivered", Integer.toString(order.deliveries())))
            .row(List.of("orders stored", Integer.toString(stored)))
            .row(List.of("lines in the history of mails", Integer.toString(lines)))
            .row(List.of("mails that arrived", Integer.toString(mails.size())));
    table.lines().forEach(line -> screen.line("  " + line));
    boolean one = stored == 1 && lines == 1 && mails.size() == 1;
    if (one) {
      screen.done(screen.bold("One order, one mail."));
    } else {
      screen.wrong("There must be one order, one line of history and one mail.");
    }
    return one;
  }
}
