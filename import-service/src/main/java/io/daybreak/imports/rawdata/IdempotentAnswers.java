package io.daybreak.imports.rawdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The first answer to a request with an {@code Idempotency-Key}, kept so that a repetition gets the
 * same answer and does nothing. Keys are the client's own: two owners may use the same one.
 */
@ApplicationScoped
class IdempotentAnswers implements Retention {

  /** A repetition that comes while the first is under way waits here until that one has ended. */
  private static final String TAKE =
      """
      insert into idempotent_answer (owner, idempotency_key, request_hash) values ($1, $2, $3)
      on conflict (owner, idempotency_key) do nothing
      """;

  private static final String STORED =
      """
      select request_hash, answer from idempotent_answer where owner = $1 and idempotency_key = $2
      """;

  private static final String KEEP =
      "update idempotent_answer set answer = $3 where owner = $1 and idempotency_key = $2";

  private static final String FORGET =
      """
      delete from idempotent_answer where (owner, idempotency_key) in (
        select owner, idempotency_key from idempotent_answer
        where created_at < now() - make_interval(secs => $1)
        order by created_at
        limit $2
        for update skip locked)
      """;

  /** Clients repeat within minutes; a week is generous. */
  private static final Duration KEPT = Duration.ofDays(7);

  private final Pool pool;
  private final ObjectMapper json;

  IdempotentAnswers(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /**
   * Takes the key for this request, until the transaction ends for good.
   *
   * @return the answer that an equal request got before, or nothing if this is the first
   */
  Uni<Optional<AcceptedRun>> take(
      SqlClient transaction, String owner, String key, NewRawData request) {
    String hash = hash(request);
    return transaction
        .preparedQuery(TAKE)
        .execute(Tuple.of(owner, key, hash))
        .chain(
            taken ->
                taken.rowCount() == 1
                    ? Uni.createFrom().item(Optional.empty())
                    : stored(transaction, owner, key, hash));
  }

  Uni<Void> keep(SqlClient transaction, String owner, String key, AcceptedRun answer) {
    return transaction
        .preparedQuery(KEEP)
        .execute(Tuple.of(owner, key, write(answer)))
        .replaceWithVoid();
  }

  @Override
  public String what() {
    return "answers to repeated requests";
  }

  @Override
  public Duration age() {
    return KEPT;
  }

  @Override
  public String statement() {
    return FORGET;
  }

  private Uni<Optional<AcceptedRun>> stored(
      SqlClient transaction, String owner, String key, String hash) {
    return transaction
        .preparedQuery(STORED)
        .execute(Tuple.of(owner, key))
        .map(rows -> Optional.of(sameAnswer(rows.iterator().next(), hash)));
  }

  private AcceptedRun sameAnswer(Row stored, String hash) {
    if (!stored.getString("request_hash").equals(hash)) {
      throw Problems.of(
          RawDataProblems.KEY_REUSED,
          "Use a new Idempotency-Key for a new request; this one came with another body before.");
    }
    return read(stored.getString("answer"));
  }

  private String hash(NewRawData request) {
    try {
      byte[] body = write(request).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record of plain values has a JSON form", impossible);
    }
  }

  private AcceptedRun read(String answer) {
    try {
      return json.readValue(answer, AcceptedRun.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("The stored answer was written by this class", impossible);
    }
  }
}
