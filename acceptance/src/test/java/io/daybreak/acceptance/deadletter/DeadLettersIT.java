package io.daybreak.acceptance.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.orders.OrderDatabase;
import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RowTrap;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.shopify.ShopifySimulator;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The fault that dead letters are there for, on three replicas of each service: messages of every
 * queue collide and die, and come back without colliding again, while the replica that brings back
 * orders is killed with a letter in hand.
 */
@Isolated("nine processes of its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private World world;
  private Collisions collisions;
  private Letters imports;
  private Letters sheets;
  private Letters orders;
  private JsonNode inHandOfTheDead;

  @BeforeAll
  void collideThenCompete() throws Exception {
    world = World.start(ThreeReplicas.options());
    imports = new Letters(world, ServiceName.IMPORT);
    sheets = new Letters(world, ServiceName.SHEET);
    orders = new Letters(world, ServiceName.ORDER);
    List<Letters> all = List.of(imports, sheets, orders);
    all.forEach(Letters::holdBack);
    collisions = Collisions.begin(world);
    await("all that collides has died").atMost(PATIENCE).until(this::allDied);
    collisions.end();

    ShopifySimulator shopify = world.stack().outside().simulators().shopify();
    shopify.faults().add(FaultRule.on(null, ".*", new Fault.Delay(PATIENCE)).onlyCall(1));
    all.forEach(Letters::release);
    await("Shopify is asked about an order, and does not answer")
        .atMost(PATIENCE)
        .until(() -> Calls.in(shopify.journal()).faulty().count() == 1);
    String handler = orders.handler();
    holderOf(handler).kill();
    inHandOfTheDead =
        await("another replica finds it")
            .atMost(PATIENCE)
            .until(() -> orders.in("FAILED"), failed -> !failed.isEmpty())
            .get(0);
    orders.askAgain(inHandOfTheDead);
    await("every letter is settled")
        .atMost(PATIENCE)
        .until(() -> all.stream().allMatch(letters -> letters.unsettled() == 0));
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void ordersAreAsShopifyHasThem() throws Exception {
    try (OrderDatabase database = OrderDatabase.of(world.stack())) {
      String shop = collisions.shopOfOrders().domain();
      assertThat(database.orders(shop))
          .hasSize(Collisions.OF_EACH)
          .allSatisfy(order -> assertThat(order.financialStatus()).isEqualTo("paid"))
          .allSatisfy(order -> assertThat(order.fulfilmentStatus()).isEqualTo("fulfilled"));
      assertThat(database.deliveriesWaiting(shop)).isZero();
    }
    assertBroughtBack(orders, Queue.SHOPIFY_EVENTS);
  }

  @Test
  void everyOrderGetsOneReviewMail() {
    await("the mails")
        .atMost(PATIENCE)
        .until(() -> world.stack().outside().mail().mails().size() >= 2 * Collisions.OF_EACH);
    assertThat(world.stack().outside().mail().mails())
        .extracting(mail -> mail.recipient())
        .hasSize(2 * Collisions.OF_EACH)
        .doesNotHaveDuplicates();
    assertBroughtBack(orders, Queue.REVIEW_MAILS);
  }

  @Test
  void theLetterOfTheKilledReplicaWaitsForAPerson() {
    assertThat(inHandOfTheDead.path("outcome").asText()).contains("how far it came is not known");
    assertThat(orders.of(Queue.SHOPIFY_EVENTS))
        .filteredOn(letter -> letter.path("attempts").asInt() == 2)
        .extracting(letter -> letter.path("id").asText())
        .containsExactly(inHandOfTheDead.path("id").asText());
  }

  @Test
  void csvUploadsPassOnce() {
    for (Uploads.Dropped dropped : collisions.uploads()) {
      JsonNode upload = dropped.uploads().awaitEnd(dropped.file());
      assertThat(upload.path("state").asText()).as(upload.toString()).isEqualTo("PASSED");
      assertThat(dropped.uploads().objects()).hasSize(1);
      assertThat(dropped.uploads().runs()).hasSize(1);
      assertThat(dropped.uploads().message()).contains("*PASS*");
    }
    assertBroughtBack(imports, Queue.CSV_UPLOADS);
  }

  @Test
  void runsThatLostACommandAreStartedAgainOnce() {
    collisions.lostCommands().forEach(this::assertStartedAgainOnce);
    assertBroughtBack(sheets, Queue.SHEET_COMMANDS);
  }

  @Test
  void runsThatLostAnEventAreStartedAgainOnce() {
    collisions.lostEvents().forEach(this::assertStartedAgainOnce);
    assertBroughtBack(imports, Queue.SHEET_EVENTS);
  }

  private void assertStartedAgainOnce(RawData set) {
    set.await("it succeeds", status -> status.state() == State.SUCCESS);
    assertThat(runs(set.id())).isEqualTo("0 PERSON MESSAGE_LOST, 7 DEAD_LETTER");
    int rows =
        world
            .naver()
            .totals(set.order().account().customerId(), set.firstDay(), set.lastDay())
            .byKey(set.order().format())
            .size();
    assertThat(world.spreadsheets().rows(set.order().spreadsheet(), set.order().tab()))
        .hasSize(2 + rows);
  }

  private String runs(UUID set) {
    return world
        .database(ServiceName.IMPORT)
        .text(
            """
            select string_agg(concat_ws(' ', state, trigger, failure_code), ', '
                              order by queue_number)
            from run where raw_data_id = ?
            """,
            set);
  }

  /** Each letter of a collision; the one attempt was enough but for what was in dead hands. */
  private void assertBroughtBack(Letters letters, Queue queue) {
    assertThat(letters.of(queue))
        .hasSizeGreaterThanOrEqualTo(Collisions.OF_EACH)
        .allSatisfy(
            letter -> {
              assertThat(letter.path("state").asText()).isEqualTo("SYNCED");
              assertThat(letter.path("cause").asText()).contains(RowTrap.REFUSAL);
              if (!letter.path("id").equals(inHandOfTheDead.path("id"))) {
                assertThat(letter.path("attempts").asInt()).isEqualTo(1);
              }
            });
  }

  private boolean allDied() throws Exception {
    try (OrderDatabase database = OrderDatabase.of(world.stack())) {
      String shop = collisions.shopOfOrders().domain();
      return collisions.shopOfOrders().shopify().webhooks().deliveries().underWay() == 0
          && database.deliveriesWaiting(shop) >= 2L * Collisions.OF_EACH
          && orders.died(Queue.SHOPIFY_EVENTS) == database.deliveriesWaiting(shop)
          && orders.died(Queue.REVIEW_MAILS) == Collisions.OF_EACH
          && imports.died(Queue.CSV_UPLOADS) == Collisions.OF_EACH
          && imports.died(Queue.SHEET_EVENTS) == Collisions.OF_EACH
          && sheets.died(Queue.SHEET_COMMANDS) == Collisions.OF_EACH;
    }
  }

  private ServiceProcess holderOf(String process) {
    return world.replicas(ServiceName.ORDER).stream()
        .filter(replica -> process.startsWith(replica.processId() + "@"))
        .findFirst()
        .orElseThrow();
  }
}
