package io.daybreak.acceptance.deadletter;

import io.daybreak.acceptance.orders.OrderShop;
import io.daybreak.acceptance.orders.ReviewRules;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RowTrap;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.shopify.order.NewOrder;
import io.daybreak.simulators.shopify.shop.ShopOptions;
import io.daybreak.stack.service.ServiceName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Work of every queue that cannot be done, because the database refuses it to everybody.
 *
 * @param shopOfOrders whose orders are refused
 * @param uploads that nobody can claim
 * @param lostCommands sets whose first command is refused
 * @param lostEvents sets whose first event is refused
 */
record Collisions(
    OrderShop shopOfOrders,
    List<Uploads.Dropped> uploads,
    List<RawData> lostCommands,
    List<RawData> lostEvents,
    List<RowTrap> traps) {

  /** How much of it each queue gets. */
  static final int OF_EACH = 3;

  static Collisions begin(World world) throws IOException, SQLException {
    OrderShop shopOfOrders = shop(world, "collisions");
    OrderShop shopOfMails = shop(world, "mails");
    List<String> refusedSpreadsheets = spreadsheets(world);
    List<RowTrap> traps =
        List.of(
            trap(world, ServiceName.ORDER, "shop_order", of(world, shopOfOrders)),
            trap(
                world,
                ServiceName.ORDER,
                "review_mail",
                of(world, shopOfMails) + " and new.state = 'SENDING'"),
            trap(world, ServiceName.IMPORT, "csv_upload", "new.state = 'CLAIMED'"),
            trap(world, ServiceName.IMPORT, "run", "new.state = 4"),
            trap(
                world,
                ServiceName.SHEET,
                "tab_write",
                "new.in_hand_seq = 0 and new.spreadsheet_id in ('%s')"
                    .formatted(String.join("', '", refusedSpreadsheets))));
    for (int i = 0; i < OF_EACH; i++) {
      placeAndFulfil(shopOfOrders, i);
      placeAndFulfil(shopOfMails, i);
    }
    return new Collisions(
        shopOfOrders,
        uploads(world),
        imports(world, refusedSpreadsheets),
        imports(world, spreadsheets(world)),
        traps);
  }

  /** From now on everything can be done. */
  void end() throws SQLException {
    for (RowTrap trap : traps) {
      trap.close();
    }
  }

  private static RowTrap trap(World world, ServiceName service, String table, String condition)
      throws SQLException {
    return RowTrap.refusing(world.database(service), table, condition);
  }

  private static String of(World world, OrderShop shop) {
    return "new.shop_id = "
        + world
            .database(ServiceName.ORDER)
            .number("select id from shop where domain = ?", shop.domain());
  }

  private static OrderShop shop(World world, String name) throws IOException {
    return OrderShop.open(world.stack(), ShopOptions.named(name), ReviewRules.atOnce());
  }

  private static void placeAndFulfil(OrderShop shop, int number) {
    NewOrder order = NewOrder.by("customer" + number + "@" + shop.domain());
    long id = shop.shop().orders().create(order).order().id();
    shop.shop().pay(id, null);
    shop.shop().fulfil(id, null);
  }

  private static List<Uploads.Dropped> uploads(World world) {
    List<Uploads.Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      Uploads uploads = Uploads.ofPlainTable(world);
      dropped.add(new Uploads.Dropped(uploads, uploads.drop("id,day,note\n1,2026-11-20,a\n")));
    }
    return dropped;
  }

  private static List<String> spreadsheets(World world) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      ids.add(world.spreadsheets().create());
    }
    return ids;
  }

  /** Each with a key of its own, so that they run at the same time. */
  private static List<RawData> imports(World world, List<String> spreadsheets) {
    Marketer marketer = world.newcomer();
    List<RawData> sets = new ArrayList<>();
    for (String spreadsheet : spreadsheets) {
      AccountSpec account = world.account();
      sets.add(marketer.imports(RawDataOrder.of(account, spreadsheet)));
    }
    return sets;
  }
}
