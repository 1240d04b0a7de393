package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How this service takes messages from SQS. */
@ConfigMapping(prefix = "daybreak.queues")
public interface QueueSettings {

  /** Whether this process consumes any queue; one that only works a Job does not. */
  @WithDefault("true")
  boolean enabled();

  /**
   * How long one receive waits for messages, whole seconds, at most SQS's 20. A stop waits for the
   * receive under way, since SQS may just be handing out messages to it.
   */
  @WithDefault("20s")
  Duration longPoll();

  /** How long any other call of SQS may take before it counts as failed. */
  @WithDefault("10s")
  Duration callTimeout();

  /** How many groups of a queue, or messages of one that is not FIFO, are in work at once. */
  @WithDefault("4")
  int concurrency();

  /** How long a stop waits for the messages in flight to be finished. */
  @WithDefault("60s")
  Duration stopTimeout();

  /** For how long it is believed that the database is there, or is not, before it is probed. */
  @WithDefault("1s")
  Duration databaseProbe();

  /** How long the database may take to answer the probe before it counts as not reachable. */
  @WithDefault("5s")
  Duration databasePatience();

  /** Overrides {@link Queue#visibilityTimeout()} for every queue; whole seconds. */
  Optional<Duration> visibilityTimeout();

  /** What differs for one queue, by its name without {@code .fifo}. */
  Map<Queue, ConsumerSettings> consumer();

  /** What can differ for one queue. */
  interface ConsumerSettings {

    /** Whether this process consumes this queue. */
    @WithDefault("true")
    boolean enabled();

    /** How many groups or messages of this queue are in work at once, if not as many as of all. */
    Optional<Integer> concurrency();
  }

  default boolean consumes(Queue queue) {
    ConsumerSettings own = consumer().get(queue);
    return enabled() && (own == null || own.enabled());
  }

  default int concurrencyOf(Queue queue) {
    ConsumerSettings own = consumer().get(queue);
    return own == null ? concurrency() : own.concurrency().orElse(concurrency());
  }

  default Duration visibilityTimeoutOf(Queue queue) {
    return visibilityTimeout().orElse(queue.visibilityTimeout());
  }
}
