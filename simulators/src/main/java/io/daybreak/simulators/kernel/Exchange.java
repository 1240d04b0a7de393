package io.daybreak.simulators.kernel;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The life of one request: arrival, body, answer, with the fault that befalls it, and journal. */
final class Exchange {

  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

  private final Vertx vertx;
  private final Simulation simulation;
  private final Journal journal;
  private final HttpServerRequest request;
  private final RequestHead head;
  private final Arrival arrival;
  private final Map<String, String> identity;
  private final @Nullable Fault fault;
  private final long sequence;

  Exchange(
      Vertx vertx,
      Simulation simulation,
      Journal journal,
      Faults faults,
      HttpServerRequest request,
      RequestHead head,
      Arrival arrival) {
    this.vertx = vertx;
    this.simulation = simulation;
    this.journal = journal;
    this.request = request;
    this.head = head;
    this.arrival = arrival;
    this.identity = simulation.identify(head);
    this.sequence = journal.begin(arrival, head, identity);
    this.fault = faults.strike(head, identity).map(FaultRule::fault).orElse(null);
    if (fault != null) {
      journal.update(sequence, entry -> entry.faulty(fault.toString()));
    }
  }

  void begin() {
    if (fault instanceof Fault.ResetBefore) {
      request.pause();
      reset();
      return;
    }
    request
        .body()
        .onSuccess(this::bodyArrived)
        .onFailure(gone -> end(JournalEntry.Outcome.ABORTED, 0, 0));
  }

  private void bodyArrived(Buffer body) {
    journal.update(sequence, entry -> entry.received(body.length()));
    if (fault instanceof Fault.Silence) {
      request.response().closeHandler(gone -> end(JournalEntry.Outcome.ABORTED, 0, 0));
      return;
    }
    if (fault instanceof Fault.Status status) {
      Answer.Whole refusal = simulation.refusal(status.status());
      send(
          status.body() == null
              ? refusal
              : new Answer.Whole(
                  refusal.status(), refusal.headers(), Buffer.buffer(status.body())));
      return;
    }
    resolve(handled(new Call(head, arrival, identity, Map.of(), body)));
  }

  private Answer handled(Call call) {
    try {
      return simulation.answer(call);
    } catch (RuntimeException defect) {
      LOG.log(System.Logger.Level.ERROR, () -> "cannot answer " + head.path(), defect);
      return simulation.refusal(500);
    }
  }

  private void resolve(Answer answer) {
    if (answer instanceof Answer.Later later) {
      vertx
          .executeBlocking(later.work(), false)
          .onSuccess(this::resolve)
          .onFailure(
              defect -> {
                LOG.log(System.Logger.Level.ERROR, () -> "cannot answer " + head.path(), defect);
                resolve(simulation.refusal(500));
              });
    } else if (fault instanceof Fault.ResetAfter) {
      reset();
    } else if (fault instanceof Fault.Delay delay && delay.by().toMillis() > 0) {
      vertx.setTimer(delay.by().toMillis(), timer -> send(answer));
    } else {
      send(answer);
    }
  }

  private void send(Answer answer) {
    new ResponseWriter(vertx, request.response(), fault, this::end).send(answer);
  }

  private void reset() {
    Connections.reset(request.connection());
    end(JournalEntry.Outcome.RESET, 0, 0);
  }

  private void end(JournalEntry.Outcome outcome, int status, long bytes) {
    journal.update(sequence, entry -> entry.ended(outcome, status, bytes));
  }
}
