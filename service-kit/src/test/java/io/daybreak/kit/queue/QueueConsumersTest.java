package io.daybreak.kit.queue;

import static io.daybreak.kit.queue.Commands.command;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(ShortVisibility.class)
class QueueConsumersTest {

  private static final Queue QUEUE = Queue.SHEET_COMMANDS;

  @Inject SqsClient sqs;
  @Inject QueueSender sender;
  @Inject QueueConsumers consumers;
  @Inject ScriptedHandler handler;

  private QueueProbe probe;

  @BeforeEach
  void emptyQueues() {
    handler.follow(command -> {});
    probe = new QueueProbe();
    probe.purge(QUEUE);
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void aMessageIsHandledAndThenGone() {
    FinishTab command = command("sheet", 3);

    sender.send(command);

    await().until(() -> handler.finished().size() == 1);
    assertThat(handler.finished()).containsExactly(command);
    await().until(() -> probe.size(QUEUE) == 0);
    assertThat(probe.takeDeadLetters(QUEUE)).isEmpty();
  }

  @Test
  void unknownFieldsOfANewerVersionAreIgnored() {
    String newer =
        "{\"runId\":\"%s\",\"spreadsheetId\":\"sheet\",\"colour\":\"green\"}"
            .formatted(UUID.randomUUID());
    probe.put(QUEUE, "group", UUID.randomUUID().toString(), "AbandonTab", newer);

    await().until(() -> handler.finished().size() == 1);
    assertThat(handler.finished().get(0)).isInstanceOf(AbandonTab.class);
  }

  @Test
  void aLongMessageStaysHiddenWhileItIsInHand() {
    CountDownLatch end = new CountDownLatch(1);
    handler.follow(command -> waitFor(end));

    sender.send(command("sheet", 0));

    await()
        .during(ShortVisibility.TIMEOUT.multipliedBy(3))
        .atMost(ofSeconds(15))
        .until(() -> handler.begun().size() <= 1 && probe.takeDeadLetters(QUEUE).isEmpty());
    end.countDown();
    await().until(() -> probe.size(QUEUE) == 0);
    assertThat(handler.finished()).hasSize(1);
    assertThat(probe.takeDeadLetters(QUEUE)).isEmpty();
  }

  @Test
  void groupsKeepTheirOrderAndRunBesideEachOtherWithinTheBound() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    handler.follow(
        command -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          two.countDown();
          waitFor(two); // passes only when two groups are in hand at the same time
          now.decrementAndGet();
        });
    List<UUID> runs = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    for (int sequence = 0; sequence < 20; sequence++) {
      for (UUID run : runs) {
        sender.send(command(run, "sheet-of-" + run, sequence));
      }
    }

    await().atMost(ofSeconds(30)).until(() -> handler.finished().size() == 60);
    for (UUID run : runs) {
      assertThat(handler.begun().stream().filter(command -> command.runId().equals(run)))
          .extracting(SheetCommand::sequence)
          .isSorted()
          .hasSize(20);
    }
    assertThat(most.get()).isBetween(2, ShortVisibility.CONCURRENCY);
  }

  @Test
  void aStopFinishesWhatIsInHandAndTakesNothingNew() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    handler.follow(command -> waitFor(end));
    sender.send(command("in-hand", 0));
    await().until(() -> handler.begun().size() == 1);

    CompletableFuture<Void> stop = CompletableFuture.runAsync(this::stopConsumers);
    await()
        .during(ofSeconds(2)) // longer than the receive under way
        .atMost(ofSeconds(5))
        .until(() -> !stop.isDone());
    sender.send(command("too-late", 0));
    end.countDown();
    stop.get();

    assertThat(handler.finished()).hasSize(1);
    assertThat(probe.size(QUEUE)).isEqualTo(1);
    assertThat(probe.takeDeadLetters(QUEUE)).isEmpty();

    consumers.start(new StartupEvent());
    await().until(() -> handler.finished().size() == 2);
    assertThat(probe.takeDeadLetters(QUEUE)).isEmpty();
  }

  @Test
  void theTraceOfTheSenderReachesTheHandlerAndItsLog() {
    List<Object> seen = new ArrayList<>();
    handler.follow(
        command -> {
          seen.add(MDC.get("traceId"));
          seen.add(MDC.get("messageGroup"));
        });
    SpanContext trace =
        SpanContext.create(
            "4bf92f3577b34da6a3ce929d0e0e4736",
            "00f067aa0ba902b7",
            TraceFlags.getDefault(),
            TraceState.getDefault());

    try (Scope current = Context.root().with(Span.wrap(trace)).makeCurrent()) {
      sender.send(command("traced", 0));
    }

    await().until(() -> handler.finished().size() == 1);
    assertThat(seen).containsExactly(trace.getTraceId(), "traced");
  }

  @Test
  void theServicesOwnClientMakesOneAttempt() {
    assertThat(
            sqs.serviceClientConfiguration()
                .overrideConfiguration()
                .retryStrategy()
                .orElseThrow()
                .maxAttempts())
        .isEqualTo(1);
  }

  private void stopConsumers() {
    try {
      consumers.stop(new ShutdownEvent());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
