package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which letters an operator wants to see.
 *
 * @param page number of the page, from 0
 * @param size letters a page has at most
 */
public record DeadLetterSearch(
    @QueryParam("state") @Nullable DeadLetterState state,
    @QueryParam("queue") @Nullable Queue queue,
    @QueryParam("page") @DefaultValue("0") @Min(0) @Max(100_000) int page,
    @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {

  long offset() {
    return (long) page * size;
  }
}
