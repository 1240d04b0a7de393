package io.daybreak.kit.deadletter;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** Which letter is in whose hands; every step is one conditional statement. All methods block. */
@ApplicationScoped
class DeadLetterClaims {

  private static final String CLAIM =
      """
      with next as (
        select id from dead_letter
        where state = 'WAITING' and due_at <= now() and queue = any($1::text[])
        order by due_at, sent_at
        limit 1
        for update skip locked
      )
      update dead_letter d
      set state = 'SYNCING', state_since = now(), claim = gen_random_uuid(),
          attempts = attempts + 1, outcome = null
      from next
      where d.id = next.id
      returning d.id, d.claim, d.queue, d.type, d.body
      """;

  /** The process that synchronised knows best, even after another one has given it up. */
  private static final String SETTLE =
      """
      update dead_letter set state = $3, state_since = now(), outcome = $4
      where id = $1 and claim = $2 and state in ('SYNCING', 'FAILED')
      """;

  /** How often one letter may meet a database that is away. */
  private static final int DEFERRALS = 5;

  private static final String DEFER =
      """
      update dead_letter
      set state = 'WAITING', state_since = now(), due_at = now(), outcome = null
      where id = $1 and claim = $2 and state in ('SYNCING', 'FAILED') and attempts < $3
      """;

  /**
   * Only the holder of the lease claims letters, so one that finds a claimed letter before it has
   * claimed any finds what a lost process left behind.
   */
  private static final String GIVE_UP =
      """
      update dead_letter
      set state = 'FAILED', state_since = now(),
          outcome = 'The process that synchronised it went away; how far it came is not known'
      where state = 'SYNCING' and queue = any($1::text[])
      """;

  private static final String FORGET =
      """
      with old as (
        delete from message_failure where failed_at < now() - make_interval(secs => $1)
      )
      delete from dead_letter
      where state in ('SYNCED', 'DISCARDED')
        and state_since < now() - make_interval(secs => $1)
      """;

  private static final String PARKED =
      """
      select id, queue, type, body from dead_letter
      where state = 'PARKED' and queue = any($1::text[])
      order by state_since desc
      limit 1000
      """;

  private static final String UNPARK =
      """
      update dead_letter set state = 'WAITING', state_since = now(), due_at = now(), outcome = null
      where id = $1 and state = 'PARKED'
      """;

  private final BlockingSql sql;
  private final DeadLetterSettings settings;

  DeadLetterClaims(BlockingSql sql, DeadLetterSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** Claims the dead letter that is due for longest. */
  Optional<ClaimedDeadLetter> claim(Collection<Queue> queues) {
    return sql.first(CLAIM, names(queues)).map(ClaimedDeadLetter::of);
  }

  void settle(ClaimedDeadLetter letter, DeadLetterState state, String outcome) {
    sql.changed(SETTLE, letter.id(), letter.claim(), state, outcome);
  }

  /**
   * Makes a letter due again, which could not be synchronised because the database was away.
   *
   * @return false if that happened too often, or the letter is not this claim's any more
   */
  boolean defer(ClaimedDeadLetter letter) {
    return sql.changed(DEFER, letter.id(), letter.claim(), DEFERRALS) == 1;
  }

  /**
   * Ends what a lost process had claimed. It is not synchronised again: nothing repeats by itself.
   *
   * @return how many letters it had
   */
  int giveUpAbandoned(Collection<Queue> queues) {
    return sql.changed(GIVE_UP, names(queues));
  }

  /**
   * Makes letters due that an older version could not read and this one can.
   *
   * @param readable whether the type and body of a letter can be read
   * @return how many there were
   */
  int unpark(Collection<Queue> queues, Predicate<Row> readable) {
    int unparked = 0;
    for (Row letter : sql.list(PARKED, names(queues))) {
      if (readable.test(letter)) {
        unparked += sql.changed(UNPARK, letter.getUUID("id"));
      }
    }
    return unparked;
  }

  /** Forgets what was settled long ago. */
  void forgetOldOnes() {
    sql.changed(FORGET, settings.retention());
  }

  /** One value, not as many as there are queues. */
  private static Object names(Collection<Queue> queues) {
    return queues.stream().map(Queue::name).toArray(String[]::new);
  }
}
