package io.daybreak.kit.queue;

import io.daybreak.contracts.queue.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A message as it travels.
 *
 * @param type its name in {@link io.daybreak.contracts.MessageTypes}
 * @param body its JSON
 * @param traceparent the trace it belongs to, as W3C Trace Context writes it; null for none
 */
public record Envelope(
    Queue queue,
    String group,
    String deduplicationId,
    String type,
    String body,
    @Nullable String traceparent) {}
