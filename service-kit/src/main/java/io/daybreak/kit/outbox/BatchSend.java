package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.queue.QueueUnavailableException;
import io.daybreak.kit.queue.SendFailure;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pass over waiting messages. Each call of SQS carries at most one message of a group, the
 * group's oldest: the messages of a batch succeed and fail on their own, so that a younger one
 * beside it could overtake it.
 */
class BatchSend {

  private static final int BATCH = 10;

  private final List<Long> sent = new ArrayList<>();
  private final Map<Long, String> refused = new LinkedHashMap<>();
  private final QueueSender sender;
  private final long end;
  private boolean trouble;

  /**
   * @param limit after which no further call is begun; what is left is for the next pass
   */
  BatchSend(QueueSender sender, Duration limit) {
    this.sender = sender;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** The messages that SQS has. */
  List<Long> sent() {
    return sent;
  }

  /** The messages that SQS will never take, with its reason. */
  Map<Long, String> refused() {
    return refused;
  }

  /** Whether SQS is not well, so that trying again at once makes no sense. */
  boolean trouble() {
    return trouble;
  }

  /** Sends what can be sent of a queue's messages, in their order; blocks. */
  void send(Queue queue, List<PendingMessage> messages) {
    Deque<Deque<PendingMessage>> groups =
        messages.stream()
            .collect(
                Collectors.groupingBy(
                    PendingMessage::group,
                    LinkedHashMap::new,
                    Collectors.toCollection(ArrayDeque::new)))
            .values()
            .stream()
            .collect(Collectors.toCollection(ArrayDeque::new));
    try {
      while (!groups.isEmpty() && System.nanoTime() - end < 0) {
        sendOldest(queue, groups);
      }
    } catch (QueueUnavailableException e) {
      trouble = true;
      Log.warnf("%s Its messages wait in the outbox.", e.getMessage());
    }
  }

  /** Sends the oldest message of up to ten groups; those with more to send go to the end. */
  private void sendOldest(Queue queue, Deque<Deque<PendingMessage>> groups) {
    List<Deque<PendingMessage>> turn = new ArrayList<>(BATCH);
    while (turn.size() < BATCH && !groups.isEmpty()) {
      turn.add(groups.remove());
    }
    Map<Integer, SendFailure> failures =
        sender
            .sendAll(queue, turn.stream().map(group -> group.element().envelope()).toList())
            .stream()
            .collect(Collectors.toMap(SendFailure::position, Function.identity()));
    for (int position = 0; position < turn.size(); position++) {
      Deque<PendingMessage> group = turn.get(position);
      if (settle(group.remove(), failures.get(position)) && !group.isEmpty()) {
        groups.add(group);
      }
    }
  }

  /** Notes what became of a message; returns whether the group's next one may be sent. */
  private boolean settle(PendingMessage message, @Nullable SendFailure failure) {
    if (failure == null) {
      sent.add(message.id());
      return true;
    }
    if (failure.senderFault()) {
      refused.put(message.id(), failure.reason());
      Log.errorf(
          "%s in the outbox (%d) is refused for good: %s",
          message.envelope().type(), message.id(), failure.reason());
      return true;
    }
    trouble = true;
    Log.warnf(
        "%s in the outbox (%d) and those behind it wait: %s",
        message.envelope().type(), message.id(), failure.reason());
    return false;
  }
}
