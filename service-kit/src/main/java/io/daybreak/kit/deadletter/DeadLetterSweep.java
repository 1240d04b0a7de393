package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.work.ExclusiveWork;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One look after the dead letters of this service's queues. A lease lets one process in the cluster
 * do it at a time, letter after letter: what collided once meets nobody the second time.
 */
@ApplicationScoped
class DeadLetterSweep {

  private static final String NAME = "dead-letters";

  private final Map<Queue, DeadLetterSync<Message>> syncs = new EnumMap<>(Queue.class);
  private final ExclusiveWork alone;
  private final DeadLetterRecorder intake;
  private final DeadLetterClaims claims;
  private final DeadLetterSyncer synchronisation;
  private final DeadLetterReader reader;
  private final DeadLetterSettings settings;

  DeadLetterSweep(
      @All List<DeadLetterSync<?>> syncs,
      ExclusiveWork alone,
      DeadLetterRecorder intake,
      DeadLetterClaims claims,
      DeadLetterSyncer synchronisation,
      DeadLetterReader reader,
      DeadLetterSettings settings) {
    this.alone = alone;
    this.intake = intake;
    this.claims = claims;
    this.synchronisation = synchronisation;
    this.reader = reader;
    this.settings = settings;
    for (DeadLetterSync<?> sync : syncs) {
      if (this.syncs.put(sync.queue(), anyMessage(sync)) != null) {
        throw new IllegalStateException("Two beans synchronise dead letters of " + sync.queue());
      }
    }
  }

  /** Whether this service has queues whose dead letters it can synchronise. */
  boolean hasWork() {
    return !syncs.isEmpty();
  }

  /** Takes in and synchronises what is there, blocking; nothing while another process does. */
  void run(BooleanSupplier goOn) {
    alone.run(NAME, settings.lease(), claim -> work(() -> goOn.getAsBoolean() && claim.held()));
  }

  private void work(BooleanSupplier may) {
    int abandoned = claims.giveUpAbandoned(syncs.keySet());
    if (abandoned > 0) {
      Log.warnf("%d dead letters lost the process that synchronised them", abandoned);
    }
    syncs.keySet().forEach(queue -> takeIn(queue, may));
    unpark();
    Optional<ClaimedDeadLetter> letter = next(may);
    while (letter.isPresent()) {
      synchronisation.synchronise(letter.get(), syncs.get(letter.get().queue()));
      letter = next(may);
    }
    claims.forgetOldOnes();
  }

  /** What a newer version sent while an older one handled it waits for this. */
  private void unpark() {
    int unparked = claims.unpark(syncs.keySet(), reader::readable);
    if (unparked > 0) {
      Log.infof("%d dead letters that an older version could not read are due", unparked);
    }
  }

  private Optional<ClaimedDeadLetter> next(BooleanSupplier may) {
    return may.getAsBoolean() ? claims.claim(syncs.keySet()) : Optional.empty();
  }

  /** One queue that cannot be asked keeps nothing else from being looked after. */
  private void takeIn(Queue queue, BooleanSupplier may) {
    try {
      intake.takeIn(queue, may);
    } catch (SdkException e) {
      Log.warnf("No dead letters can be taken from %s: %s", queue.deadLetterName(), e.getMessage());
    }
  }

  /** Letters of another type are parked, so that the type fits. */
  @SuppressWarnings("unchecked")
  private static DeadLetterSync<Message> anyMessage(DeadLetterSync<?> sync) {
    return (DeadLetterSync<Message>) sync;
  }
}
