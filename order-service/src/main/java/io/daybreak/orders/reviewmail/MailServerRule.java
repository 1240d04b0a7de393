package io.daybreak.orders.reviewmail;

import io.daybreak.kit.alert.AlertRule;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * A mail server that refuses mails: one alert, however many they are. What one address was refused
 * for, since nobody has it, is not the server's trouble.
 */
@ApplicationScoped
class MailServerRule implements AlertRule {

  /** Fewer refusals than this may be the recipients' own servers'. */
  private static final int MANY = 5;

  private static final String TROUBLE =
      """
      select
        (select count(*) from mail_server
         where refused_at > now() - interval '15 minutes' or held_until > now()) as everybody,
        (select count(*) from review_mail
         where state = 'SCHEDULED' and reason = 'MAIL_SERVER') as waiting,
        (select count(*) from review_mail m
         where m.state = 'FAILED' and m.reason in ('REFUSED', 'NOT_REACHED', 'OVERLOADED')
           and m.state_since > now() - interval '1 hour'
           and not exists (select from unsubscribed_address u where u.shop_id = m.shop_id
                 and u.address_hash = m.address_hash and u.reason = 'ADDRESS_REFUSED')) as failed
      """;

  private final BlockingSql sql;

  MailServerRule(BlockingSql sql) {
    this.sql = sql;
  }

  @Override
  public String name() {
    return "mail-server-refuses";
  }

  @Override
  public Finding evaluate(Instant now) {
    Row row = sql.one(TROUBLE);
    long waiting = row.getLong("waiting");
    long failed = row.getLong("failed");
    if (row.getLong("everybody") == 0 && waiting + failed < MANY) {
      return Finding.NONE;
    }
    return new Finding(
        Math.max(1, waiting + failed),
        "메일 서버가 메일을 받지 않습니다. 대기 %d건, 최근 1시간 실패 %d건. 메일 서버 설정과 발송 한도를 확인해 주세요."
            .formatted(waiting, failed),
        "The mail server refuses mails: %d wait, %d failed within the hour. Check its settings and limits."
            .formatted(waiting, failed));
  }
}
