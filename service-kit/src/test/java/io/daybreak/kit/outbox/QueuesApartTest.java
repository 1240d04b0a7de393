package io.daybreak.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.outbox.OutboxPass.Result;
import io.daybreak.kit.queue.Envelopes;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.queue.QueueSettings;
import io.daybreak.kit.queue.Senders;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedQueues;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One queue's trouble, whatever it is, is no other queue's. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(RelayDrivenByTest.class)
class QueuesApartTest {

  private static final String ADD =
      """
      insert into outbox (queue, message_group, deduplication_id, type, body, added_at)
      values ($1, 'g', $2, $3, $4, now() - make_interval(secs => $5))
      """;

  @Inject Pool pool;
  @Inject BlockingSql sql;
  @Inject Outbox outbox;
  @Inject OutboxPass pass;
  @Inject OutboxMetrics metrics;
  @Inject OutboxRule rule;
  @Inject OutboxSettings settings;
  @Inject Envelopes envelopes;
  @Inject QueueSettings queueSettings;
  @Inject MeterRegistry registry;

  private QueueProbe probe;

  @BeforeEach
  void empty() {
    probe = new QueueProbe();
    probe.purge(Queue.SHEET_EVENTS);
    probe.purge(Queue.CSV_UPLOADS);
    pool.query("delete from outbox").executeAndAwait();
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void aRowOfAQueueThatThisVersionDoesNotKnowWaitsForOneThatDoes() throws Exception {
    addRow("LOYALTY_EVENTS", "PointsGiven", "{}", 25);
    OutboxRelay relay = new OutboxRelay(pass, new Patient(), sql);
    relay.start(new StartupEvent());
    addRow("SHEET_EVENTS", "RowsWritten", "{}", 0);
    relay.nudge();

    await("the known queue's message is sent").until(() -> probe.size(Queue.SHEET_EVENTS) == 1);
    relay.stop(new ShutdownEvent());

    assertThat(rows("LOYALTY_EVENTS")).isEqualTo(1);
    metrics.read().await().indefinitely();
    assertThat(gauge("daybreak.outbox.waiting", "unknown")).isEqualTo(1);
    assertThat(gauge("daybreak.outbox.age.seconds", "unknown")).isGreaterThanOrEqualTo(25);
    assertThat(rule.evaluate(Instant.now()).count()).isEqualTo(1);
  }

  @Test
  void theAgeRisesWhileNoRelayWorks() {
    addRow("SHEET_EVENTS", "RowsWritten", "{}", 400);
    addRow("SHEET_EVENTS", "RowsWritten", "{}", 1);

    metrics.read().await().indefinitely();

    assertThat(gauge("daybreak.outbox.age.seconds", "sheet-events.fifo"))
        .isGreaterThanOrEqualTo(400);
    assertThat(gauge("daybreak.outbox.waiting", "sheet-events.fifo")).isEqualTo(2);
    assertThat(rule.evaluate(Instant.now()).count()).as("people are told").isEqualTo(2);

    pool.query("delete from outbox").executeAndAwait();
    metrics.read().await().indefinitely();
    assertThat(gauge("daybreak.outbox.age.seconds", "sheet-events.fifo")).isZero();
    assertThat(rule.evaluate(Instant.now())).isEqualTo(Finding.NONE);
  }

  @Test
  void aQueueThatIsGoneStopsNoOther() throws Exception {
    EmbeddedQueues own = new EmbeddedQueues();
    Map<String, String> config = own.start();
    try (SqsClient sqs =
        EmbeddedQueues.client(URI.create(config.get("quarkus.sqs.endpoint-override")))) {
      sqs.deleteQueue(request -> request.queueUrl(url(sqs, Queue.REVIEW_MAILS)));
      for (int mail = 0; mail < 3 * new Patient().batch(); mail++) {
        add(new ReviewMailDue(UUID.randomUUID()));
      }
      add(new RowsWritten(UUID.randomUUID(), 1));
      OutboxRelay relay = new OutboxRelay(over(sqs), new Patient(), sql);

      relay.start(new StartupEvent());

      await("the message behind those of the broken queue is sent")
          .until(() -> rows("SHEET_EVENTS") == 0);
      relay.stop(new ShutdownEvent());
      assertThat(rows("REVIEW_MAILS")).isEqualTo(3L * new Patient().batch());
    } finally {
      own.stop();
    }
  }

  @Test
  void aQueueThatDoesNotAnswerHoldsUpNoOther() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    QueueSender slow =
        Senders.answering(
            batch -> {
              if (batch.get(0).queue() == Queue.REVIEW_MAILS) {
                waitFor(answer);
              }
              return List.of();
            });
    OutboxRelay relay =
        new OutboxRelay(new OutboxPass(pool, slow, metrics, settings), new Patient(), sql);
    add(new ReviewMailDue(UUID.randomUUID()));
    relay.start(new StartupEvent());
    add(new RowsWritten(UUID.randomUUID(), 1));
    relay.nudge();

    await("the other queue's message is sent").until(() -> rows("SHEET_EVENTS") == 0);
    assertThat(rows("REVIEW_MAILS")).isEqualTo(1);

    answer.countDown();
    relay.stop(new ShutdownEvent());
    assertThat(rows("REVIEW_MAILS")).isZero();
  }

  @Test
  void aMessageForWhichSqsRefusesTheWholeCallIsFoundAndSetAside() {
    addRow("CSV_UPLOADS", "CsvUploadReceived", "{}", 0);
    addRow("CSV_UPLOADS", "CsvUploadReceived", "x".repeat(2_000_000), 0);
    addRow("CSV_UPLOADS", "CsvUploadReceived", "{}", 0);

    assertThat(pass.run(Queue.CSV_UPLOADS).await().indefinitely()).isEqualTo(Result.PROGRESS);

    assertThat(probe.size(Queue.CSV_UPLOADS)).isEqualTo(2);
    assertThat(rows("CSV_UPLOADS")).isEqualTo(1);
    metrics.read().await().indefinitely();
    assertThat(gauge("daybreak.outbox.refused", "csv-uploads")).isEqualTo(1);
    assertThat(rule.evaluate(Instant.now()).count()).isEqualTo(1);
  }

  private OutboxPass over(SqsClient sqs) {
    return new OutboxPass(pool, Senders.over(sqs, envelopes, queueSettings), metrics, settings);
  }

  private void add(Message message) {
    pool.withTransaction(connection -> outbox.add(connection, message)).await().indefinitely();
  }

  private void addRow(String queue, String type, String body, double ageSeconds) {
    pool.preparedQuery(ADD)
        .executeAndAwait(Tuple.of(queue, UUID.randomUUID().toString(), type, body, ageSeconds));
  }

  private long rows(String queue) {
    return pool.preparedQuery("select count(*) from outbox where queue = $1")
        .executeAndAwait(Tuple.of(queue))
        .iterator()
        .next()
        .getLong(0);
  }

  private double gauge(String name, String queue) {
    return registry.get(name).tag("queue", queue).gauge().value();
  }

  private static String url(SqsClient sqs, Queue queue) {
    return sqs.getQueueUrl(request -> request.queueName(queue.queueName())).queueUrl();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
