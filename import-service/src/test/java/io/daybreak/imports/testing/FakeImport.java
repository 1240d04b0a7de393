package io.daybreak.imports.testing;

import static org.awaitility.Awaitility.await;

import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork;
import io.daybreak.imports.run.RunProgress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that a test decides, by the customer id of the account; 10 rows at once where it does not.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeImport implements ImportWork {

  private final Map<String, ImportWork> byCustomer = new ConcurrentHashMap<>();
  private final List<UUID> started = new CopyOnWriteArrayList<>();

  @Override
  public SentRows execute(ClaimedRun run, RunProgress progress) {
    started.add(run.runId());
    return byCustomer
        .getOrDefault(run.customerId(), (any, how) -> tenRows(how))
        .execute(run, progress);
  }

  public void of(String customerId, ImportWork work) {
    byCustomer.put(customerId, work);
  }

  /** Runs of the account stand still until the gate is opened, or they are stopped. */
  public AtomicBoolean gate(String customerId) {
    AtomicBoolean open = new AtomicBoolean();
    of(
        customerId,
        (run, progress) -> {
          await("the test opens the gate")
              .pollInterval(Duration.ofMillis(20))
              .atMost(Duration.ofMinutes(1))
              .until(
                  () -> {
                    progress.checkCancelled();
                    return open.get();
                  });
          return tenRows(progress);
        });
    return open;
  }

  /** Runs in the order in which their work started, each once. */
  public List<UUID> started() {
    return started;
  }

  public static SentRows tenRows(RunProgress progress) {
    progress.fetched(1, 10);
    return new SentRows(10, 1);
  }
}
