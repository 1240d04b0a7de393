package io.daybreak.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.Envelope;
import io.daybreak.kit.queue.QueueUnavailableException;
import io.daybreak.kit.queue.SendFailure;
import io.daybreak.kit.queue.Senders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchSendTest {

  private final List<List<String>> calls = new ArrayList<>();

  @Test
  void aCallCarriesTheOldestMessageOfEachGroup() {
    send(batch -> List.of(), event(1, "a"), event(2, "a"), event(3, "b"), event(4, "a"));

    assertThat(calls).containsExactly(List.of("1", "3"), List.of("2"), List.of("4"));
  }

  @Test
  void aCallCarriesTenMessages() {
    PendingMessage[] many =
        IntStream.range(0, 25).mapToObj(id -> event(id, "g" + id)).toArray(PendingMessage[]::new);

    send(batch -> List.of(), many);

    assertThat(calls).extracting(List::size).containsExactly(10, 10, 5);
  }

  @Test
  void aQueueWithoutOrderIsSentTenByTen() {
    PendingMessage[] many =
        IntStream.range(0, 12)
            .mapToObj(id -> message(Queue.CSV_UPLOADS, id, "same"))
            .toArray(PendingMessage[]::new);

    send(batch -> List.of(), many);

    assertThat(calls).extracting(List::size).containsExactly(10, 2);
  }

  @Test
  void aYoungerMessageNeverOvertakesOneThatFailed() {
    BatchSend sending =
        send(
            batch ->
                IntStream.range(0, batch.size())
                    .filter(position -> batch.get(position).deduplicationId().equals("1"))
                    .mapToObj(position -> new SendFailure(position, "InternalError", false))
                    .toList(),
            event(1, "a"),
            event(2, "b"),
            event(3, "a"),
            event(4, "b"));

    assertThat(sending.sent()).containsExactly(2L, 4L);
    assertThat(calls).containsExactly(List.of("1", "2"), List.of("4"));
    assertThat(sending.trouble()).isTrue();
  }

  @Test
  void whatSqsWillNeverTakeIsSetAsideAndTheGroupGoesOn() {
    BatchSend sending =
        send(
            batch ->
                batch.get(0).deduplicationId().equals("1")
                    ? List.of(new SendFailure(0, "InvalidMessageContents", true))
                    : List.of(),
            event(1, "a"),
            event(2, "a"));

    assertThat(sending.refused()).containsOnlyKeys(1L);
    assertThat(sending.sent()).containsExactly(2L);
    assertThat(sending.trouble()).isFalse();
  }

  @Test
  void afterACallWithoutAnswerNoneFollows() {
    BatchSend sending =
        send(
            batch -> {
              throw new QueueUnavailableException(Queue.SHEET_EVENTS, "read timed out", null);
            },
            LongStream.range(0, 30)
                .mapToObj(id -> event(id, "g" + id))
                .toArray(PendingMessage[]::new));

    assertThat(calls).hasSize(1);
    assertThat(sending.sent()).isEmpty();
    assertThat(sending.trouble()).isTrue();
  }

  private BatchSend send(
      Function<List<Envelope>, List<SendFailure>> answers, PendingMessage... messages) {
    BatchSend sending =
        new BatchSend(
            Senders.answering(
                batch -> {
                  calls.add(batch.stream().map(Envelope::deduplicationId).toList());
                  return answers.apply(batch);
                }),
            Duration.ofMinutes(1));
    sending.send(messages[0].queue(), List.of(messages));
    return sending;
  }

  private static PendingMessage event(long id, String group) {
    return message(Queue.SHEET_EVENTS, id, group);
  }

  private static PendingMessage message(Queue queue, long id, String group) {
    return new PendingMessage(id, new Envelope(queue, group, "" + id, "RowsWritten", "{}", null));
  }
}
