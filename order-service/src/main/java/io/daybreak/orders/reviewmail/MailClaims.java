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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Claims a due mail for one sender, in two steps around the wait for the mail server's budget.
 * {@link #reserve} finds out whether the mail is to be sent at all, so that no slot is taken for
 * one that is not; it stays DUE. {@link #claim} asks the guards once more and makes it SENDING,
 * which is committed before anybody talks SMTP: a crash leaves a mail in SENDING, never one that
 * two send.
 */
@ApplicationScoped
class MailClaims {

  private static final String LOCK_DUE =
      """
      select m.id, m.shop_id, m.order_id, o.address_hash, m.forced,
        exists(select from mail_server where held_until > now()) as held
      from review_mail m join shop_order o on o.id = m.order_id
      where m.id = $1 and m.state = 'DUE'
        and (m.claim = $2 or $2 is null and (m.claim is null or m.lease_until < now()))
      for update of m
      """;

  /** Nothing has been sent, so this reservation may be taken away at any time. */
  private static final String RESERVE =
      """
      update review_mail
      set claim = gen_random_uuid(), lease_until = now() + make_interval(secs => $2)
      where id = $1
      returning claim
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
      update review_mail
      set state = 'SKIPPED', reason = $2, claim = null, lease_until = null, state_since = now()
      where id = $1
      """;

  /** A mail of a paused shop, outside of its hours, or of a held queue waits; it keeps its date. */
  private static final String HOLD =
      """
      update review_mail
      set state = 'SCHEDULED', claim = null, lease_until = null, state_since = now() where id = $1
      """;

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

  /**
   * Reserves a mail for one message, while it waits for its turn at the mail server.
   *
   * @return the reservation, or nothing if the mail is not due any more, another message's, held
   *     back, or a guard speaks against it
   */
  Uni<Optional<UUID>> reserve(UUID mailId) {
    return pool.withTransaction(tx -> ifSendable(tx, mailId, null, mail -> reserve(tx, mail)));
  }

  /** The mail, or nothing if the reservation was taken away, or something now speaks against it. */
  Uni<Optional<ClaimedMail>> claim(UUID mailId, UUID reservation) {
    return pool.withTransaction(tx -> ifSendable(tx, mailId, reservation, mail -> claim(tx, mail)));
  }

  private <T> Uni<Optional<T>> ifSendable(
      SqlConnection tx,
      UUID mailId,
      @Nullable UUID reservation,
      Function<MailToSend, Uni<T>> step) {
    return tx.preparedQuery(LOCK_DUE)
        .execute(Tuple.of(mailId, reservation))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : decide(tx, rows.iterator().next(), step));
  }

  private <T> Uni<Optional<T>> decide(
      SqlConnection tx, Row mail, Function<MailToSend, Uni<T>> step) {
    return lockCustomer(tx, mail)
        .chain(() -> facts.read(tx, mail.getLong("order_id")))
        .chain(facts -> decide(tx, mail, facts, step));
  }

  private <T> Uni<Optional<T>> decide(
      SqlConnection tx, Row mail, MailFacts facts, Function<MailToSend, Uni<T>> step) {
    UUID id = mail.getUUID("id");
    boolean forced = mail.getBoolean("forced");
    Instant now = clock.instant();
    Optional<SkipReason> reason =
        SendRules.guard(facts, now).filter(found -> !(forced && found.canBeOverruled()));
    if (reason.isPresent()) {
      return tx.preparedQuery(SKIP)
          .execute(Tuple.of(id, reason.get().name()))
          .replaceWith(Optional.empty());
    }
    boolean hours = forced || SendRules.mayGoNow(facts.rules(), now, config.sendWindow());
    if (mail.getBoolean("held") || !hours) {
      return tx.preparedQuery(HOLD).execute(Tuple.of(id)).replaceWith(Optional.empty());
    }
    return step.apply(new MailToSend(id, facts.customer().addressHash())).map(Optional::of);
  }

  private Uni<UUID> reserve(SqlConnection tx, MailToSend mail) {
    return tx.preparedQuery(RESERVE)
        .execute(Tuple.of(mail.id(), seconds(config.dueSilence())))
        .map(rows -> rows.iterator().next().getUUID("claim"));
  }

  private Uni<ClaimedMail> claim(SqlConnection tx, MailToSend mail) {
    return tx.preparedQuery(CLAIM)
        .execute(Tuple.of(mail.id(), seconds(config.sendingLease()), mail.addressHash()))
        .chain(() -> tx.preparedQuery(CLAIMED).execute(Tuple.of(mail.id())))
        .map(rows -> claimed(rows.iterator().next()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Uni<?> lockCustomer(SqlConnection tx, Row mail) {
    String customer = mail.getLong("shop_id") + ":" + mail.getString("address_hash");
    return tx.preparedQuery(LOCK_CUSTOMER).execute(Tuple.of(customer));
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

  /**
   * A mail that nothing speaks against.
   *
   * @param addressHash of the address it goes to
   */
  private record MailToSend(UUID id, @Nullable String addressHash) {}
}
