package io.daybreak.kit.queue;

/**
 * A message that SQS answered not to have taken.
 *
 * @param position the message's place in the batch, from 0
 * @param senderFault whether the message itself is at fault (too large, a character SQS does not
 *     take), so that sending it again would fail again
 */
public record SendFailure(int position, String reason, boolean senderFault) {}
