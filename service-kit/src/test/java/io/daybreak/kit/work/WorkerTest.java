package io.daybreak.kit.work;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final Duration NEVER = Duration.ofHours(1);

  private final BlockingQueue<Runnable> open = new LinkedBlockingQueue<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private Worker worker;

  @AfterEach
  void stop() throws InterruptedException {
    assertThat(worker.stop(ofSeconds(30))).isTrue();
  }

  @Test
  void aNudgeIsAnsweredWithoutWaitingForThePoll() {
    start(2, NEVER);
    await("the first look").until(() -> looks.get() > 0);

    open.add(done::incrementAndGet);
    worker.nudge();

    await().until(() -> done.get() == 1);
  }

  @Test
  void thePollFindsWhatNobodyGaveNoticeOf() {
    start(1, ofMillis(50));
    await("the first look").until(() -> looks.get() > 0);

    open.add(done::incrementAndGet);

    await().until(() -> done.get() == 1);
  }

  @Test
  void nothingIsClaimedWithoutAFreeSlot() {
    CountDownLatch finish = new CountDownLatch(1);
    for (int i = 0; i < 5; i++) {
      open.add(() -> finishAfter(finish));
    }

    start(2, ofMillis(10));

    await("both slots").until(() -> open.size() == 3);
    await().during(ofMillis(200)).atMost(ofSeconds(20)).until(() -> open.size() == 3);
    finish.countDown();
    await().until(() -> done.get() == 5);
  }

  @Test
  void neitherALookNorAUnitThatFailsEndsTheLoop() {
    open.add(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    AtomicInteger failures = new AtomicInteger();
    worker =
        new Worker(
            "test",
            1,
            ofMillis(10),
            () -> {
              if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("on purpose");
              }
              return Optional.ofNullable(open.poll());
            });
    worker.start();
    open.add(done::incrementAndGet);

    await().until(() -> done.get() == 1);
  }

  @Test
  void aStopFinishesWhatWasClaimedAndClaimsNothingMore() throws InterruptedException {
    CountDownLatch finish = new CountDownLatch(1);
    open.add(() -> finishAfter(finish));
    open.add(done::incrementAndGet);
    start(1, ofMillis(10));
    await("the first is claimed").until(() -> open.size() == 1);

    assertThat(worker.stop(ofMillis(1))).as("it is not finished yet").isFalse();
    finish.countDown();

    assertThat(worker.stop(ofSeconds(30))).isTrue();
    assertThat(done).hasValue(1);
    assertThat(open).hasSize(1);
  }

  private void start(int slots, Duration poll) {
    worker =
        new Worker(
            "test",
            slots,
            poll,
            () -> {
              looks.incrementAndGet();
              return Optional.ofNullable(open.poll());
            });
    worker.start();
  }

  private void finishAfter(CountDownLatch finish) {
    try {
      finish.await();
      done.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
