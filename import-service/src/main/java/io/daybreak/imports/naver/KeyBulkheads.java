package io.daybreak.imports.naver;

import io.daybreak.kit.budget.WaitInterruptedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A bulkhead for each API key: bounds the calls that this process has under way or waiting with one
 * key, so that no key takes the threads and connections of the others. The annotation
 * {@code @Bulkhead} knows methods only, not keys. Waiting is bounded by the timeouts of the calls
 * that hold the places.
 */
@ApplicationScoped
class KeyBulkheads {

  private final int callsAtOnce;
  private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();

  KeyBulkheads(NaverConfig config) {
    this.callsAtOnce = config.callsAtOnceAndKey();
  }

  /**
   * Waits for a place, blocking and interruptible, and makes the call.
   *
   * @throws WaitInterruptedException if the thread is interrupted; its interrupt flag is set
   */
  <T> T call(UUID apiKeyId, Supplier<T> call) {
    Semaphore free = places.computeIfAbsent(apiKeyId, key -> new Semaphore(callsAtOnce, true));
    try {
      free.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException();
    }
    try {
      return call.get();
    } finally {
      free.release();
    }
  }
}
