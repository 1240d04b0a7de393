package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Senders for tests of other packages. */
public final class Senders {

  private Senders() {}

  /** A real sender over another client. */
  public static QueueSender over(SqsClient sqs, Envelopes envelopes, QueueSettings settings) {
    return new QueueSender(sqs, new QueueUrls(sqs, settings), envelopes, settings);
  }

  /** A sender to an SQS that answers as told: nobody can make a real one fail for one entry. */
  public static QueueSender answering(Function<List<Envelope>, List<SendFailure>> answers) {
    return new QueueSender(null, null, null, null) {
      @Override
      public List<SendFailure> sendAll(Queue queue, List<Envelope> batch) {
        return answers.apply(batch);
      }
    };
  }
}
