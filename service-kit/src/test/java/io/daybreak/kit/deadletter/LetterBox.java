package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.kit.work.ExclusiveWork;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Dead letters to try with, and processes that look after them. */
@Singleton
class LetterBox {

  private final Pool pool;
  private final DeadLetterRecorder intake;
  private final DeadLetterClaims claims;
  private final DeadLetterSyncer synchronisation;
  private final DeadLetterReader reader;

  LetterBox(
      Pool pool,
      DeadLetterRecorder intake,
      DeadLetterClaims claims,
      DeadLetterSyncer synchronisation,
      DeadLetterReader reader) {
    this.pool = pool;
    this.intake = intake;
    this.claims = claims;
    this.synchronisation = synchronisation;
    this.reader = reader;
  }

  void empty() {
    ScriptedSync.follow(message -> "in order");
    pool.query("truncate dead_letter, message_failure, exclusive_work").executeAndAwait();
    try (QueueProbe probe = new QueueProbe()) {
      probe.purge(Queue.SHEET_COMMANDS);
      probe.purge(Queue.REVIEW_MAILS);
    }
  }

  /** Another process that looks after dead letters. */
  DeadLetterSweep replica(ExclusiveWork alone, DeadLetterSettings settings) {
    return new DeadLetterSweep(
        List.of(new ScriptedSync.OfCommands(), new ScriptedSync.OfMails()),
        alone,
        intake,
        claims,
        synchronisation,
        reader,
        settings);
  }

  /** Puts a command that died on its queue among the dead letters; returns its run. */
  static UUID deadCommand() {
    UUID run = UUID.randomUUID();
    put(Queue.SHEET_COMMANDS, "AbandonTab", "{\"runId\":\"%s\",\"spreadsheetId\":\"s\"}", run);
    return run;
  }

  static UUID deadMail() {
    UUID mail = UUID.randomUUID();
    put(Queue.REVIEW_MAILS, "ReviewMailDue", "{\"mailId\":\"%s\"}", mail);
    return mail;
  }

  private static void put(Queue queue, String type, String body, UUID id) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(queue, "s", type, body.formatted(id));
    }
  }

  /** The states of all letters, the oldest first. */
  List<DeadLetterState> states() {
    return StreamSupport.stream(
            pool.query("select state from dead_letter order by recorded_at, sent_at")
                .executeAndAwait()
                .spliterator(),
            false)
        .map(row -> DeadLetterState.valueOf(row.getString("state")))
        .toList();
  }

  /** The letter about a run or mail, as operators see it. */
  DeadLetterView about(UUID id) {
    return DeadLetterView.whole(
        pool.preparedQuery("select * from dead_letter where body like '%' || $1 || '%'")
            .executeAndAwait(Tuple.of(id.toString()))
            .iterator()
            .next());
  }

  void execute(String sql) {
    pool.query(sql).executeAndAwait();
  }
}
