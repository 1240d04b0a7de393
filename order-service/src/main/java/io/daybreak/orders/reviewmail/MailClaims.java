package io.daybreak.orders.reviewmail;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Tx;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.orders.shop.Language;
import io.daybreak.orders.template.MailKind;
import io.daybreak.orders.template.OwnText;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Claims a due mail for one sender, cheaply and before it waits for anything scarce; right before
 * the mail server is called, DUE becomes SENDING under the same claim. That is committed before
 * anybody talks SMTP, so a crash leaves a mail in SENDING, never one that two send. All methods
 * block.
 */
@ApplicationScoped
class MailClaims {

  private static final ClaimTable MAILS = new ClaimTable("review_mail", "id");

  private static final String LOCK_DUE =
      """
      select m.id, m.shop_id, m.order_id, o.address_hash, m.forced,
        exists(select from mail_server where held_until > now()) as held
      from review_mail m join shop_order o on o.id = m.order_id
      where m.id = $1 and m.state = 'DUE'
        and (m.claimed_by is null or m.claimed_until < now())
      for update of m
      """;

  private static final String LOCK_CLAIMED =
      """
      select m.id, m.shop_id, m.order_id, o.address_hash, m.forced,
        exists(select from mail_server where held_until > now()) as held
      from review_mail m join shop_order o on o.id = m.order_id
      where m.id = $1 and m.state = 'DUE' and m.claim_token = $2
      for update of m
      """;

  /** Two mails to one customer are claimed one after the other, so that the caps count both. */
  private static final String LOCK_CUSTOMER =
      "select pg_advisory_xact_lock(hashtextextended($1, 0))";

  private static final String CLAIM =
      """
      update review_mail
      set claimed_by = $2, claimed_until = now() + make_interval(secs => $3)
      where id = $1
      returning id, claim_token
      """;

  /** The address it goes to, which may be another one than it was planned for. */
  private static final String SENDING =
      """
      update review_mail
      set state = 'SENDING', claimed_at = now(), state_since = now(), address_hash = $2,
          reason = null, detail = null
      where id = $1
      """;

  private static final String SKIP =
      """
      update review_mail set state = 'SKIPPED', reason = $2, state_since = now(),
          claimed_by = null, claimed_until = null
      where id = $1
      """;

  /** A mail of a paused shop, outside of its hours, or of a held queue waits; it keeps its date. */
  private static final String HOLD =
      """
      update review_mail
      set state = 'SCHEDULED', state_since = now(), claimed_by = null, claimed_until = null
      where id = $1
      """;

  private static final String TO_SEND =
      """
      select m.id, m.kind, s.sender_name, s.sender_address, s.reply_to,
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

  private final Claims claims;
  private final BlockingSql sql;
  private final MailFactsQuery facts;
  private final ReviewMailConfig config;
  private final Clock clock;

  MailClaims(
      Claims claims, BlockingSql sql, MailFactsQuery facts, ReviewMailConfig config, Clock clock) {
    this.claims = claims;
    this.sql = sql;
    this.facts = facts;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Claims a mail for one message, while it waits for its turn at the mail server.
   *
   * @return nothing if the mail is not due any more, another message's, held back, or a guard
   *     speaks against it
   */
  Optional<Claim<UUID>> claim(UUID mailId) {
    return claims.claim(
        MAILS,
        config.sendingLease(),
        by -> sql.tx(tx -> claim(tx, mailId, by)),
        row -> row.getUUID("id"));
  }

  /**
   * DUE becomes SENDING, if no guard speaks against it by now.
   *
   * @return the mail as it is to be sent, or nothing if something now speaks against it
   * @throws io.daybreak.kit.work.ClaimLostException if it is another's
   */
  Optional<MailToSend> sending(Claim<UUID> claim) {
    claim.check();
    return sql.tx(
        tx -> {
          Optional<Row> mail = tx.first(LOCK_CLAIMED, claim.key(), claim.token());
          claim.require(mail.isPresent());
          return allowed(tx, mail.get()).map(facts -> sending(tx, claim, facts));
        });
  }

  private Optional<Row> claim(Tx tx, UUID mailId, String by) {
    Optional<Row> mail = tx.first(LOCK_DUE, mailId);
    if (mail.isEmpty() || allowed(tx, mail.get()).isEmpty()) {
      return Optional.empty();
    }
    return tx.first(CLAIM, mailId, by, config.sendingLease());
  }

  private static MailToSend sending(Tx tx, Claim<UUID> claim, MailFacts facts) {
    tx.changed(SENDING, claim.key(), facts.customer().addressHash());
    return toSend(tx.first(TO_SEND, claim.key()).orElseThrow());
  }

  /** What is known of a mail that may be sent; one that may not is put aside. */
  private Optional<MailFacts> allowed(Tx tx, Row mail) {
    tx.execute(LOCK_CUSTOMER, mail.getLong("shop_id") + ":" + mail.getString("address_hash"));
    UUID id = mail.getUUID("id");
    MailFacts found = tx.call(connection -> facts.read(connection, mail.getLong("order_id")));
    boolean forced = mail.getBoolean("forced");
    Instant now = clock.instant();
    Optional<SkipReason> reason =
        SendRules.guard(found, now).filter(guard -> !(forced && guard.canBeOverruled()));
    if (reason.isPresent()) {
      tx.changed(SKIP, id, reason.get());
      return Optional.empty();
    }
    boolean hours = forced || SendRules.mayGoNow(found.rules(), now, config.sendWindow());
    if (mail.getBoolean("held") || !hours) {
      tx.changed(HOLD, id);
      return Optional.empty();
    }
    return Optional.of(found);
  }

  private static MailToSend toSend(Row row) {
    return new MailToSend(
        row.getUUID("id"),
        MailKind.valueOf(row.getString("kind")),
        new MailToSend.Sender(
            row.getString("sender_name"),
            row.getString("sender_address"),
            row.getString("reply_to"),
            row.getString("review_link")),
        new MailToSend.Order(
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
