package io.daybreak.kit.work;

/**
 * Rows that can be claimed: a table with the columns {@code claimed_by text}, {@code claimed_until
 * timestamptz} and {@code claim_token bigint}, and the trigger {@code next_claim_token}. The
 * trigger raises the token whenever {@code claimed_by} changes, so that a statement which names the
 * token of a claim ({@code where id = $1 and claim_token = $2}) does nothing once the claim was
 * released, expired or taken over, whoever did that.
 *
 * @param name the table
 * @param key its primary key, a single column
 */
public record ClaimTable(String name, String key) {

  /** A claim that has expired stays so, even before anybody else has claimed the row. */
  String renewal() {
    return """
        update %s set claimed_until = now() + make_interval(secs => $3)
        where %s = $1 and claim_token = $2 and claimed_until > now()
        """
        .formatted(name, key);
  }

  String release() {
    return """
        update %s set claimed_by = null, claimed_until = null
        where %s = $1 and claim_token = $2
        """
        .formatted(name, key);
  }
}
