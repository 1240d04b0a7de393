package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;

/**
 * Fired, synchronously, when a message becomes a dead letter by this process's doing, before any
 * other process can see it as one.
 *
 * @param messageId SQS's id
 */
public record MessageFailed(Queue queue, String messageId, Throwable cause) {}
