package io.daybreak.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.kit.outbox.OutboxPass.Result;
import io.daybreak.kit.queue.Envelopes;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.queue.QueueSettings;
import io.daybreak.kit.queue.Senders;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedQueues;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.kit.testing.WireFake;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(RelayDrivenByTest.class)
class OutboxTest {

  private static final Queue QUEUE = Queue.SHEET_EVENTS;

  @Inject Pool pool;
  @Inject BlockingSql sql;
  @Inject Outbox outbox;
  @Inject OutboxPass pass;
  @Inject OutboxMetrics metrics;
  @Inject OutboxSettings settings;
  @Inject QueueSender sender;
  @Inject Envelopes envelopes;
  @Inject QueueSettings queueSettings;

  private final UUID run = UUID.randomUUID();
  private QueueProbe probe;

  @BeforeEach
  void empty() {
    probe = new QueueProbe();
    probe.purge(QUEUE);
    pool.query("delete from outbox").executeAndAwait();
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void aMessageIsSentAfterItsTransactionAndThenForgotten() {
    SqlConnection connection = pool.getConnectionAndAwait();
    var transaction = connection.beginAndAwait();
    outbox.add(connection, rows(1)).await().indefinitely();
    assertThat(pass()).isEqualTo(Result.NOTHING);
    transaction.commitAndAwait();
    connection.closeAndAwait();

    assertThat(pass()).isEqualTo(Result.PROGRESS);

    assertThat(takeRows()).containsExactly(1L);
    assertThat(waiting()).isZero();
    assertThat(pass()).isEqualTo(Result.NOTHING);
  }

  @Test
  void aTransactionThatFailsSendsNothing() {
    assertThatThrownBy(
            () ->
                pool.withTransaction(
                        connection ->
                            outbox
                                .add(connection, rows(1))
                                .chain(
                                    () ->
                                        Uni.createFrom()
                                            .failure(new IllegalStateException("on purpose"))))
                    .await()
                    .indefinitely())
        .isInstanceOf(IllegalStateException.class);

    assertThat(pass()).isEqualTo(Result.NOTHING);
    assertThat(probe.size(QUEUE)).isZero();
  }

  @Test
  void whileSqsIsDownMessagesWaitInTheirOrder() {
    try (WireFake silent = new WireFake(new WireFake.Silence());
        SqsClient nobody = EmbeddedQueues.client(silent.address())) {
      OutboxPass cutOff =
          new OutboxPass(pool, Senders.over(nobody, envelopes, queueSettings), metrics, settings);
      add(rows(1), rows(2));
      assertThat(cutOff.run(QUEUE).await().indefinitely()).isEqualTo(Result.TROUBLE);
      add(rows(3));
      assertThat(cutOff.run(QUEUE).await().indefinitely()).isEqualTo(Result.TROUBLE);
    }
    assertThat(waiting()).isEqualTo(3);

    assertThat(pass()).isEqualTo(Result.PROGRESS);

    assertThat(takeRows()).containsExactly(1L, 2L, 3L);
    assertThat(waiting()).isZero();
  }

  @Test
  void aCrashBetweenSendingAndForgettingDoublesNothing() {
    add(rows(1), rows(2));
    assertThatThrownBy(
            () ->
                pool.withTransaction(
                        connection ->
                            OutboxTable.oldest(connection, QUEUE, 10)
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .invoke(
                                    messages ->
                                        new BatchSend(sender, Duration.ofMinutes(1))
                                            .send(QUEUE, messages))
                                .chain(
                                    () ->
                                        Uni.createFrom()
                                            .failure(new IllegalStateException("crash"))))
                    .await()
                    .indefinitely())
        .hasMessage("crash");
    assertThat(waiting()).isEqualTo(2);

    assertThat(pass()).isEqualTo(Result.PROGRESS);

    assertThat(takeRows()).containsExactly(1L, 2L);
    assertThat(probe.size(QUEUE)).isEqualTo(2); // the two in hand, and no copies behind them
    assertThat(waiting()).isZero();
  }

  @Test
  void oneRelayWorksAtATime() {
    add(rows(1));
    SqlConnection other = pool.getConnectionAndAwait();
    var transaction = other.beginAndAwait();
    assertThat(OutboxTable.claim(other, QUEUE, Duration.ofMinutes(1)).await().indefinitely())
        .isTrue();

    assertThat(pass()).isEqualTo(Result.ELSEWHERE);

    transaction.rollbackAndAwait();
    other.closeAndAwait();
    assertThat(pass()).isEqualTo(Result.PROGRESS);
  }

  @Test
  void aMessageThatSqsWillNeverTakeIsKeptWithTheReasonAndStopsNothing() {
    add(new AbandonTab(run, "no space allowed in a group"), rows(1));

    assertThat(pass.run(Queue.SHEET_COMMANDS).await().indefinitely()).isEqualTo(Result.PROGRESS);
    assertThat(pass()).isEqualTo(Result.PROGRESS);

    assertThat(takeRows()).containsExactly(1L);
    assertThat(
            pool.query("select refusal from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0))
        .contains("MessageGroupId");
    assertThat(pass()).isEqualTo(Result.NOTHING);
  }

  @Test
  void aNudgeSendsWithoutDelayAndAStopSendsTheRest() throws Exception {
    OutboxRelay relay = new OutboxRelay(pass, new Patient(), sql);
    relay.start(new StartupEvent());

    add(rows(1));
    relay.nudge();
    await().until(() -> waiting() == 0);
    add(rows(2));
    relay.stop(new ShutdownEvent());

    assertThat(takeRows()).containsExactly(1L, 2L);
  }

  private Result pass() {
    return pass.run(QUEUE).await().indefinitely();
  }

  private RowsWritten rows(long count) {
    return new RowsWritten(run, count);
  }

  private void add(Message... messages) {
    for (Message message : messages) {
      pool.withTransaction(connection -> outbox.add(connection, message)).await().indefinitely();
    }
  }

  private long waiting() {
    return pool.query("select count(*) from outbox").executeAndAwait().iterator().next().getLong(0);
  }

  private List<Long> takeRows() {
    return probe.take(QUEUE, 30).stream()
        .map(message -> message.body().replaceAll(".*\"rowsWritten\":(\\d+).*", "$1"))
        .map(Long::valueOf)
        .toList();
  }
}
