package io.daybreak.contracts.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueTest {

  @ParameterizedTest
  @EnumSource
  void aQueueAndItsDeadLettersAreOfTheSameKindAsSqsDemands(Queue queue) {
    assertThat(queue.queueName().endsWith(".fifo")).isEqualTo(queue.fifo());
    assertThat(queue.deadLetterName().endsWith(".fifo")).isEqualTo(queue.fifo());
  }

  @ParameterizedTest
  @EnumSource
  void namesKeepWithinWhatSqsAllows(Queue queue) {
    assertThat(queue.deadLetterName()).hasSizeLessThanOrEqualTo(80).matches("[a-z0-9-]+(\\.fifo)?");
  }
}
