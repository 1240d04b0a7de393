package io.daybreak.orders.reviewmail;

import io.daybreak.orders.shop.Language;
import io.daybreak.orders.template.MailKind;
import io.daybreak.orders.template.OwnText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims a due mail for one sender. The claim is committed before anybody talks SMTP, so a crash
 * leaves a mail in SENDING, never one that two send.
 */
@ApplicationScoped
class MailClaims {

  private static final String LOCK_DUE =
      """
      select m.id, m.shop_id, m.order_id, o.address_hash, m.forced
      from review_mail m join shop_order o on o.id = m.order_id
      where m.id = $1 and m.state = 'DUE'
      for update of m
      """;

  /** Two mails to one customer are claimed one after the other, so that the caps count both. */
  private static final String LOCK_CUSTOMER =
      "select pg_advisory_xact_lock(hashtextextended($1, 0))";

  /** The address it goes to, which may be another one than it was planned for. */
  private static final String CLAIM =
      """
      update review_mail
      set state = 'SENDING', claim = gen_random_uuid(), claimed_at = now(), state_since = now(),
          lease_until = now() + make_interval(secs => $2), address_hash = $3,
          reason = null, detail = null
      where id = $1
      """;

  private static final String SKIP =
      """
      update review_mail set state = 'SKIPPED', reason = $2, state_since = now() where id = $1
      """;

  /** A paused shop's mail waits for the shop; it keeps its date. */
  private static final String HOLD =
      "update review_mail set state = 'SCHEDULED', state_since = now() where id = $1";

  private static final String CLAIMED =
      """
      select m.id, m.claim, m.kind, s.sender_name, s.sender_address, s.reply_to,
        s.review_link, s.language, w.language as customers, o.shopify_id, o.name, o.email, o.customer_name,
        array(select title from reviewable_line v where v.order_id = o.id order by v.place) as items,
        t.subject, t.body, own.subject as shops_subject, own.body as shops_body
      from review_mail m
      join shop s on s.id = m.shop_id
      join shop_order o on o.id = m.order_id
      cross join lateral (select case when lower(o.locale) ~ '^ko(-|_|$)' then 'KO'
        when lower(o.locale) ~ '^en(-|_|$)' then 'EN' else s.language end as language) w
      left join mail_text t
        on t.shop_id = m.shop_id and t.kind = m.kind and t.language = w.language
      left join mail_text own
        on own.shop_id = m.shop_id and own.kind = m.kind and own.language = s.language
      where m.id = $1
      """;

  private final Pool pool;
  private final MailFactsQuery facts;
  private final ReviewMailConfig config;
  private final Clock clock;

  MailClaims(Pool pool, MailFactsQuery facts, ReviewMailConfig config, Clock clock) {
    this.pool = pool;
    this.facts = facts;
    this.config = config;
    this.clock = clock;
  }

  /** The mail, or nothing if it is not due any more, held back, or a guard speaks against it. */
  Uni<Optional<ClaimedMail>> claim(UUID mailId) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(LOCK_DUE)
                .execute(Tuple.of(mailId))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().item(Optional.empty())
                            : decide(tx, rows.iterator().next())));
  }

  private Uni<Optional<ClaimedMail>> decide(SqlConnection tx, Row mail) {
    return lockCustomer(tx, mail)
        .chain(() -> facts.read(tx, mail.getLong("order_id")))
        .chain(facts -> decide(tx, mail, facts));
  }

  private Uni<Optional<ClaimedMail>> decide(SqlConnection tx, Row mail, MailFacts facts) {
    UUID id = mail.getUUID("id");
    boolean forced = mail.getBoolean("forced");
    Optional<SkipReason> reason =
        SendRules.guard(facts, clock.instant())
            .filter(found -> !(forced && found.canBeOverruled()));
    if (reason.isPresent()) {
      return change(tx, SKIP, Tuple.of(id, reason.get().name()));
    }
    if (facts.rules().paused() && !forced) {
      return change(tx, HOLD, Tuple.of(id));
    }
    double lease = config.sendingLease().toMillis() / 1000.0;
    return tx.preparedQuery(CLAIM)
        .execute(Tuple.of(id, lease, facts.customer().addressHash()))
        .chain(() -> tx.preparedQuery(CLAIMED).execute(Tuple.of(id)))
        .map(rows -> Optional.of(claimed(rows.iterator().next())));
  }

  private static Uni<?> lockCustomer(SqlConnection tx, Row mail) {
    String customer = mail.getLong("shop_id") + ":" + mail.getString("address_hash");
    return tx.preparedQuery(LOCK_CUSTOMER).execute(Tuple.of(customer));
  }

  private static Uni<Optional<ClaimedMail>> change(SqlConnection tx, String sql, Tuple values) {
    return tx.preparedQuery(sql).execute(values).replaceWith(Optional.empty());
  }

  private static ClaimedMail claimed(Row row) {
    return new ClaimedMail(
        row.getUUID("id"),
        row.getUUID("claim"),
        MailKind.valueOf(row.getString("kind")),
        new ClaimedMail.Sender(
            row.getString("sender_name"),
            row.getString("sender_address"),
            row.getString("reply_to"),
            row.getString("review_link")),
        new ClaimedMail.Order(
            row.getLong("shopify_id"),
            row.getString("name"),
            row.getString("email"),
            row.getString("customer_name"),
            List.of(row.getArrayOfStrings("items"))),
        saysOnlyInTheShops(row)
            ? Language.valueOf(row.getString("language"))
            : Language.valueOf(row.getString("customers")),
        saysOnlyInTheShops(row)
            ? ownText(row, "shops_subject", "shops_body")
            : ownText(row, "subject", "body"));
  }

  /** A shop with words of its own, none of them in the customer's language. */
  private static boolean saysOnlyInTheShops(Row row) {
    return row.getString("subject") == null && row.getString("shops_subject") != null;
  }

  private static @Nullable OwnText ownText(Row row, String subject, String body) {
    String words = row.getString(subject);
    return words == null ? null : new OwnText(words, row.getString(body));
  }
}
