package io.daybreak.orders.template;

import io.daybreak.orders.shop.Language;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A shop's own words for one kind of mail, in one language. */
@Entity
@Table(name = "mail_text")
public class MailText extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Long id;

  @Version public int version;

  @Column(name = "shop_id", updatable = false)
  public long shopId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public MailKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public Language language;

  public String subject;
  public String body;

  /** For Hibernate. */
  protected MailText() {}

  MailText(long shopId, MailKind kind, Language language) {
    this.shopId = shopId;
    this.kind = kind;
    this.language = language;
  }

  void apply(OwnText text) {
    subject = text.subject();
    body = text.body();
  }

  OwnText words() {
    return new OwnText(subject, body);
  }
}
